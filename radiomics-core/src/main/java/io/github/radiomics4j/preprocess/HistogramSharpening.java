package io.github.radiomics4j.preprocess;

/**
 * The expected true log intensity at each bin of a histogram of observed ones, E(u | v) of Sled et al. 1998.
 *
 * <p>A smooth field blurs the histogram V of the true intensities' U by a Gaussian F. U is estimated by a Wiener filter,
 * {@code Û = max(0, V ∗ G)} with {@code G = F* / (F* F + Z²)} in the frequency domain, and then
 *
 * <pre>{@code E(u | v) = (F ∗ (u · Û))(v) / (F ∗ Û)(v)}</pre>
 *
 * <p>The histogram of n bins lies in the middle of zeros, {@code 2^(⌈log₂ n⌉ + 1)} bins together, where some powers of 2 are
 * taken for more than they are, as by ITK. What ITK keeps in 32 bits is kept in 32 bits.
 */
final class HistogramSharpening {
    private final int bins;
    private final float fwhm;
    private final double noise;
    private final int padded;
    private final int offset;
    private final FourierTransform fourier;

    /**
     * @param bins at least 2
     * @param fwhm full width at half maximum of F, in log intensity
     * @param noise Z²
     */
    HistogramSharpening(int bins, float fwhm, float noise) {
        this.bins = bins;
        this.fwhm = fwhm;
        this.noise = noise;
        // With a logarithm of 32 bits, as ITK has it: 128 bins are padded to 512.
        this.padded = 1 << (int) Math.ceil((float) Math.log(bins) / Math.log(2)) + 1;
        this.offset = (padded - bins) / 2;
        this.fourier = new FourierTransform(padded);
    }

    /**
     * Returns E(u | v) at the bins' places, {@code minimum + slope · bin}.
     *
     * @param histogram V; not modified
     * @param slope width of a bin, positive
     */
    float[] map(double[] histogram, float minimum, float slope) {
        double[] blur = blurSpectrum(slope);
        double[] re = new double[padded];
        double[] im = new double[padded];
        System.arraycopy(histogram, 0, re, offset, bins);
        fourier.forward(re, im);
        for (int n = 0; n < padded; n++) {
            double gain = blur[n] / (blur[n] * blur[n] + noise);
            re[n] *= gain;
            im[n] *= gain;
        }
        fourier.backward(re, im);
        // The two convolutions are of real numbers with an even kernel: one transform carries both.
        for (int n = 0; n < padded; n++) {
            double u = Math.max(re[n], 0);
            re[n] = (minimum + ((float) n - offset) * slope) * u;
            im[n] = u;
        }
        fourier.forward(re, im);
        for (int n = 0; n < padded; n++) {
            re[n] *= blur[n];
            im[n] *= blur[n];
        }
        fourier.backward(re, im);
        float[] out = new float[bins];
        for (int n = 0; n < bins; n++) {
            double denominator = im[n + offset];
            out[n] = denominator == 0 ? 0 : (float) (re[n + offset] / denominator);
        }
        return out;
    }

    /** Returns the spectrum of F, which is real, F being even. */
    private double[] blurSpectrum(float slope) {
        float scaled = fwhm / slope;
        float factor = (float) (4 * Math.log(2) / (scaled * scaled));
        float scale = (float) (2 * Math.sqrt(Math.log(2) / Math.PI) / scaled);
        double[] re = new double[padded];
        re[0] = scale;
        for (int n = 1; n <= padded / 2; n++) {
            float value = scale * (float) Math.exp(-((float) n * n) * factor);
            re[n] = value;
            re[padded - n] = value;
        }
        fourier.forward(re, new double[padded]);
        return re;
    }
}
