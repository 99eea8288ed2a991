package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes out of an image the slow change of brightness that a coil's sensitivity leaves in it, by N4 (Tustison et al. 2010,
 * doi 10.1109/TMI.2010.2046908). With v the observed and u the true intensities, b the bias field and x a voxel,
 *
 * <pre>{@code log v(x) = log u(x) + log b(x)}</pre>
 *
 * the field is found step by step: the histogram of the corrected log intensities is sharpened (Sled et al. 1998, doi
 * 10.1109/42.668698), which maps each voxel to the log intensity that it is expected to have; what is left over is smoothed
 * by a cubic B-spline (Lee, Wolberg and Shin 1997, doi 10.1109/2945.620490) and added to the field. A level ends after its
 * number of iterations, or when the coefficient of variation of {@code bₖ / bₖ₊₁} over the mask is not above the threshold;
 * the next has twice the spans along each axis.
 *
 * <p>Parameters, defaults and rounding are those of ITK's N4BiasFieldCorrectionImageFilter. As there:
 *
 * <ul>
 *   <li>image and mask are reduced by {@code shrink} for the fit, to every so many-th voxel;
 *   <li>without a mask, voxels above Otsu's threshold of the whole image count;
 *   <li>intensities of the mask that are not above 0 have no logarithm and enter as they are, so that 0 counts as 1;
 *   <li>the lattice that was fitted between the centers of the outer voxels of the reduced image is evaluated between
 *       those of the full one.
 * </ul>
 *
 * <p>One intensity under the mask gives a field of 1. The numbers do not depend on the number of threads.
 *
 * @param iterations at most, of each level, at least 1 each; as many as there are levels
 * @param convergenceThreshold the change of the field at which a level ends, not negative
 * @param histogramBins of the log intensities, at least 2
 * @param fieldFwhm full width at half maximum of the distribution of log b, positive
 * @param wienerNoise of the deconvolution that sharpens the histogram, positive
 * @param controlPoints of the first level along each axis, more than {@code splineOrder}
 * @param splineOrder 1 to 3
 * @param shrink by which factor each axis is reduced for the fit
 */
