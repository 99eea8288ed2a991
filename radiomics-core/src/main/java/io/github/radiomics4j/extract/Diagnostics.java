package io.github.radiomics4j.extract;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ConnectedComponents;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.table.DiagnosticValue;
import io.github.radiomics4j.table.FeatureVector;
import io.github.radiomics4j.table.NamingScheme;
import io.github.radiomics4j.table.Provenance;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts about image and mask beside the features, with PyRadiomics' names: as read, after resampling, after the mask was
 * put on the image's grid.
 */
class Diagnostics {
    static final String PREFIX = "diagnostics_";

    private final FeatureVector.Builder out;
    private final int label;

    Diagnostics(FeatureVector.Builder out, int label) {
        this.out = out;
        this.label = label;
    }

    /** Returns those that are named by {@code naming}. */
    static Diagnostics of(NamingScheme naming, FeatureVector.Builder out, int label) {
        return naming == NamingScheme.IBSI ? new IbsiDiagnostics(out, label) : new Diagnostics(out, label);
    }

    /**
     * Returns the names of all diagnostics that settings can lead to for images of so many dimensions, in their order; those of a corrected mask and
     * of an image that was skipped may be missing from a case.
     */
    static List<String> names(ExtractionSettings given, int dimensions) {
        ExtractionSettings settings = given.ofDimensions(dimensions);
        List<String> names = new ArrayList<>();
        add(names, "", CONFIGURATION);
        if (settings.naming() == NamingScheme.IBSI) {
            names.addAll(IbsiDiagnostics.names());
        } else {
            addStages(names, settings);
        }
        for (ImageType type : settings.imageTypes()) {
            for (String image : type.filter().imageNames(dimensions)) {
                names.add(PREFIX + "Radiomics4J-" + image + "_GrayLevels");
            }
        }
        return List.copyOf(names);
    }

    private static void addStages(List<String> names, ExtractionSettings settings) {
        add(names, "Image-original_", List.of("Hash", "Dimensionality"));
        add(names, "Image-original_", IMAGE);
        add(names, "Mask-original_", List.of("Hash"));
        add(names, "Mask-original_", MASK);
        if (settings.resampling().isPresent()) {
            add(names, "Image-interpolated_", IMAGE);
            add(names, "Mask-interpolated_", MASK);
            add(names, "Mask-interpolated_", INTENSITIES);
        } else if (settings.maskCheck().correctMask()) {
            add(names, "Mask-corrected_", MASK);
            add(names, "Mask-corrected_", INTENSITIES);
        }
    }

    private static final List<String> CONFIGURATION = List.of(
            "Versions_Radiomics4J",
            "Versions_FeatureDefinitions",
            "Versions_Java",
            "Configuration_Settings",
            "Configuration_EnabledImageTypes");

    private static final List<String> IMAGE = List.of("Spacing", "Size", "Mean", "Minimum", "Maximum");

    private static final List<String> MASK =
            List.of("Spacing", "Size", "BoundingBox", "VoxelNum", "VolumeNum", "CenterOfMassIndex", "CenterOfMass");

    private static final List<String> INTENSITIES = List.of("Mean", "Minimum", "Maximum");

    private static void add(List<String> names, String stage, List<String> facts) {
        facts.forEach(fact -> names.add(PREFIX + stage + fact));
    }

    /** What made the numbers, in a form of our own. */
    void configuration(ExtractionSettings settings) {
        put("Versions_Radiomics4J", DiagnosticValue.of(Provenance.currentLibraryVersion()));
        put("Versions_FeatureDefinitions", DiagnosticValue.of(Provenance.FEATURE_DEFINITIONS));
        put("Versions_Java", DiagnosticValue.of(Runtime.version().toString()));
        put("Configuration_Settings", DiagnosticValue.of(settings.toString()));
        put(
                "Configuration_EnabledImageTypes",
                DiagnosticValue.of(settings.imageTypes().stream()
                        .map(type -> type.filter().toString())
                        .toList()
                        .toString()));
    }

    /** The image and mask as they were given. */
    void original(ImageVolume image, String imageSha1, Mask mask, String maskSha1) {
        put("Image-original_Hash", DiagnosticValue.of(imageSha1));
        put("Image-original_Dimensionality", DiagnosticValue.of(image.grid().dimensions() + "D"));
        image("Image-original", image);
        put("Mask-original_Hash", DiagnosticValue.of(maskSha1));
        mask("Mask-original", mask);
    }

    /** Image and mask after resampling. */
    void interpolated(ImageVolume image, Mask mask) {
        image("Image-interpolated", image);
        intensities("Mask-interpolated", mask("Mask-interpolated", mask), image);
    }

    /** The mask after it was put on the grid of {@code image}. */
    void corrected(ImageVolume image, Mask mask) {
        intensities("Mask-corrected", mask("Mask-corrected", mask), image);
    }

