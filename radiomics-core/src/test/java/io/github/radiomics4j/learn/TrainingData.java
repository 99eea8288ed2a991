package io.github.radiomics4j.learn;

import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small table with an outcome that two of its columns tell, for the contracts: no model is perfect on it. */
public final class TrainingData {
    private TrainingData() {}

    /** Returns {@code cases} cases × five columns: signal1, signal2, noise1, noise2, noise3. */
    public static FeatureTable table(int cases, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[5][cases];
        for (int i = 0; i < cases; i++) {
            double shift = i % 3 == 0 ? 0 : 1;
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = random.nextGaussian() + (j < 2 ? shift : 0);
            }
        }
        return FeatureTable.of(ids(cases), List.of("signal1", "signal2", "noise1", "noise2", "noise3"), columns);
    }

    /** Returns the outcome of the cases of {@link #table}: two of three are positive. */
    public static Outcome outcome(int cases) {
        boolean[] positive = new boolean[cases];
        for (int i = 0; i < cases; i++) {
            positive[i] = i % 3 != 0;
        }
        return Outcome.of("high", "low", ids(cases), positive);
    }

    private static List<String> ids(int cases) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            ids.add("P%03d".formatted(i));
        }
        return ids;
    }
}
