package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.reference.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Morphology and local intensity of IBSI's digital phantom and of its configuration A. Oracle: the file's reference values,
 * within their tolerance after rounding to three digits; and, where it does not depend on the triangulation, the independent
 * values, within rounding.
 */
class MorphologyOracleTest {
    /** The digital phantom, slice by slice; negative where the voxel is outside the region. */
    private static final int[] DIGITAL = {
        1, 4, 4, 1, 1, /**/ 1, 4, 6, 1, 1, /**/ 4, 1, 6, 4, 1, /**/ 4, 4, 6, 4, 1,
        1, 4, 4, 1, 1, /**/ 1, 1, 6, 1, 1, /**/ -1, 1, 3, 1, 1, /**/ 4, 4, 6, 1, 1,
        1, 4, 4, -1, -1, /**/ 1, 1, 1, 1, 1, /**/ 1, 1, -9, 1, 1, /**/ 1, 1, 6, 1, 1,
        1, 4, 4, -1, -1, /**/ 1, 1, 1, 1, 1, /**/ 1, 1, 1, 1, 1, /**/ 1, 1, 6, 1, 1
    };

    /** What follows from the area or the volume of the mesh, whose triangulation is ours and PyRadiomics'. */
    private static final Set<String> OF_THE_TRIANGULATION = Set.of(
            "morph_volume",
            "morph_area_mesh",
            "morph_av",
            "morph_comp_1",
            "morph_comp_2",
            "morph_sph_dispr",
            "morph_sphericity",
            "morph_asphericity",
            "morph_vol_dens_aabb",
            "morph_area_dens_aabb",
            "morph_vol_dens_aee",
            "morph_area_dens_aee",
            "morph_vol_dens_conv_hull",
            "morph_area_dens_conv_hull",
            "morph_integ_int");

    private static final String CT = "reference/ibsi/ibsi1/phantoms/ct_radiomics_phantom/ct_radiomics_phantom_";

    @Test
    void morphologyOfTheDigitalPhantom() throws IOException {
        assertAgreement("digital_phantom", digitalPhantom(), new MorphologyFamily(), 25);
    }

    @Test
    void localIntensityOfTheDigitalPhantom() throws IOException {
        assertAgreement("digital_phantom", digitalPhantom(), new LocalIntensityFamily(), 2);
    }

    @Test
    void morphologyOfConfigurationA() throws IOException {
        assertAgreement("config_a", configurationA(), new MorphologyFamily(), 25);
    }

    @Test
    void localIntensityOfConfigurationA() throws IOException {
        assertAgreement("config_a", configurationA(), new LocalIntensityFamily(), 2);
    }

    @Test
    void everyFeatureHasItsCodeAndTagInTheOrderOfTheReference() throws IOException {
        List<String> expected = rows("digital_phantom").stream()
                .map(row -> row.code() + " " + row.tag())
                .toList();
        List<Feature> features = new ArrayList<>(new MorphologyFamily().features());
        features.addAll(new LocalIntensityFamily().features());
        assertThat(features.stream()
                        .map(feature -> feature.ibsiCode() + " " + feature.ibsiTag())
                        .toList())
                .isEqualTo(expected)
                .hasSize(31);
    }

    private static Region digitalPhantom() {
        Grid grid = Grid.of(new Size(5, 4, 4), Spacing.isotropic(2));
        boolean[] inside = new boolean[DIGITAL.length];
        short[] intensities = new short[DIGITAL.length];
        for (int i = 0; i < DIGITAL.length; i++) {
            inside[i] = DIGITAL[i] > 0;
            intensities[i] = (short) Math.abs(DIGITAL[i]);
        }
        RegionOfInterest voxels = RegionOfInterest.of(Mask.of(grid, inside), 1);
        assertThat(voxels.voxelCount()).isEqualTo(74);
        return Region.of(voxels, voxels, ImageVolume.of(grid, intensities), new FixedBinWidth(1));
    }

    /** Neither resampled nor rounded; intensities from -500 to 400 HU. */
    private static Region configurationA() throws IOException {
        VolumeReader reader = VolumeReader.withDefaults();
        ImageVolume image = reader.readImage(Reference.path(CT + "image.nii.gz"));
        // The header has the spacing in 32 bits, the independent values are of 0.977 mm.
        Grid grid = Grid.of(image.grid().size(), new Spacing(0.977, 0.977, 3));
        Mask mask = reader.readMask(Reference.path(CT + "mask.nii.gz")).withGrid(grid);
        Size size = image.grid().size();
        boolean[] inside = new boolean[Math.toIntExact(size.voxelCount())];
        double[] intensities = image.toDoubles();
        for (int i = 0; i < inside.length; i++) {
            boolean isInRange = intensities[i] >= -500 && intensities[i] <= 400;
            inside[i] = isInRange && mask.labelAt(i % size.x(), i / size.x() % size.y(), i / size.x() / size.y()) == 1;
        }
        RegionOfInterest morphology = RegionOfInterest.of(mask, 1);
        RegionOfInterest voxels = RegionOfInterest.of(Mask.of(grid, inside), 1);
        assertThat(morphology.voxelCount()).isEqualTo(125256);
        assertThat(voxels.voxelCount()).isEqualTo(114596);
        return Region.of(voxels, morphology, image, new FixedBinWidth(25));
    }

    private static void assertAgreement(String configuration, Region region, FeatureFamily family, int count)
            throws IOException {
        List<String> failures = new ArrayList<>();
        int checked = 0;
        FeatureValues values = family.compute(region, family.features());
        for (Row row : rows(configuration)) {
            for (int i = 0; i < values.features().size(); i++) {
                if (values.features().get(i).ibsiTag().equals(row.tag())
                        && !row.value().isEmpty()) {
                    checked++;
                    row.check(values.value(i), failures);
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(checked).isEqualTo(count);
    }

    private record Row(String code, String tag, String value, String tolerance, String independent) {
        void check(double found, List<String> failures) {
            double reference = Double.parseDouble(value);
            double rounded = new BigDecimal(found).round(new MathContext(3)).doubleValue();
            // The decimal fractions of the sheet are not exact in binary.
            if (!(Math.abs(rounded - reference) <= Double.parseDouble(tolerance) + 1e-9 * Math.abs(reference))) {
                failures.add(tag + " must be " + value + " ± " + tolerance + ", found " + found);
            }
            // Both round; the shift is a small difference of large sums.
            double same = Double.parseDouble(independent);
            if (!OF_THE_TRIANGULATION.contains(tag) && !(Math.abs(found - same) <= 1e-9 * Math.abs(same))) {
                failures.add(tag + " must be the independent " + independent + ", found " + found);
            }
        }
    }

    private static List<Row> rows(String configuration) throws IOException {
        try (InputStream in = MorphologyOracleTest.class.getResourceAsStream("/ibsi/morphology_local_intensity.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(";", -1))
                    .filter(cells -> cells[0].equals(configuration))
                    .map(cells -> new Row(cells[1], cells[2], cells[3], cells[4], cells[5]))
                    .toList();
        }
    }
}
