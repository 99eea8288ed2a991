package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.WindowedSinc.Window;
import io.github.radiomics4j.run.Execution;

/**
 * Puts image and mask on a new grid around the region: the mask's direction, the requested spacing, the region's box and
 * {@code padVoxels} more voxels on each side, as far as the mask reaches.
 *
 * <p>Per axis, with mask spacing m, new spacing s, ratio r = m / s, and the region's box from voxel b, S voxels long, in
 * a mask of N voxels:
 *
 * <pre>{@code
 * first = max(0, floor((b − 0.5) r − pad))
 * last  = min(ceil(N r) − 1, ceil((b + S − 0.5) r + pad))
 * voxel k lies at mask index 0.5 (s − m) / m + first / r + k s / m
 * }</pre>
 *
 * so that the outer corners of the first voxels of both grids coincide (IBSI aligns the centers of the grids). An axis
 * along which the region is one voxel thick keeps its spacing. Where the image already has the new spacing (|a − s| ≤
 * 1e-8 + 1e-5 s along each axis), it is not interpolated: the mask is put on its grid and both are cut to the box and
 * the padding. Values outside the image are 0. The pixel type stays: integers lose their fraction toward zero (IBSI
 * rounds to nearest), 32-bit floats are rounded. The mask is always interpolated by nearest neighbor (IBSI: linear, from
 * 0.5 up).
 *
 * @param spacing the spacing wanted
 * @param interpolator for the image
 * @param padVoxels new voxels around the region's box, 0 or more
 */
public record Resampling(TargetSpacing spacing, Interpolator interpolator, int padVoxels) {
    private static final double ABSOLUTE_TOLERANCE = 1e-8;
    private static final double RELATIVE_TOLERANCE = 1e-5;

    /** Checks the options. */
    public Resampling {
        if (padVoxels < 0) {
            throw new IllegalArgumentException("padVoxels must be 0 or more, found " + padVoxels);
        }
    }

    /**
     * The spacing wanted; 0 along an axis keeps the mask's.
     *
     * @param xMm along x, in mm, 0 or more
     * @param yMm along y, in mm, 0 or more
     * @param zMm along z, in mm, 0 or more
     */
    public record TargetSpacing(double xMm, double yMm, double zMm) {

        /** Checks that each is finite and not negative. */
        public TargetSpacing {
            for (double mm : new double[] {xMm, yMm, zMm}) {
                if (!(mm >= 0 && mm < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("spacing must be 0 (keep the mask's) or positive and finite, "
                            + "found (" + xMm + ", " + yMm + ", " + zMm + ") mm");
                }
            }
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
        return new Resampling(new TargetSpacing(xMm, yMm, zMm), Interpolator.B_SPLINE, 5);
    }

    /** Returns a copy with another interpolator. */
    public Resampling withInterpolator(Interpolator interpolator) {
        return new Resampling(spacing, interpolator, padVoxels);
    }

    /** Returns a copy with another padding. */
    public Resampling withPadVoxels(int padVoxels) {
        return new Resampling(spacing, interpolator, padVoxels);
    }

    /**
     * Image and mask on the new grid.
     *
     * @param image of the pixel type of the input
     * @param mask all labels of the input that reach into the grid
     */
    public record Resampled(ImageVolume image, Mask mask) {}

    /**
     * Returns image and mask around {@code label} on the new grid.
     *
     * @param image not modified
     * @param mask on a grid of its own; not modified
     * @param execution threads and cancellation
     * @throws io.github.radiomics4j.run.InvalidCaseException EMPTY_MASK, LABEL_ABSENT, OUTSIDE_IMAGE if the region
     *     reaches beyond the image, NON_FINITE if a voxel that a spline needs is NaN or infinite
     */
    public Resampled apply(ImageVolume image, Mask mask, int label, Execution execution) {
        return plan(image.grid(), mask, label).apply(image, execution);
    }

    private Resampled onto(Grid grid, ImageVolume image, Mask mask, Execution execution) {
        double[] values = switch (interpolator) {
            case NEAREST_NEIGHBOR -> NearestNeighbor.resample(image, grid, execution);
            case LINEAR -> Linear.resample(image, grid, execution);
            case B_SPLINE -> BSpline.resample(image, grid, execution);
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
        return new Resampled(PixelStore.store(grid, image.type(), values), NearestNeighbor.resample(mask, grid));
    }

    private static double[] sinc(ImageVolume image, Grid grid, Window window, Execution execution) {
        return KernelSum.resample(image, grid, new WindowedSinc(window), execution);
    }

    /**
     * Finds the region and its new grid, for whoever wants to know what {@link Plan#apply} will cost before it does.
     *
     * @param image the grid of the image
     * @param mask on a grid of its own; not modified
     * @throws io.github.radiomics4j.run.InvalidCaseException EMPTY_MASK, LABEL_ABSENT, OUTSIDE_IMAGE as {@link #apply}
     */
    public Plan plan(Grid image, Mask mask, int label) {
        BoundingBox box = MaskCheck.requireInside(image, mask, label);
        return new Plan(image, mask, label, box, target(mask.grid(), box));
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
                double[] range = range(mask.grid(), box, target, a);
                count *= range[1] - range[0] + 1;
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
                return cropped(volume, NearestNeighbor.resample(mask, image), label);
            }
            return onto(grid(mask.grid(), box, target), volume, mask, execution);
        }
    }

    /** Returns the new spacing along each axis. */
    private double[] target(Grid mask, BoundingBox box) {
        double[] target = new double[3];
        for (int a = 0; a < 3; a++) {
            double wanted = spacing.along(a);
            boolean keep = wanted == 0 || box.size().along(a) == 1;
            target[a] = keep ? mask.spacing().along(a) : wanted;
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
                mask.direction());
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
