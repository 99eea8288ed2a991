package io.github.radiomics4j.filter;

/**
 * The excess kurtosis m₄ / m₂² − 3 of the samples on a sphere, with m_k the mean k-th power of x − x̄; NaN where the
 * samples are one value but for rounding, m₂ ≤ (r x̄)².
 *
 * <p>Samples of 32-bit floats are summed in 32 bits, which decides the seventh digit, in the order of NumPy's sum; r is
 * 1e-15, and 1e-6 in 32 bits, as in SciPy's {@code kurtosis}.
 */
final class SphereKurtosis {
    private static final int BLOCK = 128;

    private final double[] wide;
    private final float[] narrow;
    private double variance;

    SphereKurtosis(int points) {
        this.wide = new double[points];
        this.narrow = new float[points];
    }

    /** Returns m₂ of the last call of {@link #of}. */
    double variance() {
        return variance;
    }

    /** Returns the kurtosis of {@code samples}, not modified. */
    double of(double[] samples) {
        int n = samples.length;
        double mean = sum(samples, 0, n) / n;
        for (int i = 0; i < n; i++) {
            double d = samples[i] - mean;
            wide[i] = d * d;
        }
        variance = sum(wide, 0, n) / n;
        for (int i = 0; i < n; i++) {
            wide[i] *= wide[i];
        }
        double fourth = sum(wide, 0, n) / n;
        double flat = 1e-15 * mean;
        return variance <= flat * flat ? Double.NaN : fourth / (variance * variance) - 3;
    }

    /** Returns the kurtosis of {@code samples}, which are 32-bit floats, in 32 bits. */
    double ofFloats(double[] samples) {
        int n = samples.length;
        for (int i = 0; i < n; i++) {
            narrow[i] = (float) samples[i];
        }
        float mean = sum(narrow, 0, n) / n;
        for (int i = 0; i < n; i++) {
            float d = narrow[i] - mean;
            narrow[i] = d * d;
        }
        float second = sum(narrow, 0, n) / n;
        for (int i = 0; i < n; i++) {
            narrow[i] *= narrow[i];
        }
        float fourth = sum(narrow, 0, n) / n;
        float flat = 1e-6f * mean;
        variance = second;
        return second <= flat * flat ? Double.NaN : fourth / (second * second) - 3f;
    }

    /** Halves, cut at a multiple of 8, down to blocks of eight sums of every eighth value. */
    private static double sum(double[] a, int from, int n) {
        if (n > BLOCK) {
            int half = n / 2 - n / 2 % 8;
            return sum(a, from, half) + sum(a, from + half, n - half);
        }
        double s0 = a[from];
        double s1 = a[from + 1];
        double s2 = a[from + 2];
        double s3 = a[from + 3];
        double s4 = a[from + 4];
        double s5 = a[from + 5];
        double s6 = a[from + 6];
        double s7 = a[from + 7];
        int end = from + n;
        int i = from + 8;
        for (; i + 8 <= end; i += 8) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
            s4 += a[i + 4];
            s5 += a[i + 5];
            s6 += a[i + 6];
            s7 += a[i + 7];
        }
        double sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (; i < end; i++) {
            sum += a[i];
        }
        return sum;
    }

    /** As {@link #sum(double[], int, int)}, in 32 bits. */
    private static float sum(float[] a, int from, int n) {
        if (n > BLOCK) {
            int half = n / 2 - n / 2 % 8;
            return sum(a, from, half) + sum(a, from + half, n - half);
        }
        float s0 = a[from];
        float s1 = a[from + 1];
        float s2 = a[from + 2];
        float s3 = a[from + 3];
        float s4 = a[from + 4];
        float s5 = a[from + 5];
        float s6 = a[from + 6];
        float s7 = a[from + 7];
        int end = from + n;
        int i = from + 8;
        for (; i + 8 <= end; i += 8) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
            s4 += a[i + 4];
            s5 += a[i + 5];
            s6 += a[i + 6];
            s7 += a[i + 7];
        }
        float sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (; i < end; i++) {
            sum += a[i];
        }
        return sum;
    }
}
