package io.github.radiomics4j.select.lasso;

/**
 * What a fit is made of, checked. The arrays are shared and not modified.
 *
 * @param columns one array per column
 * @param response one per case; BINOMIAL 0 or 1
 * @param weights one per case, as given
 * @param offset one per case, or of length 0
 */
@SuppressWarnings("ArrayRecordComponent") // inside the package, never compared
record FitData(double[][] columns, double[] response, double[] weights, double[] offset) {

    int cases() {
        return response.length;
    }

    double weightSum() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** Returns the weights divided by their sum. */
    double[] shares() {
        double sum = weightSum();
        double[] shares = weights.clone();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    double offset(int row) {
        return offset.length == 0 ? 0 : offset[row];
    }

    /** Returns the data of some rows. */
    FitData rows(int[] rows) {
        double[][] fewer = new double[columns.length][];
        for (int j = 0; j < fewer.length; j++) {
            fewer[j] = pick(columns[j], rows);
        }
        return new FitData(
                fewer, pick(response, rows), pick(weights, rows), offset.length == 0 ? offset : pick(offset, rows));
    }

    private static double[] pick(double[] values, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }
}
