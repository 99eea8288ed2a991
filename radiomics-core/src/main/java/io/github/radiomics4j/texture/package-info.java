/**
 * From gray levels to counts: which levels stand beside which, how long a level runs along a line, how large its zones
 * are. In the order of the work:
 *
 * <ol>
 *   <li>a {@link io.github.radiomics4j.texture.Neighborhood} names the directions, each an {@link
 *       io.github.radiomics4j.texture.Offset};
 *   <li>{@link io.github.radiomics4j.texture.NeighborCounts} visits the neighbors of each voxel once and counts, as wanted,
 *       the {@link io.github.radiomics4j.texture.Glcm} (pairs of levels), the {@link io.github.radiomics4j.texture.Gldm}
 *       (neighbors of the same level) and the {@link io.github.radiomics4j.texture.Ngtdm} (difference from the neighbors'
 *       mean);
 *   <li>{@link io.github.radiomics4j.texture.Glrlm} walks along each direction and counts runs by level and length;
 *   <li>{@link io.github.radiomics4j.texture.Glszm} joins touching voxels of one level and counts zones by level and size;
 *       runs and zones are both a {@link io.github.radiomics4j.texture.SizeMatrix}.
 * </ol>
 *
 * <p>Stage 6. Every kernel reads the levels in the region's bordered box, 0 outside, which spares it all tests of bounds
 * and mask. What surprises people: levels that do not occur are left out of every matrix, but the others keep their
 * numbers, so that N is the highest level and not how many there are.
 */
@NullMarked
package io.github.radiomics4j.texture;

import org.jspecify.annotations.NullMarked;
