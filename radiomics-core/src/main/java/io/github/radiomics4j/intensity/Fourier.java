package io.github.radiomics4j.intensity;

import java.util.Arrays;

/**
 * The discrete Fourier transform of many sequences x of one length L at once, without a scale:
 *
 * <pre>{@code X_k = Σ_j x_j exp(−2πi jk / L)}</pre>
 *
 * <p>Layout: element j of sequence l is at {@code j · lanes + l}, in one array of real and one of imaginary parts, so that
 * the innermost loop runs along neighboring places. Stockham's algorithm: each pass of radix 2, 3, 4 or 5 goes from one
 * pair of arrays to the other and leaves the result in order. With real and imaginary parts exchanged it is the inverse
 * transform, times L.
 */
final class Fourier {
    private static final double COS_72 = (Math.sqrt(5) - 1) / 4;
    private static final double COS_144 = -(Math.sqrt(5) + 1) / 4;
    private static final double SIN_72 = Math.sqrt(10 + 2 * Math.sqrt(5)) / 4;
    private static final double SIN_144 = Math.sqrt(10 - 2 * Math.sqrt(5)) / 4;
    private static final double SIN_60 = Math.sqrt(3) / 2;

    private final int length;
    private final int[] radices;

    /** cos(2πk / L) and −sin(2πk / L). */
    private final double[] cos;

    private final double[] sin;

    /** Makes the transform of sequences of {@code length}, which has no prime factor above 5. */
    Fourier(int length) {
        this.length = length;
        this.radices = radices(length);
        this.cos = new double[length];
        this.sin = new double[length];
        for (int k = 0; k < length; k++) {
            double angle = 2 * Math.PI * k / length;
            cos[k] = StrictMath.cos(angle);
            sin[k] = -StrictMath.sin(angle);
        }
    }

    /** Returns the least length from {@code atLeast} on that has no prime factor above 5. */
    static int lengthFrom(int atLeast) {
        for (int length = atLeast; ; length++) {
            int rest = length;
            for (int prime : new int[] {2, 3, 5}) {
                while (rest % prime == 0) {
                    rest /= prime;
                }
            }
            if (rest == 1) {
                return length;
            }
        }
    }

    private static int[] radices(int length) {
        int[] radices = new int[32];
        int count = 0;
        int rest = length;
        for (int radix : new int[] {4, 2, 3, 5}) {
            while (rest % radix == 0) {
                radices[count++] = radix;
                rest /= radix;
            }
        }
        if (rest != 1) {
            throw new IllegalArgumentException("a length must have no prime factor above 5, found " + length);
        }
        return Arrays.copyOf(radices, count);
    }

    int length() {
        return length;
    }

    /**
     * Transforms {@code lanes} sequences.
     *
     * @param re real parts, {@code length · lanes} of them; overwritten by the result
     * @param im imaginary parts; overwritten by the result
     * @param re2 as large; overwritten
     * @param im2 as large; overwritten
     */
    void transform(double[] re, double[] im, double[] re2, double[] im2, int lanes) {
        double[] fromRe = re;
        double[] fromIm = im;
        double[] toRe = re2;
        double[] toIm = im2;
        int n = length;
        int stride = lanes;
        for (int radix : radices) {
            switch (radix) {
                case 2 -> pass2(fromRe, fromIm, toRe, toIm, n / 2, stride);
                case 3 -> pass3(fromRe, fromIm, toRe, toIm, n / 3, stride);
                case 4 -> pass4(fromRe, fromIm, toRe, toIm, n / 4, stride);
                default -> pass5(fromRe, fromIm, toRe, toIm, n / 5, stride);
            }
            double[] swapped = fromRe;
            fromRe = toRe;
            toRe = swapped;
            swapped = fromIm;
            fromIm = toIm;
            toIm = swapped;
            n /= radix;
            stride *= radix;
        }
        if (radices.length % 2 == 1) {
            System.arraycopy(fromRe, 0, re, 0, length * lanes);
            System.arraycopy(fromIm, 0, im, 0, length * lanes);
        }
    }

    // Each pass: output r of butterfly p, at (radix · p + r) · s, is turned by exp(−2πi pr / n), n = radix · m.

    private void pass2(double[] re, double[] im, double[] toRe, double[] toIm, int m, int s) {
        int step = length / (2 * m);
        for (int p = 0; p < m; p++) {
            double c1 = cos[p * step];
            double s1 = sin[p * step];
            int a = s * p;
            int b = s * (p + m);
            int to = 2 * s * p;
            for (int q = 0; q < s; q++) {
                double aRe = re[a + q];
                double aIm = im[a + q];
                double bRe = re[b + q];
                double bIm = im[b + q];
                toRe[to + q] = aRe + bRe;
                toIm[to + q] = aIm + bIm;
                double dRe = aRe - bRe;
                double dIm = aIm - bIm;
                toRe[to + s + q] = c1 * dRe - s1 * dIm;
                toIm[to + s + q] = c1 * dIm + s1 * dRe;
            }
        }
    }

