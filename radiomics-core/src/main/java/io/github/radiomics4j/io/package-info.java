/**
 * From a file to a volume.
 *
 * <p>Stage 2. {@link io.github.radiomics4j.io.VolumeReader} shows the first bytes of a file to each {@link
 * io.github.radiomics4j.io.VolumeFormat}; the one that recognizes them turns the header into a {@link
 * io.github.radiomics4j.io.VolumeHeader}: grid, type of the stored samples, frames, and where the {@link
 * io.github.radiomics4j.io.VoxelBytes} are. The reader holds that against {@link io.github.radiomics4j.io.ReadLimits}
 * and against the bytes that are there, and only then takes memory and reads the voxels, in blocks, into the one array
 * that becomes the volume. What is wrong with a file is a {@link io.github.radiomics4j.io.VolumeFormatException} with
 * path and byte offset.
 *
 * <p>{@link io.github.radiomics4j.io.NiftiFormat} reads NIfTI-1 in one file (.nii, .nii.gz), {@link
 * io.github.radiomics4j.io.NrrdFormat} reads NRRD with its data attached (raw, gzip). Both give LPS millimetres and the
 * pixel type that ITK 5.4 gives. What surprises people: nothing is guessed. A file with several frames is refused until
 * one is named, data after the last voxel are refused, and so is a voxel that is NaN or infinite unless the reader is
 * told to keep it.
 */
@NullMarked
package io.github.radiomics4j.io;

import org.jspecify.annotations.NullMarked;
