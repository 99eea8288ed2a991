package io.github.radiomics4j.filter;

import java.util.Arrays;

/**
 * One step of the wavelet transform along one axis, low- and high-pass together, in 64 or in 32 bits.
 *
 * <p>A volume is seen as [outer][n][inner], as in {@link GaussianPass}; n are the needed elements of the axis, the result
 * has its wanted outputs. The sum over the taps runs from j = 0 on, but for the taps beyond the end of the axis, which come
 * first and in reverse; in 32 bits each product and each sum is rounded: the last bits are PyWavelets'.
 */
final class WaveletPass {
    /** Voxels of a row handled at a time: the rows of an axis stay in the cache. */
    private static final int PIECE = 128;

    /** Taps in the order of the sum, by the number of turned ones: {@link PeriodicAxis#turned}. */
    private final double[][] lows;

    private final double[][] highs;
    private final float[][] narrowLows;
    private final float[][] narrowHighs;
    private final int taps;

    WaveletPass(MotherWavelet wavelet) {
        double[] low = wavelet.lowPass();
        double[] high = wavelet.highPass();
        taps = low.length;
        lows = new double[taps / 2 + 1][];
        highs = new double[taps / 2 + 1][];
        narrowLows = new float[taps / 2 + 1][];
        narrowHighs = new float[taps / 2 + 1][];
        boolean divided = wavelet.isKeptDividedByRootOfTwo();
        for (int turned = 0; turned <= taps / 2; turned++) {
            lows[turned] = turn(low, turned);
            highs[turned] = turn(high, turned);
            narrowLows[turned] = narrow(lows[turned], divided);
            narrowHighs[turned] = narrow(highs[turned], divided);
        }
    }

    /** The first taps in reverse, the others as they are. */
    private static double[] turn(double[] taps, int turned) {
        double[] out = taps.clone();
        for (int j = 0; j < turned; j++) {
            out[j] = taps[turned - 1 - j];
        }
        return out;
    }

