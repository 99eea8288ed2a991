package io.github.radiomics4j.intensity;

/**
 * Mean and central moments of N intensities x:
 *
 * <pre>{@code mean = Σ x / N        m_k = Σ (x − mean)^k / N        mad = Σ |x − mean| / N}</pre>
 *
 * <p>Two passes, mean first: powers of raw CT numbers would cancel. The sums are NumPy's, in its order.
 *
 * @param mean arithmetic mean (IBSI Q4LE)
 * @param variance m₂, divided by N and not N − 1 (IBSI ECT3)
 * @param thirdMoment m₃
 * @param fourthMoment m₄
 * @param meanAbsoluteDeviation mad (IBSI 4FUA)
 */
public record Moments(
        double mean, double variance, double thirdMoment, double fourthMoment, double meanAbsoluteDeviation) {

    /**
     * Returns the moments of {@code values}.
     *
     * @param values at least one; not modified
     * @throws io.github.radiomics4j.run.InvalidCaseException NON_FINITE if a value is NaN or infinite
     */
    public static Moments of(double[] values) {
        Intensities.requireFinite(values);
        int n = values.length;
        double mean = PairwiseSum.of(values) / n;
        double[] sums = PairwiseSum.ofPowers(values, mean);
        return new Moments(mean, sums[1] / n, sums[2] / n, sums[3] / n, sums[0] / n);
    }

    /** Returns √m₂. */
    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    /** Returns m₃ / m₂^1.5; 0 when all intensities are equal (IBSI KE2A). */
    public double skewness() {
        return variance == 0 ? 0 : thirdMoment / Math.pow(variance, 1.5);
    }

    /** Returns m₄ / m₂², which is 3 for a normal distribution; 0 when all intensities are equal. PyRadiomics' kurtosis. */
    public double kurtosis() {
        return variance == 0 ? 0 : fourthMoment / (variance * variance);
    }

    /** Returns m₄ / m₂² − 3, 0 for a normal distribution and when all intensities are equal (IBSI IPH6). */
    public double excessKurtosis() {
        return variance == 0 ? 0 : kurtosis() - 3;
    }

    /**
     * Returns Σ |x − c| / N, the mean absolute deviation from any center.
     *
     * @param values x, at least one; not modified
     * @param center c, such as the median (IBSI N72L)
     * @throws io.github.radiomics4j.run.InvalidCaseException NON_FINITE if a value is NaN or infinite
     */
    public static double meanAbsoluteDeviation(double[] values, double center) {
        Intensities.requireFinite(values);
        double[] deviations = new double[values.length];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = Math.abs(values[i] - center);
        }
        return PairwiseSum.of(deviations) / values.length;
    }

    /**
     * Returns the energy Σ (x + c)² (IBSI N8CA for c = 0).
     *
     * @param values x, at least one; not modified
     * @param shift c, which lifts intensities above zero so that negative ones do not count like positive ones
     * @throws io.github.radiomics4j.run.InvalidCaseException NON_FINITE if a value is NaN or infinite
     */
    public static double energy(double[] values, double shift) {
        Intensities.requireFinite(values);
        double[] squares = new double[values.length];
        for (int i = 0; i < squares.length; i++) {
            double shifted = values[i] + shift;
            squares[i] = shifted * shifted;
        }
        return PairwiseSum.of(squares);
    }
}
