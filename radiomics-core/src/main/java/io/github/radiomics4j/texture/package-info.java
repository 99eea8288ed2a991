/**
 * From gray levels to counts: which levels stand beside each other, how long a level runs along a line, how large its
 * zones are.
 *
 * <p>Stage 6. Every kernel reads the levels of a region in its bordered box, 0 outside ({@link
 * io.github.radiomics4j.discretize.GrayLevels#bordered()}), which spares it all tests of bounds and mask:
 *
 * <ol>
 *   <li>{@link io.github.radiomics4j.texture.Glrlm} walks along each {@link
 *       io.github.radiomics4j.texture.RunDirection} and counts runs by level and length;
 *   <li>{@link io.github.radiomics4j.texture.Glszm} joins touching voxels of one level and counts zones by level and size;
 *   <li>both give a {@link io.github.radiomics4j.texture.SizeMatrix}, sparse counts by level i and size j.
 * </ol>
 *
 * <p>What surprises people: levels keep their numbers when lower ones are absent, so that i is the level, never the row
 * of a matrix.
 */
@NullMarked
package io.github.radiomics4j.texture;

import org.jspecify.annotations.NullMarked;
