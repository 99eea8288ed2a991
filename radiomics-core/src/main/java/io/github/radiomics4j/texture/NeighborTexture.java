package io.github.radiomics4j.texture;

/** What {@link NeighborCounts} can count in one visit of a region. */
public enum NeighborTexture {
    /** Pairs of levels, each pair counted in both orders. */
    GLCM,
    /** Pairs of levels, first voxel and the one that the direction leads to. */
    DIRECTED_GLCM,
    /** Neighbors of the same level. */
    GLDM,
    /** Difference from the mean of the neighbors. */
    NGTDM
}
