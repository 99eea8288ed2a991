package io.github.radiomics4j.preprocess;

/** How much the voxels around a place weigh; the weight of a voxel is the product of its weights along x, y and z. */
sealed interface AxisKernel permits GaussianKernel, WindowedSinc {

    /** Returns how many entries a place has along one axis. */
    int taps();

    /** Returns how many voxels, at most, lie between a place and a voxel that it looks at. */
    int reach();

    /** Returns whether the sum over all voxels is divided by the sum of their weights. */
    boolean isMean();

    /**
     * Writes the weights along one axis and the voxels they belong to, in rising order; entries to spare weigh nothing and
     * repeat the last voxel.
     *
     * @param x continuous index, inside the image
     * @param length voxels of the image along the axis
     * @param boxStart voxel from which the positions count
     * @param weights overwritten from {@code at} on, {@link #taps} numbers
     * @param positions overwritten from {@code at} on, {@link #taps} numbers
     */
    void weigh(int axis, double x, int length, int boxStart, double[] weights, int[] positions, int at);

    /**
     * Returns the value at a place, every product in ITK's order: the last bit decides what an integer becomes.
     *
     * @param in values of a box, x fastest; not modified
     * @param sizeX of the box
     * @param sizeY of the box
     * @param weights {@link #taps} weights along x, then y, then z; not modified
     * @param positions of the weights; not modified
     */
    double evaluate(double[] in, int sizeX, int sizeY, double[] weights, int[] positions);
}
