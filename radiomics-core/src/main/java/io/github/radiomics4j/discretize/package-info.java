/**
 * Gray levels: a {@link io.github.radiomics4j.discretize.Discretization} turns the intensities of a region into {@link
 * io.github.radiomics4j.discretize.GrayLevels}, 1 to N.
 *
 * <p>Stage 5. What surprises people: bins of a fixed width are anchored at zero, not at the region's minimum, so the
 * lowest bin may be narrower than the others.
 */
@NullMarked
package io.github.radiomics4j.discretize;

import org.jspecify.annotations.NullMarked;
