package io.github.radiomics4j.intensity;

import java.util.Arrays;

/**
 * Statistics of the intensities x₀ ≤ x₁ ≤ … of N voxels in ascending order.
 *
 * <p>Percentile q lies at rank r = (N − 1) q / 100, with a fraction t of r above k = ⌊r⌋:
 *
 * <pre>{@code P_q = x_k + (x_{k+1} − x_k) t            for t < 0.5
 * P_q = x_{k+1} − (x_{k+1} − x_k) (1 − t)      otherwise}</pre>
 *
 * <p>which is NumPy's default, and PyRadiomics', to the last bit. IBSI leaves the rule open; its reference values come
 * from the nearest rank.
 *
 * @param minimum x₀ (IBSI 1GSF)
 * @param percentile10 P₁₀ (IBSI QG58)
 * @param percentile25 P₂₅
 * @param median the middle value, or the mean of the two middle ones (IBSI Y12H)
 * @param percentile75 P₇₅
 * @param percentile90 P₉₀ (IBSI 8DWT)
 * @param maximum x_{N−1} (IBSI 84IY)
 * @param robustMeanAbsoluteDeviation Σ |y − ȳ| / M over the M intensities y in the closed interval from P₁₀ to P₉₀ (IBSI
 *     1128). NaN if there are none, as with two voxels that differ
 */
public record OrderStatistics(
        double minimum,
        double percentile10,
        double percentile25,
        double median,
        double percentile75,
        double percentile90,
        double maximum,
        double robustMeanAbsoluteDeviation) {

    /**
     * Returns the order statistics of {@code values}.
     *
     * @param values at least one; not modified
     * @throws io.github.radiomics4j.run.InvalidCaseException NON_FINITE if a value is NaN or infinite
     */
    public static OrderStatistics of(double[] values) {
        Intensities.requireFinite(values);
        int n = values.length;
        int[] ranks = {
            0,
            below(n, 10),
            above(n, 10),
            below(n, 25),
            above(n, 25),
            (n - 1) / 2,
            n / 2,
            below(n, 75),
            above(n, 75),
            below(n, 90),
            above(n, 90),
            n - 1
        };
        // Of very few voxels some percentiles overtake others by a rank.
        Arrays.sort(ranks);
        double[] found = Selection.at(values, ranks);
        double percentile10 = percentile(ranks, found, n, 10);
        double percentile90 = percentile(ranks, found, n, 90);
        double lowerMedian = valueAt(ranks, found, (n - 1) / 2);
        double upperMedian = valueAt(ranks, found, n / 2);
        return new OrderStatistics(
                found[0],
                percentile10,
                percentile(ranks, found, n, 25),
                n % 2 == 1 ? upperMedian : (lowerMedian + upperMedian) / 2,
                percentile(ranks, found, n, 75),
                percentile90,
                found[found.length - 1],
                meanAbsoluteDeviationWithin(values, percentile10, percentile90));
    }

    /** Returns P₇₅ − P₂₅ (IBSI SALO). */
    public double interquartileRange() {
        return percentile75 - percentile25;
    }

    /** Returns maximum − minimum (IBSI 2OJQ). */
    public double range() {
        return maximum - minimum;
    }

    private static double percentile(int[] ranks, double[] found, int n, int percent) {
        double t = rank(n, percent) - below(n, percent);
        double low = valueAt(ranks, found, below(n, percent));
        double high = valueAt(ranks, found, above(n, percent));
        double step = high - low;
        return t < 0.5 ? low + step * t : high - step * (1 - t);
    }

    private static double valueAt(int[] ranks, double[] found, int rank) {
        return found[Arrays.binarySearch(ranks, rank)];
    }

    private static double rank(int n, int percent) {
        return (n - 1) * (percent / 100.0);
    }

    private static int below(int n, int percent) {
        return (int) rank(n, percent);
    }

    private static int above(int n, int percent) {
        return Math.min(below(n, percent) + 1, n - 1);
    }

    /** Takes the values in their own order, so that sums are rounded as they are in NumPy. */
    private static double meanAbsoluteDeviationWithin(double[] values, double low, double high) {
        double[] within = new double[values.length];
        int count = 0;
        for (double value : values) {
            // Always written, kept or not: a branch would be guessed wrong at every fifth voxel.
            within[count] = value;
            count += value >= low && value <= high ? 1 : 0;
        }
        double mean = PairwiseSum.of(within, count) / count;
        for (int i = 0; i < count; i++) {
            within[i] = Math.abs(within[i] - mean);
        }
        return PairwiseSum.of(within, count) / count;
    }
}
