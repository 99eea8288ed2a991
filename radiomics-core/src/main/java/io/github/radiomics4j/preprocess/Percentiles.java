package io.github.radiomics4j.preprocess;

/**
 * Percentiles by linear interpolation between order statistics, NumPy's default: the q-th of n sorted values x₀ … lies at
 * the place {@code (n − 1) q / 100}.
 */
final class Percentiles {
    private Percentiles() {}

    /**
     * @param sorted ascending, not empty; not modified
     * @param q 0 to 100
     */
    static double of(double[] sorted, double q) {
        double place = (sorted.length - 1) * (q / 100);
        int below = (int) place;
        if (below >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        double a = sorted[below];
        double b = sorted[below + 1];
        double t = place - below;
        return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t); // NumPy's two sides of the middle
    }
}
