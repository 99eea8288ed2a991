/**
 * From a file to a volume, and back.
 *
 * <p>Stage 2. {@link io.github.radiomics4j.io.VolumeReader} shows the first bytes of a file to each {@link
 * io.github.radiomics4j.io.VolumeFormat}; the one that recognizes them turns the header into a {@link
 * io.github.radiomics4j.io.VolumeHeader}: grid, type of the stored samples, frames and channels and their {@link
 * io.github.radiomics4j.io.SampleOrder}, and where the {@link io.github.radiomics4j.io.VoxelBytes} are. The reader holds
 * that against {@link io.github.radiomics4j.io.ReadLimits} and against the bytes that are there, and only then takes
 * memory and reads the voxels, in blocks, into the one array that becomes the volume. What is wrong with a file is a
 * {@link io.github.radiomics4j.io.VolumeFormatException} with path and byte offset.
 *
 * <ol>
 *   <li>{@link io.github.radiomics4j.io.NiftiFormat} reads NIfTI-1 and -2 in one file or two, {@link
 *       io.github.radiomics4j.io.NrrdFormat} NRRD and {@link io.github.radiomics4j.io.MetaImageFormat} MetaImage, both
 *       with their data in the same file or in others. All give LPS millimetres and the pixel type that ITK 5.4 gives.
 *       64-bit integers alone are narrowed to 32 bits, and refused where they do not fit.
 *   <li>Voxels and inflated bytes stay within the limits. Plain voxels end with the file, neither before nor after;
 *       compressed ones cannot be more than 1032 times the bytes that are there, deflate's best, and end with their data,
 *       whose check sum holds.
 *   <li>Frames before the wanted one are passed over, those after it are not read. Where frames or channels stand side by
 *       side, one sample of each group is taken.
 *   <li>Voxels are finite, or the case is refused ({@link io.github.radiomics4j.run.InvalidCaseException}); {@link
 *       io.github.radiomics4j.io.NonFiniteVoxels} says otherwise.
 * </ol>
 *
 * <p>{@link io.github.radiomics4j.io.VolumeWriter} goes the other way, in a {@link io.github.radiomics4j.io.FileFormat}: a
 * file appears whole or not at all.
 *
 * <p>What surprises people: nothing is guessed or mended. ITK reads on where a file is short, takes a pixdim of 0 for 1
 * and, in NIfTI, NaN for 0; here each is refused. A file with several frames is refused until one is named. The files that
 * a header names must lie in its folder or below.
 */
@NullMarked
package io.github.radiomics4j.io;

import org.jspecify.annotations.NullMarked;
