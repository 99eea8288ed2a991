package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Size;

/**
 * The weights of one output voxel at a time, to the last bit: from a table for each axis where the axes tell every index,
 * else each computed on its own. For one thread.
 */
final class KernelPlaces {
    private final AxisKernel kernel;
    private final InputBox box;
    private final Size output;
    private final KernelTaps[] tables;
    private final RowIndices indices;
    private final double[] weights;
    private final int[] positions;
    private int row = -1;

    /** @param tables as {@link #tables} gives them, shared; not modified */
    KernelPlaces(AxisKernel kernel, IndexMap map, InputBox box, Size output, KernelTaps[] tables) {
        this.kernel = kernel;
        this.box = box;
        this.output = output;
        this.tables = tables;
        this.indices = new RowIndices(map, output);
        this.weights = new double[3 * kernel.taps()];
        this.positions = new int[3 * kernel.taps()];
    }

    /** Returns the tables of an index map that is exactly separable, else none. */
    static KernelTaps[] tables(AxisKernel kernel, IndexMap map, InputBox box) {
        if (!map.isExactlySeparable()) {
            return new KernelTaps[0];
        }
        KernelTaps[] tables = new KernelTaps[3];
        for (int a = 0; a < 3; a++) {
            tables[a] = new KernelTaps(kernel, a, map.axis(a), box);
        }
        return tables;
    }

    /** Makes {@link #weights} and {@link #positions} those of voxel {@code i} of a row; returns whether it is inside. */
    boolean read(int row, int i) {
        return tables.length > 0 ? copy(i, row % output.y(), row / output.y()) : compute(row, i);
    }

    private boolean copy(int x, int y, int z) {
        if (!tables[0].isInside(x) || !tables[1].isInside(y) || !tables[2].isInside(z)) {
            return false;
        }
        int n = kernel.taps();
        for (int a = 0; a < 3; a++) {
            int at = n * (a == 0 ? x : a == 1 ? y : z);
            System.arraycopy(tables[a].weights(), at, weights, a * n, n);
            System.arraycopy(tables[a].positions(), at, positions, a * n, n);
        }
        return true;
    }

    private boolean compute(int wanted, int i) {
        if (wanted != row) {
            indices.read(wanted);
            row = wanted;
        }
        double x = indices.x()[i];
        double y = indices.y()[i];
        double z = indices.z()[i];
        Size v = box.volume();
        boolean inside = x >= -0.5 && x < v.x() - 0.5 && y >= -0.5 && y < v.y() - 0.5 && z >= -0.5 && z < v.z() - 0.5;
        if (inside) {
            int n = kernel.taps();
            kernel.weigh(0, x, v.x(), box.box().x(), weights, positions, 0);
            kernel.weigh(1, y, v.y(), box.box().y(), weights, positions, n);
            if (box.isPlane()) {
                weights[2 * n] = 1; // the others weigh nothing
            } else {
                kernel.weigh(2, z, v.z(), box.box().z(), weights, positions, 2 * n);
            }
        }
        return inside;
    }

    /** Returns the weights along x, then y, then z; overwritten by the next {@link #read}. */
    double[] weights() {
        return weights;
    }

    /** Returns the positions of the weights within the box; overwritten by the next {@link #read}. */
    int[] positions() {
        return positions;
    }
}
