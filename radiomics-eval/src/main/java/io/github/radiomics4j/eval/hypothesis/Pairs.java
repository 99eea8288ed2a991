package io.github.radiomics4j.eval.hypothesis;

/** Two values of each case. */
final class Pairs {
    private Pairs() {}

    static void check(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "pairs must have two values each, found " + first.length + " and " + second.length);
        }
    }

    static double[] differences(double[] first, double[] second) {
        check(first, second);
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return differences;
    }
}
