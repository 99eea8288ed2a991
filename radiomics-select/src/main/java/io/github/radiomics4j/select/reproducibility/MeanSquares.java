package io.github.radiomics4j.select.reproducibility;

import java.util.Arrays;

/**
 * The mean squares of a table of n subjects × k readers without replication. All of them come from means and differences,
 * never from raw sums of squares, so an offset costs no digits. A sum of squares that is no more than the rounding of the
 * readings, count · (4 ulp(max |x|))², is 0.
 *
 * @param subjects n, those with a reading of every reader
 * @param readers k
 * @param between MSB, of subjects, with n − 1 degrees of freedom
 * @param reader MSJ, of readers, with k − 1
 * @param error MSE, the residual, with (n − 1)(k − 1)
 * @param within MSW, within subjects, with n (k − 1)
 */
public record MeanSquares(int subjects, int readers, double between, double reader, double error, double within) {

    /** Returns those of readings that are all finite, one array per reader. */
    static MeanSquares of(double[][] readings) {
        int k = readings.length;
        int n = readings[0].length;
        double origin = readings[0][0];
        double[] readerMeans = new double[k];
        double[] subjectMeans = new double[n];
        double greatest = 0;
        for (int r = 0; r < k; r++) {
            for (int i = 0; i < n; i++) {
                double value = readings[r][i] - origin;
                readerMeans[r] += value / n;
                subjectMeans[i] += value / k;
                greatest = Math.max(greatest, Math.abs(readings[r][i]));
            }
        }
        double mean = Arrays.stream(readerMeans).sum() / k;
        double between = k * squares(subjectMeans, mean);
        double reader = n * squares(readerMeans, mean);
        double error = 0;
        double within = 0;
        for (int r = 0; r < k; r++) {
            double shift = readerMeans[r] - mean;
            for (int i = 0; i < n; i++) {
                double difference = readings[r][i] - origin - subjectMeans[i];
                within += difference * difference;
                error += (difference - shift) * (difference - shift);
            }
        }
        double ulp = 4 * Math.ulp(greatest);
        double noise = n * k * ulp * ulp;
        return new MeanSquares(
                n,
                k,
                meanSquare(between, noise, n - 1),
                meanSquare(reader, noise, k - 1),
                meanSquare(error, noise, (n - 1) * (k - 1)),
                meanSquare(within, noise, n * (k - 1)));
    }

    private static double squares(double[] means, double mean) {
        double squares = 0;
        for (double value : means) {
            squares += (value - mean) * (value - mean);
        }
        return squares;
    }

    private static double meanSquare(double squares, double noise, int degrees) {
        return squares <= noise ? 0 : squares / degrees;
    }

    /** Returns the intraclass correlation; NaN where it is 0/0. */
    double icc(IccForm form) {
        double n = subjects;
        double k = readers;
        return switch (form) {
            case ICC_1_1 -> (between - within) / (between + (k - 1) * within);
            case ICC_2_1 -> (between - error) / (between + (k - 1) * error + k * (reader - error) / n);
            case ICC_3_1 -> (between - error) / (between + (k - 1) * error);
            case ICC_1_K -> (between - within) / between;
            case ICC_2_K -> (between - error) / (between + (reader - error) / n);
            case ICC_3_K -> (between - error) / between;
        };
    }

    /** Returns whether all readings are equal. */
    boolean areZero() {
        return between == 0 && within == 0;
    }
}
