package io.github.radiomics4j.models.vector;

import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.models.TableModelContract;
import io.github.radiomics4j.table.FeatureTable;

class SupportVectorMachineTest extends TableModelContract {
    @Override
    protected Trainer<FeatureTable> trainer() {
        return SupportVectorMachine.withDefaults();
    }
}
