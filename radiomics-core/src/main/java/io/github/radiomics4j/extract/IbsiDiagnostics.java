package io.github.radiomics4j.extract;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.table.DiagnosticValue;
import io.github.radiomics4j.table.FeatureVector;
import java.util.ArrayList;
import java.util.List;

/**
 * The 60 facts about image and region that IBSI wants reported, with the tags of its compliance sheet: of the image before
 * and after interpolation, and of the region then and after resegmentation. A stage that the settings leave out repeats what
 * was before it. Before them stand the hashes of image and mask.
 */
final class IbsiDiagnostics extends Diagnostics {
    private static final List<String> HASHES = List.of("Image-original_Hash", "Mask-original_Hash");
    private static final List<String> AXES = List.of("x", "y", "z");
    private static final List<String> IMAGES = List.of("init_img", "interp_img");
    private static final List<String> REGIONS = List.of("init_roi", "interp_roi", "reseg_roi");

    IbsiDiagnostics(FeatureVector.Builder out, int label) {
        super(out, label);
    }

    /** Returns the names of all but configuration and gray levels, in their order. */
    static List<String> names() {
        List<String> names = new ArrayList<>(HASHES);
        for (String stage : IMAGES) {
            AXES.forEach(axis -> names.add("img_dim_" + axis + "_" + stage));
            AXES.forEach(axis -> names.add("vox_dim_" + axis + "_" + stage));
            List.of("mean_int_", "min_int_", "max_int_").forEach(fact -> names.add(fact + stage));
        }
        for (String stage : REGIONS) {
            for (String fact : List.of("int_mask_dim_", "int_mask_bb_dim_", "morph_mask_bb_dim_")) {
                AXES.forEach(axis -> names.add(fact + axis + "_" + stage));
            }
            List.of(
                            "int_mask_vox_count_",
                            "morph_mask_vox_count_",
                            "int_mask_mean_int_",
                            "int_mask_min_int_",
                            "int_mask_max_int_")
                    .forEach(fact -> names.add(fact + stage));
        }
        return names.stream().map(name -> PREFIX + name).toList();
    }

    @Override
    void original(ImageVolume image, String imageSha1, Mask mask, String maskSha1) {
        put(HASHES.get(0), DiagnosticValue.of(imageSha1));
        put(HASHES.get(1), DiagnosticValue.of(maskSha1));
    }

    @Override
    void interpolated(ImageVolume image, Mask mask) {}

    @Override
    void corrected(ImageVolume image, Mask mask) {}

    @Override
    void resegmented(ImageVolume image, Mask mask) {}

    @Override
    void prepared(ImageVolume givenImage, Mask givenMask, ImageVolume image, Mask morphology, Mask intensity) {
        image(IMAGES.get(0), givenImage);
        image(IMAGES.get(1), image);
        RegionOfInterest given = RegionOfInterest.of(givenMask, label());
        RegionOfInterest whole = RegionOfInterest.of(morphology, label());
        region(REGIONS.get(0), given, given, givenImage);
        region(REGIONS.get(1), whole, whole, image);
        region(REGIONS.get(2), whole, RegionOfInterest.of(intensity, label()), image);
    }

    private void image(String stage, ImageVolume image) {
        Grid grid = image.grid();
        for (int a = 0; a < 3; a++) {
            put(
                    "img_dim_" + AXES.get(a) + "_" + stage,
                    DiagnosticValue.of(grid.size().along(a)));
        }
        for (int a = 0; a < 3; a++) {
            put(
                    "vox_dim_" + AXES.get(a) + "_" + stage,
                    DiagnosticValue.of(grid.spacing().along(a)));
        }
        Spread spread = Spread.of(image);
        put("mean_int_" + stage, DiagnosticValue.of(spread.mean()));
        put("min_int_" + stage, DiagnosticValue.of(spread.minimum));
        put("max_int_" + stage, DiagnosticValue.of(spread.maximum));
    }

    private void region(String stage, RegionOfInterest morphology, RegionOfInterest intensity, ImageVolume image) {
        for (int a = 0; a < 3; a++) {
            put(
                    "int_mask_dim_" + AXES.get(a) + "_" + stage,
                    DiagnosticValue.of(intensity.grid().size().along(a)));
        }
        box("int_mask_bb_dim_", stage, intensity);
        box("morph_mask_bb_dim_", stage, morphology);
        put("int_mask_vox_count_" + stage, DiagnosticValue.of(intensity.voxelCount()));
        put("morph_mask_vox_count_" + stage, DiagnosticValue.of(morphology.voxelCount()));
        // A mask on a grid of its own has no intensities yet.
        boolean onImage = intensity.grid().size().equals(image.grid().size());
        double[] facts = {Double.NaN, Double.NaN, Double.NaN};
        if (onImage) {
            Spread spread = new Spread();
            spread.add(intensity.intensities(image));
            facts = new double[] {spread.mean(), spread.minimum, spread.maximum};
        }
        put("int_mask_mean_int_" + stage, DiagnosticValue.of(facts[0]));
        put("int_mask_min_int_" + stage, DiagnosticValue.of(facts[1]));
        put("int_mask_max_int_" + stage, DiagnosticValue.of(facts[2]));
    }

    private void box(String fact, String stage, RegionOfInterest region) {
        for (int a = 0; a < 3; a++) {
            put(
                    fact + AXES.get(a) + "_" + stage,
                    DiagnosticValue.of(region.box().size().along(a)));
        }
    }
}
