package io.github.radiomics4j.image;

import java.util.Objects;

/**
 * Intensities on a {@link Grid}: one flat primitive array, x fastest, of the pixel type of its source. Immutable and
 * safe for use by many threads.
 *
 * <p>The type matters: resampling stores into the same type (integers lose their fraction), and wavelets of 32-bit
 * floats are computed in 32 bits, as PyRadiomics does both.
 */
public final class ImageVolume {
    private final Grid grid;
    private final VoxelSource voxels;

    private ImageVolume(Grid grid, VoxelSource voxels) {
        long expected = grid.size().voxelCount();
        if (voxels.length() != expected) {
            throw new IllegalArgumentException("a grid of size " + grid.size() + " has " + expected
                    + " voxels, found an array of " + voxels.length());
        }
        this.grid = grid;
        this.voxels = voxels;
    }

    /** Returns a volume of 16-bit signed integers. The array is copied. */
    public static ImageVolume of(Grid grid, short[] voxels) {
        return new ImageVolume(grid, new Voxels(PixelType.INT16, voxels.clone()));
    }

    /** Returns a volume of 32-bit signed integers. The array is copied. */
    public static ImageVolume of(Grid grid, int[] voxels) {
        return new ImageVolume(grid, new Voxels(PixelType.INT32, voxels.clone()));
    }

    /** Returns a volume of 32-bit floats. The array is copied. */
    public static ImageVolume of(Grid grid, float[] voxels) {
        return new ImageVolume(grid, new Voxels(PixelType.FLOAT32, voxels.clone()));
    }

    /** Returns a volume of 64-bit floats. The array is copied. */
    public static ImageVolume of(Grid grid, double[] voxels) {
        return new ImageVolume(grid, new Voxels(PixelType.FLOAT64, voxels.clone()));
    }

    /** Returns a volume of {@code slope · voxel + intercept}, in 64-bit floats, as from stored DICOM values. */
    public static ImageVolume of(Grid grid, short[] voxels, double slope, double intercept) {
        return rescaled(grid, new Voxels(PixelType.INT16, voxels), slope, intercept);
    }

    /** Returns a volume of {@code slope · voxel + intercept}, in 64-bit floats. */
    public static ImageVolume of(Grid grid, float[] voxels, double slope, double intercept) {
        return rescaled(grid, new Voxels(PixelType.FLOAT32, voxels), slope, intercept);
    }

    /** Returns a volume of {@code slope · voxel + intercept}, in 64-bit floats. */
    public static ImageVolume of(Grid grid, double[] voxels, double slope, double intercept) {
        return rescaled(grid, new Voxels(PixelType.FLOAT64, voxels), slope, intercept);
    }

    /**
     * Returns a volume around {@code array} without a copy.
     *
     * @param array the Java array that {@code type} names; handed over: the caller must not modify it any more
     */
    public static ImageVolume wrap(Grid grid, PixelType type, Object array) {
        return new ImageVolume(grid, Voxels.of(type, array));
    }

    private static ImageVolume rescaled(Grid grid, Voxels stored, double slope, double intercept) {
        if (!Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException(
                    "slope and intercept must be finite, found " + slope + " and " + intercept);
        }
        double[] out = new double[stored.length()];
        stored.copy(0, out, 0, out.length);
        for (int i = 0; i < out.length; i++) {
            out[i] = slope * out[i] + intercept;
        }
        return new ImageVolume(grid, new Voxels(PixelType.FLOAT64, out));
    }

    /** Returns where the voxels lie. */
    public Grid grid() {
        return grid;
    }

    /** Returns how the voxels are stored. */
    public PixelType type() {
        return voxels.type();
    }

    /** Returns the intensity of voxel (x, y, z). */
    public double get(int x, int y, int z) {
        Size size = grid.size();
        Objects.checkIndex(x, size.x());
        Objects.checkIndex(y, size.y());
        Objects.checkIndex(z, size.z());
        return voxels.get(x + size.x() * (y + size.y() * z));
    }

    /** Returns all intensities in a new array, x fastest. */
    public double[] toDoubles() {
        double[] out = new double[voxels.length()];
        voxels.copy(0, out, 0, out.length);
        return out;
    }

    /** Returns the intensities of {@code box} in a new array, x fastest. */
    public double[] toDoubles(BoundingBox box) {
        requireWithin(box);
        Size size = grid.size();
        double[] out = new double[Math.toIntExact(box.size().voxelCount())];
        int to = 0;
        for (int z = box.z(); z < box.z() + box.sizeZ(); z++) {
            for (int y = box.y(); y < box.y() + box.sizeY(); y++) {
                voxels.copy(box.x() + size.x() * (y + size.y() * z), out, to, box.sizeX());
                to += box.sizeX();
            }
        }
        return out;
    }

    /**
     * Copies {@code length} intensities, from flat index {@code from} on, into {@code out} (overwritten) from
     * {@code to}: for passes over a whole volume without a copy of it.
     */
    public void copyTo(int from, double[] out, int to, int length) {
        Objects.checkFromIndexSize(from, length, voxels.length());
        Objects.checkFromIndexSize(to, length, out.length);
        voxels.copy(from, out, to, length);
    }

    /** Returns the part of this volume in {@code box}, of the same pixel type. */
    public ImageVolume crop(BoundingBox box) {
        requireWithin(box);
        return box.equals(grid.box()) ? this : new ImageVolume(grid.crop(box), voxels.crop(grid.size(), box));
    }

    /** Returns the same voxels on {@code grid}, which must have the same size; they are shared. */
    public ImageVolume withGrid(Grid grid) {
        return new ImageVolume(grid, voxels);
    }

    /**
     * Returns the volume of {@code scale} · clip((voxel + {@code shift}) · {@code factor}), where clip cuts at ± {@code
     * limit}, in 64-bit floats. Nothing is copied: a voxel is computed each time that it is read.
     *
     * @param limit positive; infinite for no cut
     */
    public ImageVolume rescaled(double shift, double factor, double limit, double scale) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("the limit must be positive, found " + limit);
        }
        Voxels stored = voxels instanceof Voxels plain ? plain : new Voxels(PixelType.FLOAT64, toDoubles());
        return new ImageVolume(grid, new RescaledVoxels(stored, shift, factor, limit, scale));
    }

    /** Returns the SHA-1 of the voxels as little-endian bytes of their pixel type, in hexadecimal digits. */
    public String sha1() {
        return voxels.sha1();
    }

    VoxelSource voxels() {
        return voxels;
    }

    private void requireWithin(BoundingBox box) {
        if (!box.isWithin(grid.size())) {
            throw new IllegalArgumentException(
                    "a box must lie within the volume of size " + grid.size() + ", found " + box);
        }
    }

    @Override
    public String toString() {
        return "ImageVolume[" + type() + " " + grid.size() + ", spacing " + grid.spacing() + " mm]";
    }
}
