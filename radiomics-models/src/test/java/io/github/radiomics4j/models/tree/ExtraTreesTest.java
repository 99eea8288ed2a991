package io.github.radiomics4j.models.tree;

import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.models.TableModelContract;
import io.github.radiomics4j.table.FeatureTable;

class ExtraTreesTest extends TableModelContract {
    @Override
    protected Trainer<FeatureTable> trainer() {
        return ExtraTrees.withDefaults().withTrees(60);
    }
}
