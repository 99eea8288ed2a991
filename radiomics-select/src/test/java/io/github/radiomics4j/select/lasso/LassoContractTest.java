package io.github.radiomics4j.select.lasso;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;

class LassoContractTest extends FeatureSelectorContract {
    @Override
    protected FeatureSelector selector() {
        return Lasso.withDefaults();
    }
}
