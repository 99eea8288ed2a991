/**
 * Puts the stages together: {@link io.github.radiomics4j.extract.ExtractionSettings} say what is wanted, {@link
 * io.github.radiomics4j.extract.PyRadiomicsParameters} reads them from a parameter file, {@link
 * io.github.radiomics4j.extract.SettingsFile} from either kind of file, {@link
 * io.github.radiomics4j.extract.IbsiConfiguration} has those of the IBSI manual, and {@link
 * io.github.radiomics4j.extract.RadiomicsExtractor} turns an image and its mask into a feature vector, {@link
 * io.github.radiomics4j.extract.CohortExtractor} many {@link io.github.radiomics4j.extract.LesionCase}s into a table.
 *
 * <p>Stage 9. The order of the steps, each with its class:
 *
 * <ol>
 *   <li>the label is there ({@link io.github.radiomics4j.preprocess.MaskCheck});
 *   <li>the whole image is corrected or standardized ({@link io.github.radiomics4j.preprocess.ImageStep});
 *   <li>the whole image is normalized ({@link io.github.radiomics4j.preprocess.Normalization});
 *   <li>image and mask are resampled and cut to the region and its margin ({@link
 *       io.github.radiomics4j.preprocess.Resampling});
 *   <li>the region is checked for its grid, its dimensions and its size;
 *   <li>shape is computed from the region;
 *   <li>each filter makes its images, each image is cut to the region's box and discretized, and each family computes
 *       its features.
 * </ol>
 *
 * <p>What surprises people: filters see the box around the region (with resampling) or the whole image (without), and
 * their values at the region depend on it.
 */
@NullMarked
package io.github.radiomics4j.extract;

import org.jspecify.annotations.NullMarked;