    private static float[] narrow(double[] taps, boolean divided) {
        float[] out = new float[taps.length];
        for (int j = 0; j < taps.length; j++) {
            out[j] = divided ? (float) (taps[j] / Math.sqrt(2)) * (float) Math.sqrt(2) : (float) taps[j];
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
        int n = axis.needed().length;
        int count = axis.count();
        int[] positions = axis.positions();
        if (inner == 1) {
            for (int o = 0; o < outer; o++) {
                alongRow(in, o * n, axis, lowOut, highOut, o * count);
            }
            return;
        }
        // Rows in arrays of their own: loops with one index over them are vectorized, loops with offsets are not.
        double[][] rows = new double[n][Math.min(inner, PIECE)];
        double[] sum = new double[Math.min(inner, PIECE)];
        double[][] used = new double[taps][];
        for (int o = 0; o < outer; o++) {
            for (int start = 0; start < inner; start += PIECE) {
                int width = Math.min(PIECE, inner - start);
                for (int i = 0; i < n; i++) {
                    System.arraycopy(in, (o * n + i) * inner + start, rows[i], 0, width);
                }
                for (int i = 0; i < count; i++) {
                    for (int j = 0; j < taps; j++) {
                        used[j] = rows[positions[i * taps + j]];
                    }
                    int to = (o * count + i) * inner + start;
                    combine(used, lows[axis.turned(i)], sum, width);
                    System.arraycopy(sum, 0, lowOut, to, width);
                    combine(used, highs[axis.turned(i)], sum, width);
                    System.arraycopy(sum, 0, highOut, to, width);
                }
            }
        }
    }

    private void alongRow(double[] in, int from, PeriodicAxis axis, double[] lowOut, double[] highOut, int to) {
        int[] positions = axis.positions();
        int straight = axis.straightCount();
        alongRow(in, from, positions, 0, straight, lows[0], highs[0], lowOut, highOut, to);
        for (int i = straight; i < axis.count(); i++) {
            int turned = axis.turned(i);
            alongRow(in, from, positions, i, i + 1, lows[turned], highs[turned], lowOut, highOut, to);
        }
    }

    /** Outputs {@code first} to {@code end} of one row with one order of the taps. */
    private static void alongRow(
            double[] in,
            int from,
            int[] positions,
            int first,
            int end,
            double[] low,
            double[] high,
            double[] lowOut,
            double[] highOut,
            int to) {
        int taps = low.length;
        for (int i = first; i < end; i++) {
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

    /** Writes the sum of rows times taps, three rows at a time: longer loops are not vectorized. */
    private static void combine(double[][] rows, double[] taps, double[] sum, int width) {
        Arrays.fill(sum, 0, width, 0);
        int j = 0;
        for (; j + 3 <= taps.length; j += 3) {
            addThree(rows[j], rows[j + 1], rows[j + 2], taps[j], taps[j + 1], taps[j + 2], sum, width);
        }
        for (; j < taps.length; j++) {
            addOne(rows[j], taps[j], sum, width);
        }
    }

    private static void addThree(
            double[] a, double[] b, double[] c, double ta, double tb, double tc, double[] sum, int width) {
        for (int i = 0; i < width; i++) {
            sum[i] = sum[i] + ta * a[i] + tb * b[i] + tc * c[i];
        }
    }

    private static void addOne(double[] a, double ta, double[] sum, int width) {
        for (int i = 0; i < width; i++) {
            sum[i] += ta * a[i];
        }
    }

    /** As {@link #apply(double[], int, PeriodicAxis, int, double[], double[])}, in 32 bits. */
    void apply(float[] in, int outer, PeriodicAxis axis, int inner, float[] lowOut, float[] highOut) {
        int n = axis.needed().length;
        int count = axis.count();
        int[] positions = axis.positions();
        if (inner == 1) {
            for (int o = 0; o < outer; o++) {
                alongRow(in, o * n, axis, lowOut, highOut, o * count);
            }
            return;
        }
        float[][] rows = new float[n][Math.min(inner, PIECE)];
        float[] sum = new float[Math.min(inner, PIECE)];
        float[][] used = new float[taps][];
        for (int o = 0; o < outer; o++) {
            for (int start = 0; start < inner; start += PIECE) {
                int width = Math.min(PIECE, inner - start);
                for (int i = 0; i < n; i++) {
                    System.arraycopy(in, (o * n + i) * inner + start, rows[i], 0, width);
                }
                for (int i = 0; i < count; i++) {
                    for (int j = 0; j < taps; j++) {
                        used[j] = rows[positions[i * taps + j]];
                    }
                    int to = (o * count + i) * inner + start;
                    combine(used, narrowLows[axis.turned(i)], sum, width);
                    System.arraycopy(sum, 0, lowOut, to, width);
                    combine(used, narrowHighs[axis.turned(i)], sum, width);
                    System.arraycopy(sum, 0, highOut, to, width);
                }
            }
        }
    }

    private void alongRow(float[] in, int from, PeriodicAxis axis, float[] lowOut, float[] highOut, int to) {
        int[] positions = axis.positions();
        int straight = axis.straightCount();
        alongRow(in, from, positions, 0, straight, narrowLows[0], narrowHighs[0], lowOut, highOut, to);
        for (int i = straight; i < axis.count(); i++) {
            int turned = axis.turned(i);
            alongRow(in, from, positions, i, i + 1, narrowLows[turned], narrowHighs[turned], lowOut, highOut, to);
        }
    }

    /** Outputs {@code first} to {@code end} of one row with one order of the taps. */
    private static void alongRow(
            float[] in,
            int from,
            int[] positions,
            int first,
            int end,
            float[] low,
            float[] high,
            float[] lowOut,
            float[] highOut,
            int to) {
        int taps = low.length;
        for (int i = first; i < end; i++) {
            float l = 0;
            float h = 0;
            for (int j = 0; j < taps; j++) {
                float x = in[from + positions[i * taps + j]];
                l += low[j] * x;
                h += high[j] * x;
            }
            lowOut[to + i] = l;
            highOut[to + i] = h;
        }
    }

    private static void combine(float[][] rows, float[] taps, float[] sum, int width) {
        Arrays.fill(sum, 0, width, 0);
        int j = 0;
        for (; j + 3 <= taps.length; j += 3) {
            addThree(rows[j], rows[j + 1], rows[j + 2], taps[j], taps[j + 1], taps[j + 2], sum, width);
        }
        for (; j < taps.length; j++) {
            addOne(rows[j], taps[j], sum, width);
        }
    }

    private static void addThree(
            float[] a, float[] b, float[] c, float ta, float tb, float tc, float[] sum, int width) {
        for (int i = 0; i < width; i++) {
            sum[i] = sum[i] + ta * a[i] + tb * b[i] + tc * c[i];
        }
    }

    private static void addOne(float[] a, float ta, float[] sum, int width) {
        for (int i = 0; i < width; i++) {
            sum[i] += ta * a[i];
        }
    }
}
