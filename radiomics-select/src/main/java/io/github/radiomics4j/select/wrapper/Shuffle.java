package io.github.radiomics4j.select.wrapper;

import java.util.SplittableRandom;

/** Fisher and Yates' shuffle. */
final class Shuffle {
    private Shuffle() {}

    /** Shuffles {@code values}, which are overwritten, and returns them. */
    static double[] of(double[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
        return values;
    }
}
