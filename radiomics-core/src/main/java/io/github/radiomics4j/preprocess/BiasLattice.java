package io.github.radiomics4j.preprocess;

import java.util.Arrays;

/**
 * The control points of a B-spline field over a box of voxels, 32-bit floats, x fastest. Immutable.
 *
 * <p>The weights of a voxel are products of its weights along x, y and z, so every sum over a neighborhood of control
 * points or of voxels is taken axis by axis.
 */
final class BiasLattice {
    private final int nx;
    private final int ny;
    private final int nz;
    private final int order;
    private final float[] values;

    private BiasLattice(int nx, int ny, int nz, int order, float[] values) {
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.order = order;
        this.values = values;
    }

    /** Returns a lattice of zeros. */
    static BiasLattice zeros(int nx, int ny, int nz, int order) {
        return new BiasLattice(nx, ny, nz, order, new float[Math.multiplyExact(Math.multiplyExact(nx, ny), nz)]);
    }

    int points(int axis) {
        return axis == 0 ? nx : axis == 1 ? ny : nz;
    }

    int order() {
        return order;
    }

    int length() {
        return values.length;
    }

    /**
     * Returns this lattice plus {@code delta / omega}; a control point that no voxel reaches stays as it is.
     *
     * @param delta x fastest; not modified
     * @param omega x fastest; not modified
     */
    BiasLattice plus(double[] delta, double[] omega) {
        float[] out = values.clone();
        for (int i = 0; i < out.length; i++) {
            if (omega[i] > NO_VOXEL) {
                out[i] += (float) (delta[i] / omega[i]);
            }
        }
        return new BiasLattice(nx, ny, nz, order, out);
    }

    /** What ITK takes for a weight of zero: a tenth of the spacing of doubles at 1. */
    private static final double NO_VOXEL = 0.1 * Math.ulp(1.0);

    /**
     * Returns the same field on a lattice with twice the spans along each axis. With order n, by the two-scale relation of
     * uniform B-splines, {@code new[j] = Σᵢ 2⁻ⁿ · C(n + 1, j + n − 2 i) · old[i]}.
     */
    BiasLattice refined() {
        double[] x = refine(values, 1, nx, ny * nz);
        double[] xy = refine(x, 2 * nx - order, ny, nz);
        double[] xyz = refine(xy, (2 * nx - order) * (2 * ny - order), nz, 1);
        float[] out = new float[xyz.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) xyz[i];
        }
        return new BiasLattice(2 * nx - order, 2 * ny - order, 2 * nz - order, order, out);
    }

    private double[] refine(float[] in, int stride, int length, int lines) {
        double[] wide = new double[in.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = in[i];
        }
        return refine(wide, stride, length, lines);
    }

    /** Refines the middle axis of an array of {@code lines × length × stride}. */
    private double[] refine(double[] in, int stride, int length, int lines) {
        int longer = 2 * length - order;
        double[] out = new double[lines * longer * stride];
        for (int line = 0; line < lines; line++) {
            for (int j = 0; j < longer; j++) {
                for (int i = j / 2; i < length && j + order - 2 * i >= 0; i++) {
                    double weight = binomial(order + 1, j + order - 2 * i) / (double) (1 << order);
                    for (int s = 0; s < stride; s++) {
                        out[(line * longer + j) * stride + s] += weight * in[(line * length + i) * stride + s];
                    }
                }
            }
        }
        return out;
    }

    private static int binomial(int n, int k) {
        int c = k > n ? 0 : 1;
        for (int i = 1; i <= k && k <= n; i++) {
            c = c * (n - i + 1) / i;
        }
        return c;
    }

    /**
     * Sums over z: the control points of one slice.
     *
     * @param z its axis; its order is this lattice's
     * @param out overwritten: x fastest, {@link #points} along x and y
     */
    void slice(LatticeAxis z, int slice, float[] out) {
        int plane = nx * ny;
        Arrays.fill(out, 0, plane, 0);
        for (int t = 0; t <= order; t++) {
            float w = z.weights()[LatticeAxis.TAPS * slice + t];
            int from = (z.spans()[slice] + t) * plane;
            for (int i = 0; i < plane; i++) {
                out[i] += w * values[from + i];
            }
        }
    }

    /**
     * Sums over y: the control points of one row.
     *
     * @param slice of {@link #slice}; not modified
     * @param out overwritten, followed by what the taps of a lower order read: {@link #points} along x and 3 more
     */
    void row(float[] slice, LatticeAxis y, int row, float[] out) {
        Arrays.fill(out, 0);
        for (int t = 0; t <= order; t++) {
            float w = y.weights()[LatticeAxis.TAPS * row + t];
            int from = (y.spans()[row] + t) * nx;
            for (int i = 0; i < nx; i++) {
                out[i] += w * slice[from + i];
            }
        }
    }
}
