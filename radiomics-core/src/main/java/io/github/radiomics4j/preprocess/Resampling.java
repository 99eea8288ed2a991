package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.WindowedSinc.Window;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.util.Objects;

/**
 * Puts image and mask on a new grid of the requested spacing.
 *
 * <p>{@link Alignment#CORNER} makes it around the region: the mask's direction, the region's box and {@code padVoxels}
 * more voxels on each side, as far as the mask reaches. Per axis, with mask spacing m, new spacing s, ratio r = m / s, and
 * the region's box from voxel b, S voxels long, in a mask of N voxels:
 *
 * <pre>{@code
 * first = max(0, floor((b − 0.5) r − pad))
 * last  = min(ceil(N r) − 1, ceil((b + S − 0.5) r + pad))
 * voxel k lies at mask index 0.5 (s − m) / m + first / r + k s / m
 * }</pre>
 *
 * so that the outer corners of the first voxels of both grids coincide. An axis along which the region is one voxel thick
 * keeps its spacing. Where the image already has the new spacing (|a − s| ≤ 1e-8 + 1e-5 s along each axis), it is not
 * interpolated: the mask is put on its grid and both are cut to the box and the padding. This is PyRadiomics' way.
 *
 * <p>{@link Alignment#CENTER} makes it from the whole image, whatever the region: the centers of both grids coincide (IBSI
 * 3WE3). Per axis, with image spacing m and N voxels of it:
 *
 * <pre>{@code
 * n = ceil(N m / s)
 * voxel k of n lies at image index (N − 1 − (n − 1) s / m) / 2 + k s / m
 * }</pre>
 *
 * where N m / s is first lowered by a millionth of it, so that the rounding of a spacing in 32 bits makes no voxel more.
 * All voxels lie less than half a voxel beyond the outermost centers, where the interpolators are defined as they are at
 * the border.
 *
 * @param spacing the spacing wanted
 * @param interpolator for the image; 2-D where an axis keeps its spacing
 * @param padVoxels new voxels around the region's box, 0 or more; without effect where the centers are aligned
 * @param alignment of the new grid
 * @param rounding of the interpolated intensities
 * @param maskInterpolation how the mask gets onto the new grid
 */