public record N4BiasCorrection(
        List<Integer> iterations,
        double convergenceThreshold,
        int histogramBins,
        double fieldFwhm,
        double wienerNoise,
        Size controlPoints,
        int splineOrder,
        Size shrink)
        implements ImageStep {
    private static final Logger LOG = LoggerFactory.getLogger(N4BiasCorrection.class);

    /** Checks the values and copies the list. */
    public N4BiasCorrection {
        iterations = List.copyOf(iterations);
        Objects.requireNonNull(controlPoints, "controlPoints");
        Objects.requireNonNull(shrink, "shrink");
        if (iterations.isEmpty() || iterations.stream().anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException(
                    "there must be a level, and each of at least 1 iteration, found " + iterations);
        }
        if (!(convergenceThreshold >= 0)) {
            throw new IllegalArgumentException(
                    "the convergence threshold must not be negative, found " + convergenceThreshold);
        }
        if (histogramBins < 2) {
            throw new IllegalArgumentException("a histogram must have at least 2 bins, found " + histogramBins);
        }
        requirePositive(fieldFwhm, "the full width at half maximum of the field");
        requirePositive(wienerNoise, "the noise of the Wiener filter");
        if (splineOrder < 1 || splineOrder > 3) {
            throw new IllegalArgumentException("the order of the spline must be 1 to 3, found " + splineOrder);
        }
        if (Math.min(controlPoints.x(), Math.min(controlPoints.y(), controlPoints.z())) <= splineOrder) {
            throw new IllegalArgumentException("there must be more control points than the order of the spline, "
                    + splineOrder + ", along each axis, found " + controlPoints);
        }
    }

    private static void requirePositive(double value, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be positive and finite, found " + value);
        }
    }

    /**
     * ITK's defaults, in the four levels of ANTs and SimpleITK: 50 iterations each, threshold 0.001, 200 bins, a width of
     * 0.15, noise 0.01, 4 control points along each axis, a cubic spline; nothing is reduced.
     */
    public static N4BiasCorrection withDefaults() {
        return new N4BiasCorrection(
                List.of(50, 50, 50, 50), 0.001, 200, 0.15, 0.01, new Size(4, 4, 4), 3, new Size(1, 1, 1));
    }

    /** Returns a copy with other levels. */
    public N4BiasCorrection withIterations(Integer... iterations) {
        return new N4BiasCorrection(
                List.of(iterations),
                convergenceThreshold,
                histogramBins,
                fieldFwhm,
                wienerNoise,
                controlPoints,
                splineOrder,
                shrink);
    }

    /** Returns a copy that ends a level at another change of the field. */
    public N4BiasCorrection withConvergenceThreshold(double convergenceThreshold) {
        return new N4BiasCorrection(
                iterations,
                convergenceThreshold,
                histogramBins,
                fieldFwhm,
                wienerNoise,
                controlPoints,
                splineOrder,
                shrink);
    }

    /** Returns a copy with another histogram. */
    public N4BiasCorrection withHistogramBins(int histogramBins) {
        return new N4BiasCorrection(
                iterations,
                convergenceThreshold,
                histogramBins,
                fieldFwhm,
                wienerNoise,
                controlPoints,
                splineOrder,
                shrink);
    }

    /** Returns a copy for another width of the distribution of the log field. */
    public N4BiasCorrection withFieldFwhm(double fieldFwhm) {
        return new N4BiasCorrection(
                iterations,
                convergenceThreshold,
                histogramBins,
                fieldFwhm,
                wienerNoise,
                controlPoints,
                splineOrder,
                shrink);
    }

    /** Returns a copy with another noise of the Wiener filter. */
    public N4BiasCorrection withWienerNoise(double wienerNoise) {
        return new N4BiasCorrection(
                iterations,
                convergenceThreshold,
                histogramBins,
                fieldFwhm,
                wienerNoise,
                controlPoints,
                splineOrder,
                shrink);
    }

    /** Returns a copy with other control points of the first level. */
    public N4BiasCorrection withControlPoints(int x, int y, int z) {
        return new N4BiasCorrection(
                iterations,
                convergenceThreshold,
                histogramBins,
                fieldFwhm,
                wienerNoise,
                new Size(x, y, z),
                splineOrder,
                shrink);
    }

    /** Returns a copy with a spline of another order. */
    public N4BiasCorrection withSplineOrder(int splineOrder) {
        return new N4BiasCorrection(
                iterations,
                convergenceThreshold,
                histogramBins,
                fieldFwhm,
                wienerNoise,
                controlPoints,
                splineOrder,
                shrink);
    }

    /** Returns a copy that fits every so many-th voxel along each axis. */
    public N4BiasCorrection withShrink(int x, int y, int z) {
        return new N4BiasCorrection(
                iterations,
                convergenceThreshold,
                histogramBins,
                fieldFwhm,
                wienerNoise,
                controlPoints,
                splineOrder,
                new Size(x, y, z));
    }

    /**
     * How a level ended.
     *
     * @param iterations that were made
     * @param convergence change of the field in the last of them: the coefficient of variation of the ratio of the last two
     *     fields over the mask, 0 for a mask of one voxel
     */
    public record Level(int iterations, double convergence) {}

    /**
     * What N4 has found.
     *
     * @param corrected the image divided by the field, of {@link PixelType#FLOAT64} if the image is, else of {@link
     *     PixelType#FLOAT32}
     * @param logBiasField natural logarithm of the field on the image's grid, of {@link PixelType#FLOAT32}
     * @param levels how each ended
     * @param maskVoxels that the fit looked at, after reduction
     */
    public record Correction(ImageVolume corrected, ImageVolume logBiasField, List<Level> levels, int maskVoxels) {}

    /**
     * Corrects an image by what lies above Otsu's threshold, on the calling thread.
     *
     * @throws InvalidCaseException as {@link #correct(ImageVolume, Optional, Optional, Execution)}
     */
    public Correction correct(ImageVolume image) {
        return correct(image, Optional.empty(), Optional.empty(), Execution.sequential());
    }

    /**
     * Corrects an image.
     *
     * @param image not modified
     * @param mask on the image's grid; voxels of any label count; empty: those above Otsu's threshold, 200 bins
     * @param confidence on the image's grid, of voxels how much they weigh in the fit; those not above 0 do not count; empty:
     *     all 1
     * @param execution threads, cancellation and listener; progress counts iterations
     * @throws InvalidCaseException NON_FINITE if a voxel is NaN, infinite or beyond 32 bits, or would be when corrected;
     *     EMPTY_MASK if no voxel counts, after reduction;
     *     CONSTANT_IMAGE if there is no mask and all voxels are equal; TOO_FEW_DIMENSIONS if reduction leaves one voxel of
     *     several along an axis; GRID_MISMATCH
     * @throws java.util.concurrent.CancellationException if cancelled or interrupted
     */
    public Correction correct(
            ImageVolume image, Optional<Mask> mask, Optional<ImageVolume> confidence, Execution execution) {
        Grid grid = image.grid();
        mask.ifPresent(given -> requireSameGrid(grid, given.grid(), "the mask"));
        confidence.ifPresent(given -> requireSameGrid(grid, given.grid(), "the confidence image"));
        double[] values = FiniteVoxels.of(image);
        execution.checkCancelled();
        boolean[] inside = MaskedRows.inside(
                mask.orElseGet(() -> OtsuThreshold.withDefaults().apply(image)));
        Shrinking shrinking = new Shrinking(grid, shrink);
        requireExtent(grid.size(), shrinking.size());
        ReducedVoxels voxels = ReducedVoxels.of(
                grid.size(),
                shrinking,
                values,
                inside,
                confidence.map(FiniteVoxels::of).orElse(null));
        warnOfNonPositive(voxels.image());
        List<Level> levels = new ArrayList<>();
        BiasLattice lattice =
                new BiasFieldFit(this, voxels.rows(), voxels.image(), voxels.confidence(), execution).run(levels::add);
        float[] field = new float[values.length];
        BiasField.evaluate(lattice, grid.size(), field, execution);
        ImageVolume corrected = image.type() == PixelType.FLOAT64
                ? ImageVolume.wrap(grid, PixelType.FLOAT64, BiasField.divideDoubles(values, field, execution))
                : ImageVolume.wrap(grid, PixelType.FLOAT32, BiasField.divideFloats(values, field, execution));
        return new Correction(
                corrected,
                ImageVolume.wrap(grid, PixelType.FLOAT32, field),
                List.copyOf(levels),
                voxels.rows().count());
    }

    /**
     * Returns the image corrected by what lies above Otsu's threshold.
     *
     * @param region not looked at: N4 wants all tissue, and a lesion is little of it
     */
    @Override
    public ImageVolume apply(ImageVolume image, Mask region, Execution execution) {
        return correct(image, Optional.empty(), Optional.empty(), execution).corrected();
    }

    @Override
    public boolean needsRegion() {
        return false;
    }

    private static void requireSameGrid(Grid image, Grid other, String what) {
        List<String> differences = image.differences(other, Grid.DEFAULT_TOLERANCE);
        if (!differences.isEmpty()) {
            throw new InvalidCaseException(
                    Reason.GRID_MISMATCH,
                    what + " and the image must share a grid, found (image vs other) "
                            + String.join("; ", differences));
        }
    }

    private static void requireExtent(Size given, Size reduced) {
        for (int a = 0; a < 3; a++) {
            if (given.along(a) > 1 && reduced.along(a) == 1) {
                throw new InvalidCaseException(
                        Reason.TOO_FEW_DIMENSIONS,
                        "at least 2 voxels must be left of each axis for a field to be fitted, found 1 of %d along %c; a smaller shrink factor leaves more"
                                .formatted(given.along(a), "xyz".charAt(a)));
            }
        }
    }

    private static void warnOfNonPositive(float[] image) {
        int count = 0;
        for (float value : image) {
            count += value > 0 ? 0 : 1;
        }
        if (count > 0) {
            LOG.warn(
                    "{} of {} voxels of the mask are not above 0: they have no logarithm and enter N4 as they are",
                    count,
                    image.length);
        }
    }
}
