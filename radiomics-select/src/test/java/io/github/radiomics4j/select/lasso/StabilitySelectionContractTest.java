package io.github.radiomics4j.select.lasso;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;

class StabilitySelectionContractTest extends FeatureSelectorContract {
    @Override
    protected FeatureSelector selector() {
        return StabilitySelection.withDefaults(7).withSubsamples(20).withMaximumFeatures(2);
    }
}
