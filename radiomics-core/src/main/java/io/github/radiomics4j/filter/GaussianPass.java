package io.github.radiomics4j.filter;

/**
 * A {@link RecursiveGaussian} along one axis of a volume; each line in 64 bits, the result in 32.
 *
 * <p>A volume is seen as [outer][n][inner]: n voxels along the axis, {@code inner} voxels in a contiguous piece before the
 * next along the axis (1 for the x axis), {@code outer} such groups. Many lines are filtered side by side, so that each
 * step of the recursion is one loop over contiguous numbers.
 */
final class GaussianPass {
    /** Lines filtered side by side: the work space of a line of 300 voxels stays in the cache. */
    private static final int LINES = 64;

    private final RecursiveGaussian filter;
    private final int inner;
    private final int n;
    private final int outer;
    private final int first;
    private final int count;

    /**
     * @param first first voxel wanted along the axis
     * @param count voxels wanted along it
     */
    GaussianPass(RecursiveGaussian filter, int inner, int n, int outer, int first, int count) {
        this.filter = filter;
        this.inner = inner;
        this.n = n;
        this.outer = outer;
        this.first = first;
        this.count = count;
    }

    /** Returns the wanted part, layout [outer][count][inner], of a volume of layout [outer][n][inner]; not modified. */
    float[] apply(double[] in) {
        return apply(in, new float[0]);
    }

    /** As {@link #apply(double[])}. */
    float[] apply(float[] in) {
        return apply(new double[0], in);
    }

    /** One of the two inputs is empty. */
    private float[] apply(double[] wide, float[] narrow) {
        float[] out = new float[outer * count * inner];
        double[][] x = new double[n][LINES];
        double[][] y = new double[n][LINES];
        double[][] work = new double[RecursiveGaussian.WORK_ROWS][LINES];
        boolean isWide = wide.length > 0;
        if (inner == 1) {
            for (int line = 0; line < outer; line += LINES) {
                int width = Math.min(LINES, outer - line);
                for (int i = 0; i < n; i++) {
                    gatherColumn(wide, narrow, isWide, line * n + i, x[i], width);
                }
                filter.filter(x, y, work, n, first, first + count, width);
                for (int i = 0; i < count; i++) {
                    scatterColumn(y[first + i], out, line * count + i, width);
                }
            }
            return out;
        }
        for (int o = 0; o < outer; o++) {
            for (int start = 0; start < inner; start += LINES) {
                int width = Math.min(LINES, inner - start);
                for (int i = 0; i < n; i++) {
                    gatherRow(wide, narrow, isWide, (o * n + i) * inner + start, x[i], width);
                }
                filter.filter(x, y, work, n, first, first + count, width);
                for (int i = 0; i < count; i++) {
                    scatterRow(y[first + i], out, (o * count + i) * inner + start, width);
                }
            }
        }
        return out;
    }

    private void gatherColumn(double[] wide, float[] narrow, boolean isWide, int from, double[] row, int width) {
        if (isWide) {
            for (int b = 0; b < width; b++) {
                row[b] = wide[from + b * n];
            }
        } else {
            for (int b = 0; b < width; b++) {
                row[b] = narrow[from + b * n];
            }
        }
    }

    private void scatterColumn(double[] row, float[] out, int to, int width) {
        for (int b = 0; b < width; b++) {
            out[to + b * count] = (float) row[b];
        }
    }

    private static void gatherRow(double[] wide, float[] narrow, boolean isWide, int from, double[] row, int width) {
        if (isWide) {
            System.arraycopy(wide, from, row, 0, width);
        } else {
            for (int b = 0; b < width; b++) {
                row[b] = narrow[from + b];
            }
        }
    }

    private static void scatterRow(double[] row, float[] out, int to, int width) {
        for (int b = 0; b < width; b++) {
            out[to + b] = (float) row[b];
        }
    }
}
