/**
 * The values everything else works on: a {@link io.github.radiomics4j.image.Grid} of voxels in space, an {@link
 * io.github.radiomics4j.image.ImageVolume} and a {@link io.github.radiomics4j.image.Mask} on it, a {@link
 * io.github.radiomics4j.image.BoundingBox} within it, and the {@link io.github.radiomics4j.image.RegionOfInterest} that
 * a label cuts out of it.
 *
 * <p>Stage 1. Axes are x, y, z and x runs fastest: voxel (x, y, z) of a volume of size (nx, ny, nz) stands at index
 * {@code x + nx * (y + ny * z)}. Physical space is LPS (x to the patient's left, y to posterior, z to superior) in
 * millimetres, as in ITK and DICOM. What surprises people: volumes keep the pixel type of the file, because two steps
 * (resampling and wavelets) depend on it.
 */
@NullMarked
package io.github.radiomics4j.image;

import org.jspecify.annotations.NullMarked;
