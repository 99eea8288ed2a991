package io.github.radiomics4j.eval.resampling;

import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.List;

/** A small model that learns from every case: the side of the line between both class means. */
final class NearestMean implements Trainer<FeatureTable> {
    @Override
    public Model<FeatureTable> fit(FeatureTable data, Outcome outcome, long seed) {
        boolean[] positive = outcome.positives(data.caseIds());
        List<String> names = data.columnNames();
        double[][] means = new double[2][names.size()];
        int[] counts = new int[2];
        for (boolean one : positive) {
            counts[one ? 1 : 0]++;
        }
        for (int j = 0; j < names.size(); j++) {
            double[] column = data.column(names.get(j));
            for (int i = 0; i < column.length; i++) {
                int of = positive[i] ? 1 : 0;
                means[of][j] += column[i] / counts[of];
            }
        }
        return table -> {
            double[] probabilities = new double[table.caseCount()];
            for (int j = 0; j < names.size(); j++) {
                double[] column = table.column(names.get(j));
                for (int i = 0; i < column.length; i++) {
                    probabilities[i] += (column[i] - (means[0][j] + means[1][j]) / 2) * (means[1][j] - means[0][j]);
                }
            }
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = 1 / (1 + Math.exp(-probabilities[i]));
            }
            return Predictions.of(table.caseIds(), probabilities);
        };
    }
}
