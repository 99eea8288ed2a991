package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.reference.Reference;
import io.github.radiomics4j.texture.TexturePhantoms;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Features of the digital phantom. Oracle: reference values of the Image Biomarker Standardisation Initiative; agreement
 * to the three significant digits that are published.
 */
class IbsiNeighborFeaturesOracleTest {
    @Test
    void coOccurrenceAveragedOverDirections() throws IOException {
        // Of 25 values, sum variance and dissimilarity are other names of two that are tested.
        assertReference("glcm", "3D_avg", GlcmFamily.withDefaults(), 23);
    }

    @Test
    void dependence() throws IOException {
        // PyRadiomics, and so we, leave out three: normalised non-uniformity, percentage and energy.
        assertReference("ngldm", "3D", GldmFamily.withDefaults(), 14);
    }

    @Test
    void grayToneDifference() throws IOException {
        assertReference("ngtdm", "3D", new NgtdmFamily(NgtdmFamily.VoxelsWithoutNeighbors.LEFT_OUT), 5);
    }

    private static void assertReference(String ibsiFamily, String aggregation, FeatureFamily family, int rowCount)
            throws IOException {
        FeatureValues values = family.compute(digital(), family.features());
        List<String> failures = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(Reference.path("reference/ibsi/ibsi1/reference_values.csv"))) {
            // Quoted cells hold commas only after the columns that are read here, but for the aggregation's name.
            String[] row = line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1);
            if (!row[0].equals("digital_phantom") || !row[1].equals(ibsiFamily) || !row[8].equals(aggregation)) {
                continue;
            }
            for (Feature feature : family.features()) {
                if (feature.ibsiCode().equals(row[4])) {
                    double expected = Double.parseDouble(row[11]);
                    double actual = values.value(feature);
                    // Half of the third digit, and a little for the decimal fraction.
                    double half = 0.5000001 * Math.pow(10, Math.floor(Math.log10(Math.abs(expected))) - 2);
                    if (!(Math.abs(actual - expected) <= half)) {
                        failures.add(row[3] + ": " + actual + " instead of " + expected);
                    }
                    rows++;
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(rows).isEqualTo(rowCount);
    }

    private static Region digital() {
        GrayLevels levels = TexturePhantoms.digital();
        RegionOfInterest voxels = levels.region();
        // The phantom fills its grid but for some voxels, so that the region's box is the image.
        double[] image = new double[Math.toIntExact(voxels.grid().size().voxelCount())];
        for (int i = 0; i < voxels.voxelCount(); i++) {
            int z = voxels.position(i) / voxels.strideZ() - 1;
            int y = voxels.position(i) % voxels.strideZ() / voxels.strideY() - 1;
            int x = voxels.position(i) % voxels.strideY() - 1;
            image[x + 5 * (y + 4 * z)] = levels.level(i);
        }
        return Region.of(voxels, ImageVolume.of(voxels.grid(), image), new FixedBinWidth(1));
    }
}
