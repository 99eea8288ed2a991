package io.github.radiomics4j.filter;

/**
 * One step of the wavelet transform along one axis, low- and high-pass together, in 64 or in 32 bits.
 *
 * <p>A volume is seen as [outer][n][inner], as in {@link GaussianPass}; n are the needed elements of the axis, the result
 * has its wanted outputs. The sum over the taps runs from j = 0 on and, in 32 bits, each product and each sum is rounded:
 * the last bits are PyWavelets'.
 */
final class WaveletPass {
    private final double[] low;
    private final double[] high;
    private final float[] narrowLow;
    private final float[] narrowHigh;

    WaveletPass(MotherWavelet wavelet) {
        low = wavelet.lowPass();
        high = wavelet.highPass();
        narrowLow = narrow(low);
        narrowHigh = narrow(high);
    }

    /** PyWavelets keeps coiflets divided by √2 and multiplies them again, in 32 bits. */
    private static float[] narrow(double[] taps) {
        float[] out = new float[taps.length];
        for (int j = 0; j < taps.length; j++) {
            out[j] = (float) (taps[j] / Math.sqrt(2)) * (float) Math.sqrt(2);
        }
        return out;
    }

    /**
     * Filters in 64 bits.
     *
     * @param in [outer][axis.needed][inner]; not modified
     * @param lowOut [outer][axis.count][inner]; overwritten
     * @param highOut as {@code lowOut}
     */
    void apply(double[] in, int outer, PeriodicAxis axis, int inner, double[] lowOut, double[] highOut) {
        int taps = low.length;
        int n = axis.needed().length;
        int count = axis.count();
        int[] positions = axis.positions();
        if (inner == 1) {
            for (int o = 0; o < outer; o++) {
                alongRow(in, o * n, positions, lowOut, highOut, o * count, count);
            }
            return;
        }
        int[] rows = new int[taps];
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < taps; j++) {
                    rows[j] = (o * n + positions[i * taps + j]) * inner;
                }
                int to = (o * count + i) * inner;
                combine(in, rows, low, lowOut, to, inner);
                combine(in, rows, high, highOut, to, inner);
            }
        }
    }

    private void alongRow(
            double[] in, int from, int[] positions, double[] lowOut, double[] highOut, int to, int count) {
        int taps = low.length;
        for (int i = 0; i < count; i++) {
            double l = 0;
            double h = 0;
            for (int j = 0; j < taps; j++) {
                double x = in[from + positions[i * taps + j]];
                l += low[j] * x;
                h += high[j] * x;
            }
            lowOut[to + i] = l;
            highOut[to + i] = h;
        }
    }

    /** Writes the sum of rows times taps; six rows in one loop, further ones added. */
    private static void combine(double[] in, int[] rows, double[] taps, double[] out, int to, int width) {
        int done = Math.min(6, taps.length);
        if (done == 6) {
            six(in, rows, taps, out, to, width);
        } else {
            for (int b = 0; b < width; b++) {
                out[to + b] = 0;
            }
            done = 0;
        }
        for (int j = done; j < taps.length; j++) {
            int row = rows[j];
            double tap = taps[j];
            for (int b = 0; b < width; b++) {
                out[to + b] += tap * in[row + b];
            }
        }
    }

    private static void six(double[] in, int[] rows, double[] taps, double[] out, int to, int width) {
        int r0 = rows[0];
        int r1 = rows[1];
        int r2 = rows[2];
        int r3 = rows[3];
        int r4 = rows[4];
        int r5 = rows[5];
        double t0 = taps[0];
        double t1 = taps[1];
        double t2 = taps[2];
        double t3 = taps[3];
        double t4 = taps[4];
        double t5 = taps[5];
        for (int b = 0; b < width; b++) {
            out[to + b] = t0 * in[r0 + b]
                    + t1 * in[r1 + b]
                    + t2 * in[r2 + b]
                    + t3 * in[r3 + b]
                    + t4 * in[r4 + b]
                    + t5 * in[r5 + b];
        }
    }

    /** As {@link #apply(double[], int, PeriodicAxis, int, double[], double[])}, in 32 bits. */
    void apply(float[] in, int outer, PeriodicAxis axis, int inner, float[] lowOut, float[] highOut) {
        int taps = narrowLow.length;
        int n = axis.needed().length;
        int count = axis.count();
        int[] positions = axis.positions();
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
                int to = (o * count + i) * inner;
                for (int j = 0; j < taps; j++) {
                    int from = (o * n + positions[i * taps + j]) * inner;
                    add(in, from, narrowLow[j], lowOut, to, inner, j == 0);
                    add(in, from, narrowHigh[j], highOut, to, inner, j == 0);
                }
            }
        }
    }

    private static void add(float[] in, int from, float tap, float[] out, int to, int width, boolean first) {
        if (first) {
            for (int b = 0; b < width; b++) {
                out[to + b] = tap * in[from + b];
            }
        } else {
            for (int b = 0; b < width; b++) {
                out[to + b] += tap * in[from + b];
            }
        }
    }
}
