package io.github.radiomics4j.models.tree;

import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.models.TableModelContract;
import io.github.radiomics4j.table.FeatureTable;

class RandomForestTest extends TableModelContract {
    @Override
    protected Trainer<FeatureTable> trainer() {
        return RandomForest.withDefaults().withTrees(60);
    }
}
