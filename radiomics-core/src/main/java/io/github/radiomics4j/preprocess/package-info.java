/**
 * What happens to image and mask before a filter sees them: each {@link io.github.radiomics4j.preprocess.ImageStep} of the
 * whole image, such as {@link io.github.radiomics4j.preprocess.N4BiasCorrection}; {@link
 * io.github.radiomics4j.preprocess.Normalization} of the whole image, {@link io.github.radiomics4j.preprocess.Resampling} of image and mask onto a new grid around the region,
 * {@link io.github.radiomics4j.preprocess.MaskCheck} of what has become of the region, and {@link
 * io.github.radiomics4j.preprocess.Cropping} to its box.
 *
 * <p>Stage 3. What surprises people: the new grid is aligned with the outer corner of the mask's first voxel and not with
 * its center, integer images stay integer and lose their fraction toward zero, and an axis along which the region is one
 * voxel thick is not resampled. That is PyRadiomics' way; options of {@link
 * io.github.radiomics4j.preprocess.Resampling} and {@link io.github.radiomics4j.preprocess.Resegmentation} are IBSI's.
 */
@NullMarked
package io.github.radiomics4j.preprocess;

import org.jspecify.annotations.NullMarked;