    /** The mask after voxels were left out for their intensity in {@code image}. */
    void resegmented(ImageVolume image, Mask mask) {
        intensities("Mask-resegmented", mask("Mask-resegmented", mask), image);
    }

    /**
     * Image and masks as they were given and as features are computed from them, for whom each stage is worth a word, even
     * one that changed nothing.
     *
     * @param image after resampling
     * @param morphology the mask that shape is computed from, on the same grid
     * @param intensity the mask whose intensities count, on the same grid
     */
    void prepared(ImageVolume givenImage, Mask givenMask, ImageVolume image, Mask morphology, Mask intensity) {}

    /** How many gray levels one image has. */
    void grayLevels(String imageName, int levelCount) {
        put("Radiomics4J-" + imageName + "_GrayLevels", DiagnosticValue.of(levelCount));
    }

    private void image(String stage, ImageVolume image) {
        grid(stage, image.grid());
        Spread spread = Spread.of(image);
        put(stage + "_Mean", DiagnosticValue.of(spread.mean()));
        put(stage + "_Minimum", DiagnosticValue.of(spread.minimum));
        put(stage + "_Maximum", DiagnosticValue.of(spread.maximum));
    }

    private RegionOfInterest mask(String stage, Mask mask) {
        grid(stage, mask.grid());
        RegionOfInterest region = RegionOfInterest.of(mask, label);
        BoundingBox box = region.box();
        put(
                stage + "_BoundingBox",
                mask.grid().isPlane()
                        ? DiagnosticValue.tuple(box.x(), box.y(), box.sizeX(), box.sizeY())
                        : DiagnosticValue.tuple(box.x(), box.y(), box.z(), box.sizeX(), box.sizeY(), box.sizeZ()));
        put(stage + "_VoxelNum", DiagnosticValue.of(region.voxelCount()));
        put(
                stage + "_VolumeNum",
                DiagnosticValue.of(ConnectedComponents.of(region).count()));
        Point center = centerOfMass(region);
        put(stage + "_CenterOfMassIndex", tuple(mask.grid(), center));
        Point mm = mask.grid().toPhysical(center.x(), center.y(), center.z());
        put(stage + "_CenterOfMass", tuple(mask.grid(), mm));
        return region;
    }

    private static DiagnosticValue tuple(Grid grid, Point point) {
        return grid.isPlane()
                ? DiagnosticValue.tuple(point.x(), point.y())
                : DiagnosticValue.tuple(point.x(), point.y(), point.z());
    }

    private void intensities(String stage, RegionOfInterest region, ImageVolume image) {
        Spread spread = new Spread();
        spread.add(region.intensities(image));
        put(stage + "_Mean", DiagnosticValue.of(spread.mean()));
        put(stage + "_Minimum", DiagnosticValue.of(spread.minimum));
        put(stage + "_Maximum", DiagnosticValue.of(spread.maximum));
    }

    private void grid(String stage, Grid grid) {
        Spacing spacing = grid.spacing();
        Size size = grid.size();
        put(stage + "_Spacing", tuple(grid, new Point(spacing.xMm(), spacing.yMm(), spacing.zMm())));
        put(
                stage + "_Size",
                grid.isPlane()
                        ? DiagnosticValue.tuple(size.x(), size.y())
                        : DiagnosticValue.tuple(size.x(), size.y(), size.z()));
    }

    /** Returns the label of the region. */
    int label() {
        return label;
    }

    /** Adds a fact, its name without the prefix that all have. */
    void put(String name, DiagnosticValue value) {
        out.diagnostic(PREFIX + name, value);
    }

    /** The mean index of the voxels, which all weigh the same. */
    private static Point centerOfMass(RegionOfInterest region) {
        int strideY = region.strideY();
        int strideZ = region.strideZ();
        long x = 0;
        long y = 0;
        long z = 0;
        int n = region.voxelCount();
        for (int i = 0; i < n; i++) {
            int position = region.position(i);
            x += position % strideY - 1;
            y += position % strideZ / strideY - 1;
            z += position / strideZ - 1;
        }
        BoundingBox box = region.box();
        return new Point((double) x / n + box.x(), (double) y / n + box.y(), (double) z / n + box.z());
    }

    /** Mean and range of many values; the sum is compensated (Neumaier), as images hold millions of voxels. */
    static final class Spread {
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        private double sum;
        private double compensation;
        private long count;

        /** Returns the spread of a whole image. */
        static Spread of(ImageVolume image) {
            double[] row = new double[image.grid().size().x()];
            long rows = image.grid().size().voxelCount() / row.length;
            Spread spread = new Spread();
            for (int r = 0; r < rows; r++) {
                image.copyTo(r * row.length, row, 0, row.length);
                spread.add(row);
            }
            return spread;
        }

        void add(double[] values) {
            for (double value : values) {
                minimum = Math.min(minimum, value);
                maximum = Math.max(maximum, value);
                double next = sum + value;
                compensation += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
                sum = next;
            }
            count += values.length;
        }

        double mean() {
            return (sum + compensation) / count;
        }
    }
}
