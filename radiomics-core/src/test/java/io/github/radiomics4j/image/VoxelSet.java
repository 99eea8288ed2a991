package io.github.radiomics4j.image;

/** Voxels by formula. */
@FunctionalInterface
public interface VoxelSet {

    /** Returns whether the voxel belongs to the set. */
    boolean contains(int x, int y, int z);

    /** Returns the mask on {@code grid} that is 1 in the set and 0 elsewhere. */
    default Mask on(Grid grid) {
        Size size = grid.size();
        boolean[] labels = new boolean[Math.toIntExact(size.voxelCount())];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = contains(i % size.x(), i / size.x() % size.y(), i / size.x() / size.y());
        }
        return Mask.of(grid, labels);
    }
}
