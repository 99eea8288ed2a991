/**
 * What the intensities of a region are like: {@link io.github.radiomics4j.intensity.OrderStatistics} of the sorted ones
 * and {@link io.github.radiomics4j.intensity.Moments} about their mean; and where they lie: {@link
 * io.github.radiomics4j.intensity.SpatialAutocorrelation}, {@link io.github.radiomics4j.intensity.IntensityPeaks}.
 *
 * <p>Stage 6, beside textures and shape. What surprises people: sums are added up in NumPy's order, because the mean and
 * the skewness of a filtered image are small differences of large sums, and because a region of equal voxels has no
 * variance only if its mean is rounded as NumPy rounds it.
 */
@NullMarked
package io.github.radiomics4j.intensity;

import org.jspecify.annotations.NullMarked;
