package io.github.radiomics4j.select;

import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.FeatureTable;
import java.util.Arrays;

/** The model of no columns: the same probability for every case. */
record ConstantModel(double probability) implements Model<FeatureTable> {

    @Override
    public Predictions predict(FeatureTable table) {
        double[] probabilities = new double[table.caseCount()];
        Arrays.fill(probabilities, probability);
        return Predictions.of(table.caseIds(), probabilities);
    }
}
