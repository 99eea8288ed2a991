/**
 * From gray levels to counts: which levels stand beside which. In the order of the work: a {@link
 * io.github.radiomics4j.texture.Neighborhood} names the directions; {@link
 * io.github.radiomics4j.texture.NeighborCounts} visits the neighbors of each voxel once and counts, as wanted, the {@link
 * io.github.radiomics4j.texture.Glcm} (pairs of levels), the {@link io.github.radiomics4j.texture.Gldm} (neighbors of the
 * same level) and the {@link io.github.radiomics4j.texture.Ngtdm} (difference from the neighbors' mean).
 *
 * <p>Stage 6. What surprises people: levels that do not occur are left out of every matrix, but the others keep their
 * numbers, so that N is the highest level and not how many there are.
 */
@NullMarked
package io.github.radiomics4j.texture;

import org.jspecify.annotations.NullMarked;
