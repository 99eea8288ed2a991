package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Size;

/** The input indices of one output row at a time, in arrays that are used again for the next. */
final class RowIndices {
    private final IndexMap map;
    private final Size size;
    private final double[] x;
    private final double[] y;
    private final double[] z;

    RowIndices(IndexMap map, Size outputSize) {
        this.map = map;
        this.size = outputSize;
        this.x = new double[outputSize.x()];
        this.y = new double[outputSize.x()];
        this.z = new double[outputSize.x()];
    }

    /** Returns the number of rows. */
    int count() {
        return size.y() * size.z();
    }

    /** Makes {@link #x}, {@link #y} and {@link #z} those of {@code row}, counted y fastest. */
    void read(int row) {
        map.row(row % size.y(), row / size.y(), x, y, z);
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    double[] z() {
        return z;
    }
}
