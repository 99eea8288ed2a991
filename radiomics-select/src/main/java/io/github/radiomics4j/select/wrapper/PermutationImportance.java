package io.github.radiomics4j.select.wrapper;

import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How much the area under the ROC curve falls when the values of a column are dealt out to other cases: the area of the table
 * less the mean of those of {@code repeats} shuffled ones (Breiman 2001, doi 10.1023/A:1010933404324). 0 for a column that the
 * model does not use; below 0 by chance. Columns that correlate take over for each other, and both look unimportant.
 *
 * <p>On training cases it tells what the model has learned, noise included; on others what is true.
 *
 * @param repeats shuffles of each column, 1 or more
 */
public record PermutationImportance(int repeats) implements ModelImportance {

    /** Checks the number. */
    public PermutationImportance {
        if (repeats < 1) {
            throw new IllegalArgumentException("columns must be shuffled at least once, found " + repeats);
        }
    }

    /** Returns the importance by ten shuffles. */
    public static PermutationImportance withDefaults() {
        return new PermutationImportance(10);
    }

    /** Returns a copy with other repeats. */
    public PermutationImportance withRepeats(int repeats) {
        return new PermutationImportance(repeats);
    }

    @Override
    public double[] of(Model<FeatureTable> model, FeatureTable table, Outcome outcome, long seed) {
        double whole = auc(model, table, outcome);
        double[] falls = new double[table.columnCount()];
        for (int j = 0; j < falls.length; j++) {
            String name = table.columnNames().get(j);
            List<String> others = table.columnNames().stream()
                    .filter(other -> !other.equals(name))
                    .toList();
            FeatureTable rest = table.columns(others);
            // By name, so that the order of columns changes nothing.
            SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * name.hashCode());
            double sum = 0;
            for (int k = 0; k < repeats; k++) {
                double[] values = Shuffle.of(table.column(name), random);
                FeatureTable column = FeatureTable.of(table.caseIds(), List.of(name), new double[][] {values});
                sum += whole - auc(model, rest.join(column).columns(table.columnNames()), outcome);
            }
            falls[j] = sum / repeats;
        }
        return falls;
    }

    private static double auc(Model<FeatureTable> model, FeatureTable table, Outcome outcome) {
        return RocCurve.of(model.predict(table), outcome).auc();
    }
}
