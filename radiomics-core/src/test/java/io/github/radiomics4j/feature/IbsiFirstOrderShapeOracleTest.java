package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.reference.Reference;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The consensus values of the IBSI 1 digital phantom, within IBSI's tolerance and the three digits that it prints. */
class IbsiFirstOrderShapeOracleTest {
    private static final String PHANTOM = "reference/ibsi/ibsi1/phantoms/digital_phantom/digital_phantom_";

    @Test
    void shapeOfTheDigitalPhantomLiesWithinIbsisTolerance() throws IOException {
        check(new ShapeFamily(CovarianceDivisor.SAMPLE), 14);
    }

    @Test
    void firstOrderOfTheDigitalPhantomHasIbsisValues() throws IOException {
        check(FirstOrderFamily.withDefaults().withKurtosis(FirstOrderFamily.Kurtosis.EXCESS), 17);
    }

    private static void check(FeatureFamily family, int rows) throws IOException {
        VolumeReader reader = VolumeReader.withDefaults();
        Region region = Region.of(
                RegionOfInterest.of(reader.readMask(Reference.path(PHANTOM + "mask.nii.gz")), 1),
                reader.readImage(Reference.path(PHANTOM + "image.nii.gz")),
                // The phantom's intensities are its gray levels.
                new FixedBinWidth(1));
        Map<String, double[]> expected = values(Reference.path("reference/ibsi/ibsi1/reference_values.csv"));
        List<? extends Feature> wanted = family.features().stream()
                .filter(feature -> expected.containsKey(feature.ibsiCode()))
                .toList();
        assertThat(wanted).hasSize(rows);
        FeatureValues values = family.compute(region, wanted);
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double[] row = expected.get(wanted.get(i).ibsiCode());
            double rounding = 0.5 * Math.pow(10, Math.floor(Math.log10(Math.abs(row[0]))) - 2);
            if (!(Math.abs(values.value(i) - row[0]) <= row[1] + rounding)) {
                differing.add(wanted.get(i).featureName() + ": expected " + row[0] + " ± " + row[1] + ", found "
                        + values.value(i));
            }
        }
        assertThat(differing).isEmpty();
    }

    /** IBSI code → value and tolerance. */
    private static Map<String, double[]> values(Path file) throws IOException {
        Map<String, double[]> values = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("digital_phantom,")) {
                // Some names are quoted, with a comma within.
                String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                if (!cells[11].isEmpty() && cells[9].contains("by definition")) {
                    values.put(cells[4], new double[] {Double.parseDouble(cells[11]), Double.parseDouble(cells[12])});
                }
            }
        }
        return values;
    }
}
