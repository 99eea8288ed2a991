package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;

/**
 * Where the voxels of one grid lie on another, as continuous indices, in ITK's order of operations.
 *
 * <p>The order matters: a voxel of the new grid often lies exactly halfway between two old ones, and the last bit of its
 * index then decides which of them a nearest neighbor is.
 *
 * <p>Matrices are row-major, 3 × 3: {@code toPhysical[3 r + c]} is direction (r, c) times spacing c.
 */
final class IndexMap {
    private final Size outputSize;
    private final double[] outputToPhysical;
    private final Point outputOrigin;
    private final Size inputSize;
    private final double[] physicalToInput;
    private final Point inputOrigin;

    /** The map from voxels of {@code output} to continuous indices of {@code input}. */
    IndexMap(Grid output, Grid input) {
        outputSize = output.size();
        outputToPhysical = toPhysical(output);
        outputOrigin = output.origin();
        inputSize = input.size();
        physicalToInput = toIndex(input);
        inputOrigin = input.origin();
    }

    /** Returns the physical place of a continuous index: the sum first, then the origin. */
    static Point physical(Grid grid, double i, double j, double k) {
        double[] m = toPhysical(grid);
        return new Point(
                m[0] * i + m[1] * j + m[2] * k + grid.origin().x(),
                m[3] * i + m[4] * j + m[5] * k + grid.origin().y(),
                m[6] * i + m[7] * j + m[8] * k + grid.origin().z());
    }

    private static double[] toPhysical(Grid grid) {
        double[] m = new double[9];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                m[3 * r + c] = grid.direction().get(r, c) * grid.spacing().along(c);
            }
        }
        return m;
    }

    private static double[] toIndex(Grid grid) {
        Direction d = grid.direction();
        double[] m = new double[9];
        if (!isSignedPermutation(d)) {
            return ItkInverse.of(toPhysical(grid), grid.dimensions());
        }
        Spacing s = grid.spacing();
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                m[3 * r + c] = d.get(c, r) == 0 ? 0 : d.get(c, r) / s.along(r);
            }
        }
        return m;
    }

    private static boolean isSignedPermutation(Direction d) {
        for (int r = 0; r < 3; r++) {
            int ones = 0;
            for (int c = 0; c < 3; c++) {
                double v = Math.abs(d.get(r, c));
                if (v == 1) {
                    ones++;
                } else if (v != 0) {
                    return false;
                }
            }
            if (ones != 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes the input indices of output row (·, j, k): its first voxel and the one after its last are mapped, those
     * between are interpolated.
     *
     * @param x overwritten, at least as long as the row; so are {@code y} and {@code z}
     */
    void row(int j, int k, double[] x, double[] y, double[] z) {
        int n = outputSize.x();
        double[] start = map(0, j, k);
        double[] end = map(n, j, k);
        double[][] out = {x, y, z};
        for (int a = 0; a < 3; a++) {
            double s = start[a];
            double length = end[a] - s;
            double[] o = out[a];
            for (int i = 0; i < n; i++) {
                double alpha = i / (double) n;
                o[i] = s + alpha * length;
            }
        }
    }

    private double[] map(int i, int j, int k) {
        double[] m = outputToPhysical;
        double px = outputOrigin.x() + m[0] * i + m[1] * j + m[2] * k - inputOrigin.x();
        double py = outputOrigin.y() + m[3] * i + m[4] * j + m[5] * k - inputOrigin.y();
        double pz = outputOrigin.z() + m[6] * i + m[7] * j + m[8] * k - inputOrigin.z();
        double[] w = physicalToInput;
        return new double[] {
            w[0] * px + w[1] * py + w[2] * pz, w[3] * px + w[4] * py + w[5] * pz, w[6] * px + w[7] * py + w[8] * pz
        };
    }

    /** Returns the indices along one axis of the output voxels on that axis through output voxel (0, 0, 0). */
    double[] axis(int a) {
        int n = outputSize.along(a);
        double[] out = new double[n];
        if (a == 0) {
            row(0, 0, out, new double[n], new double[n]);
            return out;
        }
        for (int i = 0; i < n; i++) {
            out[i] = map(0, a == 1 ? i : 0, a == 2 ? i : 0)[a];
        }
        return out;
    }

    /**
     * Returns whether each axis of the output runs along the same axis of the input, so that {@link #axis} tells every
     * index: exactly, or, for oblique directions, to rounding with no voxel so near the border that rounding would
     * decide whether it is inside.
     */
    boolean isSeparable() {
        return isDiagonal(1e-11) && (isExactlySeparable() || isClearOfTheBorder());
    }

    /** Returns whether {@link #axis} tells every index to the last bit. */
    boolean isExactlySeparable() {
        // Without rounding in either matrix, as for axes along LPS in any order and sense.
        return isDiagonal(0) && isSparse(outputToPhysical) && isSparse(physicalToInput);
    }

    private static boolean isSparse(double[] m) {
        return Arrays.stream(m).filter(v -> v != 0).count() == 3;
    }

    /** Returns whether an input index changes with its own output axis alone, by more than the tolerance at least. */
    private boolean isDiagonal(double tolerance) {
        double[] m = outputToPhysical;
        double[] w = physicalToInput;
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                double compound = w[3 * r] * m[c] + w[3 * r + 1] * m[3 + c] + w[3 * r + 2] * m[6 + c];
                if (r != c && Math.abs(compound) * outputSize.along(c) > tolerance) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isClearOfTheBorder() {
        for (int a = 0; a < 3; a++) {
            for (double index : axis(a)) {
                if (Math.abs(index + 0.5) < 1e-6 || Math.abs(index - inputSize.along(a) + 0.5) < 1e-6) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the smallest input index along {@code axis} of any corner of the output. */
    double lowest(int axis) {
        return extreme(axis, -1);
    }

    /** Returns the largest input index along {@code axis} of any corner of the output. */
    double highest(int axis) {
        return extreme(axis, 1);
    }

    private double extreme(int axis, int sign) {
        double extreme = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 8; corner++) {
            double[] index = map(
                    (corner & 1) * (outputSize.x() - 1),
                    (corner >> 1 & 1) * (outputSize.y() - 1),
                    (corner >> 2) * (outputSize.z() - 1));
            extreme = Math.max(extreme, sign * index[axis]);
        }
        return sign * extreme;
    }
}
