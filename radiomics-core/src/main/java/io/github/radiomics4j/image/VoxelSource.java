package io.github.radiomics4j.image;

/** The voxels of a volume, x fastest, however they come about. Immutable. */
interface VoxelSource {

    /** Returns how the voxels are stored, or would be. */
    PixelType type();

    int length();

    double get(int index);

    /** Copies {@code length} voxels from {@code from} into {@code out} (overwritten) from {@code to}. */
    void copy(int from, double[] out, int to, int length);

    /** Copies {@code length} voxels as labels: cast to 32-bit unsigned, which cuts fractions off. */
    void copyLabels(int from, int[] out, int to, int length);

    /** Returns whether all of {@code length} voxels from {@code from} are 0; may say no where they are. */
    boolean isBackground(int from, int length);

    /** Returns the voxels of {@code box} of a volume of {@code size}. */
    VoxelSource crop(Size size, BoundingBox box);

    /** SHA-1 of the voxels as little-endian bytes, in lower-case hexadecimal digits. */
    String sha1();
}
