/**
 * From gray levels to counts: which levels stand beside each other, how long a level runs along a line, how large its
 * zones are.
 *
 * <p>Stage 6. Every kernel reads the levels of a region in its bordered box, 0 outside ({@link
 * io.github.radiomics4j.discretize.GrayLevels#bordered()}), which spares it all tests of bounds and mask:
 *
 * <ol>
 *   <li>a {@link io.github.radiomics4j.texture.Neighborhood} names the directions; {@link
 *       io.github.radiomics4j.texture.NeighborCounts} visits the neighbors of each voxel once and counts, as wanted, the
 *       {@link io.github.radiomics4j.texture.Glcm} (pairs of levels), the {@link io.github.radiomics4j.texture.Gldm}
 *       (neighbors of the same level) and the {@link io.github.radiomics4j.texture.Ngtdm} (difference from the neighbors'
 *       mean);
 *   <li>{@link io.github.radiomics4j.texture.Glrlm} walks along each direction and counts runs by level and length;
 *   <li>{@link io.github.radiomics4j.texture.Glszm} joins touching voxels of one level and counts zones by level and size;
 *       both give a {@link io.github.radiomics4j.texture.SizeMatrix}, sparse counts by level i and size j; {@link
 *       io.github.radiomics4j.texture.Gldzm} counts the same zones by their distance from the border ({@link
 *       io.github.radiomics4j.texture.BorderDistances});
 *   <li>an {@link io.github.radiomics4j.texture.Aggregation} names how IBSI makes one value of the matrices of slices and
 *       directions, a {@link io.github.radiomics4j.texture.TextureMatrix} which of them it can have. Slices are regions of
 *       their own ({@link io.github.radiomics4j.discretize.GrayLevels#slices()}), counted by the same kernels.
 * </ol>
 *
 * <p>What surprises people: levels that do not occur are left out of every matrix, but the others keep their numbers, so
 * that i is the level, never the row, and N is the highest level and not how many there are.
 */
@NullMarked
package io.github.radiomics4j.texture;

import org.jspecify.annotations.NullMarked;
