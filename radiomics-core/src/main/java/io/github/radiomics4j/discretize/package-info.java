/**
 * Gray levels: a {@link io.github.radiomics4j.discretize.Discretization} turns the intensities of a region into {@link
 * io.github.radiomics4j.discretize.GrayLevels}, 1 to N.
 *
 * <p>Stage 5: the range of the region; the edges of its bins, {@link io.github.radiomics4j.discretize.FixedBinWidth} or
 * {@link io.github.radiomics4j.discretize.FixedBinCount}; the level of each voxel; the {@link
 * io.github.radiomics4j.discretize.PresentLevels} among 1 to N. What surprises people: bins of a fixed
 * width are anchored at zero ({@link io.github.radiomics4j.discretize.WidthAnchor}), not at the region's minimum, so the
 * lowest bin may be narrower than the others.
 */
@NullMarked
package io.github.radiomics4j.discretize;

import org.jspecify.annotations.NullMarked;
