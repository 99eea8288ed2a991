package io.github.radiomics4j.discretize;

/** Where the edges of bins of a fixed width stand. */
public enum WidthAnchor {
    /**
     * Edges are multiples of the width: 0 is one of them, and the lowest bin may be narrower than the others for the
     * region. PyRadiomics' way; lesions of one study share their edges.
     */
    ZERO,
    /**
     * The first edge is the lower bound of the range of intensities that the region was cut to, whether a voxel has it or
     * not; without such a range it is the lowest intensity of the region. The way of the IBSI reference manual.
     */
    RANGE_MINIMUM
}
