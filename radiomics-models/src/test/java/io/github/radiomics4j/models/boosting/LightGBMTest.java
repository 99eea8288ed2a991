package io.github.radiomics4j.models.boosting;

import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.models.TableModelContract;
import io.github.radiomics4j.table.FeatureTable;

class LightGBMTest extends TableModelContract {
    @Override
    protected Trainer<FeatureTable> trainer() {
        return LightGBM.withDefaults().withRounds(30);
    }

    @Override
    protected boolean takesMissing() {
        return true;
    }
}