public record Resampling(
        TargetSpacing spacing,
        Interpolator interpolator,
        int padVoxels,
        Alignment alignment,
        Rounding rounding,
        MaskInterpolation maskInterpolation) {
    private static final double ABSOLUTE_TOLERANCE = 1e-8;
    private static final double RELATIVE_TOLERANCE = 1e-5;

    /** Checks the options. */
    public Resampling {
        Objects.requireNonNull(spacing, "spacing");
        Objects.requireNonNull(interpolator, "interpolator");
        Objects.requireNonNull(alignment, "alignment");
        Objects.requireNonNull(rounding, "rounding");
        Objects.requireNonNull(maskInterpolation, "maskInterpolation");
        if (padVoxels < 0) {
            throw new IllegalArgumentException("padVoxels must be 0 or more, found " + padVoxels);
        }
    }

    /** Which points of the old and the new grid coincide, and how far the new one reaches. */
    public enum Alignment {
        /** The outer corner of the mask's first voxel; around the region. PyRadiomics. */
        CORNER,
        /** The center of the image; all of it. IBSI. */
        CENTER
    }

    /** What becomes of the fraction that interpolation gives to an intensity. */
    public enum Rounding {
        /** The image keeps its pixel type: integers lose their fraction toward zero. PyRadiomics. */
        TOWARD_ZERO,
        /**
         * Intensities are rounded to the nearest whole number, halfway to the even one, whatever their pixel type was, and
         * become 64-bit floats. IBSI, for CT and other modalities whose intensities are whole by definition.
         */
        NEAREST,
        /** Intensities keep their fraction and become 64-bit floats. IBSI, for PET, MR and the like. */
        NONE
    }

    /** How the mask gets onto the new grid. */
    public enum MaskInterpolation {
        /** Each voxel has the label of the nearest one. PyRadiomics. */
        NEAREST_NEIGHBOR,
        /**
         * The region is interpolated linearly, 1 inside and 0 outside; a voxel of at least one half, rounded at the sixth
         * decimal, is inside. Other labels are lost. IBSI.
         */
        LINEAR
    }

    /**
     * The spacing wanted; 0 along an axis keeps the mask's, or the image's where the centers are aligned. Three numbers are
     * for volumes alone, two for images of two dimensions alone.
     *
     * @param xMm along x, in mm, 0 or more
     * @param yMm along y, in mm, 0 or more
     * @param zMm along z, in mm, 0 or more; 0 in two dimensions
     * @param dimensions 3, or 2 where there is no z
     */
    public record TargetSpacing(double xMm, double yMm, double zMm, int dimensions) {

        /** Checks that each is finite and not negative. */
        public TargetSpacing {
            if (dimensions != 3 && !(dimensions == 2 && zMm == 0)) {
                throw new IllegalArgumentException(
                        "a spacing must have 3 dimensions, or 2 and 0 along z, found " + dimensions + " and " + zMm);
            }
            for (double mm : new double[] {xMm, yMm, zMm}) {
                if (!(mm >= 0 && mm < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("spacing must be 0 (keep the mask's) or positive and finite, "
                            + "found (" + xMm + ", " + yMm + ", " + zMm + ") mm");
                }
            }
        }

        /** Makes a spacing of volumes. */
        public TargetSpacing(double xMm, double yMm, double zMm) {
            this(xMm, yMm, zMm, 3);
        }

        /** Makes a spacing of images of two dimensions. */
        public TargetSpacing(double xMm, double yMm) {
            this(xMm, yMm, 0, 2);
        }

        /** Returns the spacing along axis 0 (x), 1 (y) or 2 (z). */
        public double along(int axis) {
            return switch (axis) {
                case 0 -> xMm;
                case 1 -> yMm;
                case 2 -> zMm;
                default -> throw new IllegalArgumentException("axis must be 0, 1 or 2, found " + axis);
            };
        }
    }

    /** PyRadiomics' defaults but for the spacing, which has none: B-spline, 5 voxels of padding. */
    public static Resampling to(double xMm, double yMm, double zMm) {
        return to(new TargetSpacing(xMm, yMm, zMm));
    }

    /** As {@link #to(double, double, double)}, for images of two dimensions. */
    public static Resampling to(double xMm, double yMm) {
        return to(new TargetSpacing(xMm, yMm));
    }

    private static Resampling to(TargetSpacing spacing) {
        return new Resampling(
                spacing,
                Interpolator.B_SPLINE,
                5,
                Alignment.CORNER,
                Rounding.TOWARD_ZERO,
                MaskInterpolation.NEAREST_NEIGHBOR);
    }

    /**
     * IBSI's way to a spacing: centers aligned, image and mask linear, intensities rounded to the nearest whole number as
     * those of CT are.
     */
    public static Resampling centered(double xMm, double yMm, double zMm) {
        return centered(new TargetSpacing(xMm, yMm, zMm));
    }

    /** As {@link #centered(double, double, double)}, for images of two dimensions. */
    public static Resampling centered(double xMm, double yMm) {
        return centered(new TargetSpacing(xMm, yMm));
    }

    private static Resampling centered(TargetSpacing spacing) {
        return new Resampling(
                spacing, Interpolator.LINEAR, 0, Alignment.CENTER, Rounding.NEAREST, MaskInterpolation.LINEAR);
    }

    /** Returns a copy with another spacing. */
    public Resampling withSpacing(TargetSpacing spacing) {
        return new Resampling(spacing, interpolator, padVoxels, alignment, rounding, maskInterpolation);
    }

    /** Returns a copy with another interpolator. */
    public Resampling withInterpolator(Interpolator interpolator) {
        return new Resampling(spacing, interpolator, padVoxels, alignment, rounding, maskInterpolation);
    }

    /** Returns a copy with another padding. */
    public Resampling withPadVoxels(int padVoxels) {
        return new Resampling(spacing, interpolator, padVoxels, alignment, rounding, maskInterpolation);
    }

    /** Returns a copy with another alignment. */
    public Resampling withAlignment(Alignment alignment) {
        return new Resampling(spacing, interpolator, padVoxels, alignment, rounding, maskInterpolation);
    }

    /** Returns a copy with another rounding. */
    public Resampling withRounding(Rounding rounding) {
        return new Resampling(spacing, interpolator, padVoxels, alignment, rounding, maskInterpolation);
    }

    /** Returns a copy with another interpolation of the mask. */
    public Resampling withMaskInterpolation(MaskInterpolation maskInterpolation) {
        return new Resampling(spacing, interpolator, padVoxels, alignment, rounding, maskInterpolation);
    }

    /**
     * Image and mask on the new grid.
     *
     * @param image of the pixel type that {@link Rounding} says
     * @param mask the labels of the input that reach into the grid, or, interpolated linearly, the region alone
     */
    public record Resampled(ImageVolume image, Mask mask) {}

    /**
     * Returns image and mask around {@code label} on the new grid.
     *
     * @param image not modified
     * @param mask on a grid of its own; not modified
     * @param execution threads and cancellation
     * @throws io.github.radiomics4j.run.InvalidCaseException DIMENSIONS if the spacing has two numbers and the image three
     *     axes, or the other way round, GRID_MISMATCH if the mask has not as many as the image, EMPTY_MASK, LABEL_ABSENT,
     *     OUTSIDE_IMAGE if the region reaches beyond the image, NON_FINITE if a voxel that a spline needs is NaN or infinite
     */
    public Resampled apply(ImageVolume image, Mask mask, int label, Execution execution) {
        return plan(image.grid(), mask, label).apply(image, execution);
    }

    /** Returns the values of {@code image} on {@code grid}, x fastest, as they will be stored. */
    private ImageVolume interpolated(ImageVolume image, Grid grid, Execution execution) {
        PixelType type = rounding == Rounding.TOWARD_ZERO ? image.type() : PixelType.FLOAT64;
        double[] values = switch (interpolator) {
            case NEAREST_NEIGHBOR -> NearestNeighbor.resample(image, grid, execution);
            case LINEAR -> Linear.resample(image, grid, execution);
            case B_SPLINE -> BSpline.resample(image, grid, type, execution);
            case GAUSSIAN ->
                KernelSum.resample(
                        image, grid, GaussianKernel.forValues(image.grid().spacing()), execution);
            case LABEL_GAUSSIAN -> LabelGaussian.resample(image, grid, execution);
            case HAMMING_WINDOWED_SINC -> sinc(image, grid, Window.HAMMING, execution);
            case COSINE_WINDOWED_SINC -> sinc(image, grid, Window.COSINE, execution);
            case WELCH_WINDOWED_SINC -> sinc(image, grid, Window.WELCH, execution);
            case LANCZOS_WINDOWED_SINC -> sinc(image, grid, Window.LANCZOS, execution);
            case BLACKMAN_WINDOWED_SINC -> sinc(image, grid, Window.BLACKMAN, execution);
        };
        if (rounding == Rounding.NEAREST) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.rint(values[i]);
            }
        }
        return PixelStore.store(grid, type, values);
    }

    private Mask interpolated(Mask mask, int label, Grid grid, Execution execution) {
        return switch (maskInterpolation) {
            case NEAREST_NEIGHBOR -> NearestNeighbor.resample(mask, grid);
            case LINEAR -> LinearMask.resample(mask, label, grid, execution);
        };
    }

    private static double[] sinc(ImageVolume image, Grid grid, Window window, Execution execution) {
        return KernelSum.resample(image, grid, new WindowedSinc(window), execution);
    }

    /**
     * Finds the region and its new grid, for whoever wants to know what {@link Plan#apply} will cost before it does.
     *
     * @param image the grid of the image
     * @param mask on a grid of its own; not modified
     * @throws io.github.radiomics4j.run.InvalidCaseException DIMENSIONS, GRID_MISMATCH, EMPTY_MASK, LABEL_ABSENT,
     *     OUTSIDE_IMAGE as {@link #apply}
     */
    public Plan plan(Grid image, Mask mask, int label) {
        if (spacing.dimensions() != image.dimensions()) {
            throw new InvalidCaseException(
                    Reason.DIMENSIONS,
                    "the spacing to resample to must have a number for each of the " + image.dimensions()
                            + " dimensions of the image, found " + spacing.dimensions());
        }
        BoundingBox box = MaskCheck.requireInside(image, mask, label);
        return new Plan(image, mask, label, box, target(alignment == Alignment.CENTER ? image : mask.grid(), box));
    }

    /** A region that was found, and the grid that it will be put on. Immutable. */
    public final class Plan {
        private final Grid image;
        private final Mask mask;
        private final int label;
        private final BoundingBox box;
        private final double[] target;

        private Plan(Grid image, Mask mask, int label, BoundingBox box, double[] target) {
            this.image = image;
            this.mask = mask;
            this.label = label;
            this.box = box;
            this.target = target;
        }

        /**
         * Returns how many voxels {@link #apply} will make, at most; infinite where no array could hold them. Exact but for
         * an image that has the new spacing already and is only cut.
         */
        public double voxelCount() {
            if (isClose(image.spacing(), target)) {
                return image.size().voxelCount();
            }
            double count = 1;
            for (int a = 0; a < 3; a++) {
                if (alignment == Alignment.CENTER) {
                    count *= CenteredGrid.count(
                            image.size().along(a), image.spacing().along(a), target[a]);
                } else {
                    double[] range = range(mask.grid(), box, target, a);
                    count *= range[1] - range[0] + 1;
                }
            }
            return count <= Integer.MAX_VALUE ? count : Double.POSITIVE_INFINITY;
        }

        /**
         * Returns the planned image and mask, as {@link Resampling#apply} does.
         *
         * @param volume on the grid that was planned for
         * @param execution threads and cancellation
         */
        public Resampled apply(ImageVolume volume, Execution execution) {
            if (!volume.grid().equals(image)) {
                throw new IllegalArgumentException("the image must have the grid that was planned for, found "
                        + String.join(", ", image.differences(volume.grid(), 0)));
            }
            if (isClose(image.spacing(), target)) {
                Mask onImage = NearestNeighbor.resample(mask, image);
                return alignment == Alignment.CENTER ? new Resampled(volume, onImage) : cropped(volume, onImage, label);
            }
            if (alignment == Alignment.CENTER) {
                return centered(volume, execution);
            }
            Grid grid = grid(mask.grid(), box, target);
            return new Resampled(interpolated(volume, grid, execution), interpolated(mask, label, grid, execution));
        }

        private Resampled centered(ImageVolume volume, Execution execution) {
            CenteredGrid grid = CenteredGrid.of(image, new Spacing(target[0], target[1], target[2]));
            // In voxels of the image, where halfway between two of them is exact.
            ImageVolume values = interpolated(volume.withGrid(grid.inputIndices()), grid.outputIndices(), execution);
            boolean shareGrid =
                    image.differences(mask.grid(), Grid.DEFAULT_TOLERANCE).isEmpty();
            Mask labels = shareGrid
                    ? interpolated(mask.withGrid(grid.inputIndices()), label, grid.outputIndices(), execution)
                    : interpolated(mask, label, grid.output(), execution);
            return new Resampled(values.withGrid(grid.output()), labels.withGrid(grid.output()));
        }
    }

    /** Returns the new spacing along each axis. */
    private double[] target(Grid old, BoundingBox box) {
        double[] target = new double[3];
        for (int a = 0; a < 3; a++) {
            double wanted = spacing.along(a);
            boolean keep =
                    wanted == 0 || alignment == Alignment.CORNER && box.size().along(a) == 1;
            target[a] = keep ? old.spacing().along(a) : wanted;
        }
        return target;
    }

    private Resampled cropped(ImageVolume image, Mask mask, int label) {
        MaskCheck.requireLabel(mask, label);
        Cropping.Cropped cropped = new Cropping(padVoxels)
                .apply(image, mask, mask.boundingBox(label).orElseThrow());
        return new Resampled(cropped.image(), cropped.mask());
    }

    private static boolean isClose(Spacing have, double[] target) {
        for (int a = 0; a < 3; a++) {
            if (!(Math.abs(have.along(a) - target[a]) <= ABSOLUTE_TOLERANCE + RELATIVE_TOLERANCE * target[a])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the new grid around {@code box} of the mask. */
    private Grid grid(Grid mask, BoundingBox box, double[] target) {
        int[] size = new int[3];
        double[] origin = new double[3];
        for (int a = 0; a < 3; a++) {
            double m = mask.spacing().along(a);
            double[] range = range(mask, box, target, a);
            size[a] = (int) (range[1] - range[0] + 1);
            origin[a] = 0.5 * (target[a] - m) / m + range[0] / (m / target[a]);
        }
        return new Grid(
                new Size(size[0], size[1], size[2]),
                new Spacing(target[0], target[1], target[2]),
                IndexMap.physical(mask, origin[0], origin[1], origin[2]),
                mask.direction(),
                mask.dimensions());
    }

    /** Returns the first and last new voxel along an axis, counted from the corner of the mask. */
    private double[] range(Grid mask, BoundingBox box, double[] target, int a) {
        double ratio = mask.spacing().along(a) / target[a];
        double last = Math.ceil(mask.size().along(a) * ratio) - 1;
        double lower = Math.floor((box.start(a) - 0.5) * ratio - padVoxels);
        double upper = Math.ceil((box.start(a) + box.size().along(a) - 0.5) * ratio + padVoxels);
        return new double[] {Math.max(0, lower), Math.min(last, upper)};
    }
}
