package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * What must hold of a region before features are taken from it, in the order of the checks: mask and image share a grid
 * (or the mask is put onto the image's, when it may be corrected), the label occurs, the region extends along enough axes
 * and has enough voxels.
 *
 * @param minimumRoiDimensions along how many axes the region must have more than one voxel, 0 to 3; a single voxel is
 *     refused unless it is 0, as it is for IBSI
 * @param minimumRoiSize the region must have <em>more</em> voxels than this, as in PyRadiomics; empty: any number
 * @param geometryTolerance how far origin and spacing may differ, relative to the spacing along x, and direction cosines,
 *     absolute; empty: {@link Grid#DEFAULT_TOLERANCE}
 * @param correctMask whether a mask on another grid is resampled onto the image's (nearest neighbor) and not refused
 */
public record MaskCheck(
        int minimumRoiDimensions, OptionalInt minimumRoiSize, OptionalDouble geometryTolerance, boolean correctMask) {
    /** Rounding allowed where a region touches the border of its image, in voxels. */
    private static final double BORDER_TOLERANCE = 1e-3;

    /** Checks the ranges of the options. */
    public MaskCheck {
        if (minimumRoiDimensions < 0 || minimumRoiDimensions > 3) {
            throw new IllegalArgumentException(
                    "minimumRoiDimensions must be 0, 1, 2 or 3, found " + minimumRoiDimensions);
        }
        if (minimumRoiSize.isPresent() && minimumRoiSize.getAsInt() < 1) {
            throw new IllegalArgumentException("minimumRoiSize must be positive, found " + minimumRoiSize.getAsInt());
        }
        if (geometryTolerance.isPresent() && !(geometryTolerance.getAsDouble() > 0)) {
            throw new IllegalArgumentException(
                    "geometryTolerance must be positive, found " + geometryTolerance.getAsDouble());
        }
    }

    /** PyRadiomics' defaults: two dimensions, any size, ITK's tolerance, no correction. */
    public static MaskCheck withDefaults() {
        return new MaskCheck(2, OptionalInt.empty(), OptionalDouble.empty(), false);
    }

    /** Returns a copy that wants another number of dimensions. */
    public MaskCheck withMinimumRoiDimensions(int dimensions) {
        return new MaskCheck(dimensions, minimumRoiSize, geometryTolerance, correctMask);
    }

    /** Returns a copy that refuses regions of {@code voxels} voxels and fewer. */
    public MaskCheck withMinimumRoiSize(int voxels) {
        return new MaskCheck(minimumRoiDimensions, OptionalInt.of(voxels), geometryTolerance, correctMask);
    }

    /** Returns a copy with another tolerance. */
    public MaskCheck withGeometryTolerance(double tolerance) {
        return new MaskCheck(minimumRoiDimensions, minimumRoiSize, OptionalDouble.of(tolerance), correctMask);
    }

    /** Returns a copy that corrects, or refuses, a mask on another grid. */
    public MaskCheck withCorrectMask(boolean correctMask) {
        return new MaskCheck(minimumRoiDimensions, minimumRoiSize, geometryTolerance, correctMask);
    }

    /**
     * A region that passed.
     *
     * @param mask the mask, on the image's grid
     * @param corrected whether the mask was resampled to get there
     * @param box the smallest box around the label
     * @param voxelCount voxels of the label
     */
    public record Checked(Mask mask, boolean corrected, BoundingBox box, long voxelCount) {}

    /**
     * Returns the region of {@code label}, checked.
     *
     * @param image not modified
     * @param mask not modified
     * @throws InvalidCaseException if a check fails: GRID_MISMATCH, OUTSIDE_IMAGE (only when correcting), EMPTY_MASK,
     *     LABEL_ABSENT, TOO_FEW_DIMENSIONS or TOO_SMALL
     */
    public Checked apply(ImageVolume image, Mask mask, int label) {
        Grid grid = image.grid();
        List<String> differences = grid.differences(mask.grid(), geometryTolerance.orElse(Grid.DEFAULT_TOLERANCE));
        if (differences.isEmpty()) {
            return region(mask, false, label);
        }
        requireSameDimensions(grid, mask);
        if (!correctMask) {
            throw new InvalidCaseException(
                    Reason.GRID_MISMATCH,
                    "image and mask must share a grid (or correctMask be on, or geometryTolerance larger): "
                            + String.join(", ", differences));
        }
        requireInside(grid, mask, label);
        return region(NearestNeighbor.resample(mask, grid), true, label);
    }

    /** A mask of another number of dimensions is nowhere in the image, and cannot be corrected. */
    private static void requireSameDimensions(Grid image, Mask mask) {
        if (image.dimensions() != mask.grid().dimensions()) {
            throw new InvalidCaseException(
                    Reason.GRID_MISMATCH,
                    "image and mask must have the same number of dimensions, found " + image.dimensions() + " and "
                            + mask.grid().dimensions());
        }
    }

    private Checked region(Mask mask, boolean corrected, int label) {
        long voxels = requireLabel(mask, label);
        BoundingBox box = mask.boundingBox(label).orElseThrow();
        int dimensions = box.dimensions();
        if (dimensions == 0 && minimumRoiDimensions > 0) {
            throw new InvalidCaseException(
                    Reason.TOO_FEW_DIMENSIONS, "a region must have more than one voxel, label " + label + " has 1");
        }
        if (dimensions < minimumRoiDimensions) {
            throw new InvalidCaseException(
                    Reason.TOO_FEW_DIMENSIONS,
                    "label %d must have more than one voxel along %d axes, found %d: its box is %s voxels"
                            .formatted(label, minimumRoiDimensions, dimensions, box.size()));
        }
        if (minimumRoiSize.isPresent() && voxels <= minimumRoiSize.getAsInt()) {
            throw new InvalidCaseException(
                    Reason.TOO_SMALL,
                    "label %d must have more than %d voxels, found %d"
                            .formatted(label, minimumRoiSize.getAsInt(), voxels));
        }
        return new Checked(mask, corrected, box, voxels);
    }

    /**
     * Checks that the mask has the label: the first check of all, before anything is resampled.
     *
     * @return voxels of the label
     * @throws InvalidCaseException EMPTY_MASK if nothing is segmented at all, LABEL_ABSENT if the label does not occur
     */
    public static long requireLabel(Mask mask, int label) {
        SortedMap<Long, Long> census = mask.census();
        if (census.isEmpty()) {
            throw new InvalidCaseException(
                    Reason.EMPTY_MASK, "a mask must have a segmented voxel, found only background in " + mask);
        }
        Long voxels = census.get((long) label);
        if (voxels == null) {
            throw new InvalidCaseException(
                    Reason.LABEL_ABSENT,
                    "label " + label + " must occur in the mask, found labels (voxels) " + describe(census));
        }
        return voxels;
    }

    /** Labels and their counts, cut after the first twenty: a mask of floats may hold thousands. */
    private static String describe(SortedMap<Long, Long> census) {
        List<String> parts = new ArrayList<>();
        census.entrySet().stream().limit(20).forEach(e -> parts.add(e.getKey() + " (" + e.getValue() + ")"));
        if (census.size() > parts.size()) {
            parts.add("and " + (census.size() - parts.size()) + " more");
        }
        return String.join(", ", parts);
    }

    /**
     * Checks that the box of {@code label} lies within the image in physical space: its first and its last outer corner,
     * mapped into the image, stay within half a voxel of the outermost centers (and 0.001 voxel for rounding). With
     * different directions this looks at two corners of eight, as PyRadiomics does.
     *
     * @param image the grid that the region must lie in
     * @return the box of the label, in voxels of the mask
     * @throws InvalidCaseException EMPTY_MASK, LABEL_ABSENT, GRID_MISMATCH if one is an image of two dimensions and the
     *     other a volume, or OUTSIDE_IMAGE
     */
    public static BoundingBox requireInside(Grid image, Mask mask, int label) {
        Optional<BoundingBox> found = mask.boundingBox(label);
        if (found.isEmpty()) {
            // Counts the labels, which the box alone does not need, and says which there are.
            requireLabel(mask, label);
        }
        BoundingBox box = found.orElseThrow();
        requireSameDimensions(image, mask);
        Point first = image.toIndex(mask.grid().toPhysical(box.x() - 0.5, box.y() - 0.5, box.z() - 0.5));
        Point last = image.toIndex(mask.grid()
                .toPhysical(box.x() + box.sizeX() - 0.5, box.y() + box.sizeY() - 0.5, box.z() + box.sizeZ() - 0.5));
        for (int a = 0; a < 3; a++) {
            double lower = Math.min(first.along(a), last.along(a));
            double upper = Math.max(first.along(a), last.along(a));
            if (!(lower >= -0.5 - BORDER_TOLERANCE && upper <= image.size().along(a) - 0.5 + BORDER_TOLERANCE)) {
                throw new InvalidCaseException(
                        Reason.OUTSIDE_IMAGE,
                        "the box of label %d must lie within the image: along %c it reaches from %s to %s, the image from -0.5 to %s (in voxels of the image)"
                                .formatted(
                                        label,
                                        "xyz".charAt(a),
                                        lower,
                                        upper,
                                        image.size().along(a) - 0.5));
            }
        }
        return box;
    }
}