    private void pass3(double[] re, double[] im, double[] toRe, double[] toIm, int m, int s) {
        int step = length / (3 * m);
        for (int p = 0; p < m; p++) {
            double c1 = cos[p * step];
            double s1 = sin[p * step];
            double c2 = cos[2 * p * step];
            double s2 = sin[2 * p * step];
            int a = s * p;
            int b = s * (p + m);
            int c = s * (p + 2 * m);
            int to = 3 * s * p;
            for (int q = 0; q < s; q++) {
                double sumRe = re[b + q] + re[c + q];
                double sumIm = im[b + q] + im[c + q];
                double turnedRe = SIN_60 * (im[b + q] - im[c + q]);
                double turnedIm = -SIN_60 * (re[b + q] - re[c + q]);
                double middleRe = re[a + q] - sumRe / 2;
                double middleIm = im[a + q] - sumIm / 2;
                toRe[to + q] = re[a + q] + sumRe;
                toIm[to + q] = im[a + q] + sumIm;
                double xRe = middleRe + turnedRe;
                double xIm = middleIm + turnedIm;
                toRe[to + s + q] = c1 * xRe - s1 * xIm;
                toIm[to + s + q] = c1 * xIm + s1 * xRe;
                double yRe = middleRe - turnedRe;
                double yIm = middleIm - turnedIm;
                toRe[to + 2 * s + q] = c2 * yRe - s2 * yIm;
                toIm[to + 2 * s + q] = c2 * yIm + s2 * yRe;
            }
        }
    }

    private void pass4(double[] re, double[] im, double[] toRe, double[] toIm, int m, int s) {
        int step = length / (4 * m);
        for (int p = 0; p < m; p++) {
            double c1 = cos[p * step];
            double s1 = sin[p * step];
            double c2 = cos[2 * p * step];
            double s2 = sin[2 * p * step];
            double c3 = cos[3 * p * step];
            double s3 = sin[3 * p * step];
            int a = s * p;
            int b = s * (p + m);
            int c = s * (p + 2 * m);
            int d = s * (p + 3 * m);
            int to = 4 * s * p;
            for (int q = 0; q < s; q++) {
                double acRe = re[a + q] + re[c + q];
                double acIm = im[a + q] + im[c + q];
                double bdRe = re[b + q] + re[d + q];
                double bdIm = im[b + q] + im[d + q];
                double oddRe = re[a + q] - re[c + q];
                double oddIm = im[a + q] - im[c + q];
                double turnedRe = im[b + q] - im[d + q];
                double turnedIm = re[d + q] - re[b + q];
                toRe[to + q] = acRe + bdRe;
                toIm[to + q] = acIm + bdIm;
                double xRe = oddRe + turnedRe;
                double xIm = oddIm + turnedIm;
                toRe[to + s + q] = c1 * xRe - s1 * xIm;
                toIm[to + s + q] = c1 * xIm + s1 * xRe;
                double yRe = acRe - bdRe;
                double yIm = acIm - bdIm;
                toRe[to + 2 * s + q] = c2 * yRe - s2 * yIm;
                toIm[to + 2 * s + q] = c2 * yIm + s2 * yRe;
                double zRe = oddRe - turnedRe;
                double zIm = oddIm - turnedIm;
                toRe[to + 3 * s + q] = c3 * zRe - s3 * zIm;
                toIm[to + 3 * s + q] = c3 * zIm + s3 * zRe;
            }
        }
    }

    private void pass5(double[] re, double[] im, double[] toRe, double[] toIm, int m, int s) {
        int step = length / (5 * m);
        for (int p = 0; p < m; p++) {
            int a = s * p;
            int b = s * (p + m);
            int c = s * (p + 2 * m);
            int d = s * (p + 3 * m);
            int e = s * (p + 4 * m);
            int to = 5 * s * p;
            for (int q = 0; q < s; q++) {
                double beRe = re[b + q] + re[e + q];
                double beIm = im[b + q] + im[e + q];
                double cdRe = re[c + q] + re[d + q];
                double cdIm = im[c + q] + im[d + q];
                double outerRe = re[b + q] - re[e + q];
                double outerIm = im[b + q] - im[e + q];
                double innerRe = re[c + q] - re[d + q];
                double innerIm = im[c + q] - im[d + q];
                double middle1Re = re[a + q] + COS_72 * beRe + COS_144 * cdRe;
                double middle1Im = im[a + q] + COS_72 * beIm + COS_144 * cdIm;
                double middle2Re = re[a + q] + COS_144 * beRe + COS_72 * cdRe;
                double middle2Im = im[a + q] + COS_144 * beIm + COS_72 * cdIm;
                double turned1Re = SIN_72 * outerIm + SIN_144 * innerIm;
                double turned1Im = -SIN_72 * outerRe - SIN_144 * innerRe;
                double turned2Re = SIN_144 * outerIm - SIN_72 * innerIm;
                double turned2Im = -SIN_144 * outerRe + SIN_72 * innerRe;
                toRe[to + q] = re[a + q] + beRe + cdRe;
                toIm[to + q] = im[a + q] + beIm + cdIm;
                toRe[to + s + q] = middle1Re + turned1Re;
                toIm[to + s + q] = middle1Im + turned1Im;
                toRe[to + 2 * s + q] = middle2Re + turned2Re;
                toIm[to + 2 * s + q] = middle2Im + turned2Im;
                toRe[to + 3 * s + q] = middle2Re - turned2Re;
                toIm[to + 3 * s + q] = middle2Im - turned2Im;
                toRe[to + 4 * s + q] = middle1Re - turned1Re;
                toIm[to + 4 * s + q] = middle1Im - turned1Im;
            }
            for (int r = 1; r < 5; r++) {
                turn(toRe, toIm, to + r * s, s, cos[r * p * step], sin[r * p * step]);
            }
        }
    }

    private static void turn(double[] re, double[] im, int from, int count, double c, double s) {
        for (int i = from; i < from + count; i++) {
            double x = re[i];
            re[i] = c * x - s * im[i];
            im[i] = c * im[i] + s * x;
        }
    }
}
