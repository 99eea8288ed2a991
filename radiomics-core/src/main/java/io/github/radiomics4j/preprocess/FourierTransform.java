package io.github.radiomics4j.preprocess;

/** The discrete Fourier transform of a length that is a power of 2 (Cooley and Tukey 1965, radix 2, in place). */
final class FourierTransform {
    private final int length;
    private final double[] cos;
    private final double[] sin;

    FourierTransform(int length) {
        if (Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("length must be a power of 2, found " + length);
        }
        this.length = length;
        this.cos = new double[length / 2];
        this.sin = new double[length / 2];
        for (int i = 0; i < length / 2; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / length);
            sin[i] = Math.sin(2 * Math.PI * i / length);
        }
    }

    /** Replaces x by {@code Σⱼ xⱼ exp(−2πi jk / n)}. */
    void forward(double[] re, double[] im) {
        transform(re, im);
    }

    /** Replaces x by {@code Σⱼ xⱼ exp(2πi jk / n) / n}. */
    void backward(double[] re, double[] im) {
        transform(im, re); // the transform with real and imaginary parts exchanged is the inverse's
        for (int i = 0; i < length; i++) {
            re[i] /= length;
            im[i] /= length;
        }
    }

    private void transform(double[] re, double[] im) {
        int shift = Integer.numberOfLeadingZeros(length) + 1;
        for (int i = 1; i < length; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int half = 1; half < length; half *= 2) {
            int step = length / (2 * half);
            for (int start = 0; start < length; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    double c = cos[k * step];
                    double s = sin[k * step];
                    int a = start + k;
                    int b = a + half;
                    double tr = re[b] * c + im[b] * s;
                    double ti = im[b] * c - re[b] * s;
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
    }

    private static void swap(double[] a, int i, int j) {
        double t = a[i];
        a[i] = a[j];
        a[j] = t;
    }
}
