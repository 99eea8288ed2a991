package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.eval.Golden;
import java.util.Arrays;
import java.util.Map;

/** Scores and truth of a reference case. */
record Sample(double[] scores, boolean[] positive) {

    /** Reads the input of a case: numbers in place, or a column of a file; cases without a score are left out. */
    static Sample of(Golden input) {
        if (!input.has("file")) {
            return of(input.get("y").numbers(), input.get("score").numbers());
        }
        return ofFile(input, input.get("score").text());
    }

    /** Reads one score of the file that {@code input} names. */
    static Sample ofFile(Golden input, String score) {
        String file = input.get("file").text();
        Map<String, double[]> columns = Golden.columns(file.substring(file.lastIndexOf('/') + 1));
        return of(columns.get(input.get("y").text()), columns.get(score));
    }

    /** Reads one score of a file whose truth is the column y. */
    static Sample ofColumns(String file, String score) {
        Map<String, double[]> columns = Golden.columns(file);
        return of(columns.get("y"), columns.get(score));
    }

    static Sample of(double[] y, double[] scores) {
        int[] known = java.util.stream.IntStream.range(0, y.length)
                .filter(i -> !Double.isNaN(scores[i]))
                .toArray();
        double[] kept = Arrays.stream(known).mapToDouble(i -> scores[i]).toArray();
        boolean[] positive = new boolean[known.length];
        for (int i = 0; i < known.length; i++) {
            positive[i] = y[known[i]] == 1;
        }
        return new Sample(kept, positive);
    }
}
