package io.github.radiomics4j.models.neighbors;

import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.models.TableModelContract;
import io.github.radiomics4j.table.FeatureTable;

class NearestNeighborsTest extends TableModelContract {
    @Override
    protected Trainer<FeatureTable> trainer() {
        return NearestNeighbors.withDefaults().withNeighbors(15);
    }
}
