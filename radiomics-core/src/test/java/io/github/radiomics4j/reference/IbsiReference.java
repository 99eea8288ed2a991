package io.github.radiomics4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FeatureValues;
import io.github.radiomics4j.feature.Region;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.io.VolumeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The digital phantom of the Image Biomarker Standardisation Initiative and the reference values of its features in one
 * way of aggregation.
 *
 * @param values by IBSI code
 */
public record IbsiReference(Map<String, Value> values) {
    private static final String PHANTOM = "reference/ibsi/ibsi1/phantoms/digital_phantom/digital_phantom_";

    /** Of features that have but one way, named "3D (by definition)". */
    public static final String BY_DEFINITION = "";

    /**
     * A reference value.
     *
     * @param name the feature's name
     * @param value printed with three significant digits
     * @param tolerance by which two programs may differ
     */
    public record Value(String name, double value, double tolerance) {
        private boolean agreesWith(double found) {
            // Half of the third digit, and a little for the decimal fraction.
            double half = 0.5000001 * Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 2);
            return Math.abs(found - value) <= tolerance + half;
        }
    }

    /** Keeps a copy. */
    public IbsiReference {
        values = Map.copyOf(values);
    }

    /**
     * Returns the values of some families.
     *
     * @param aggregation key of the table, such as {@code "3D_avg"}
     * @param families of the table, such as {@code "glcm"}
     */
    public static IbsiReference ofDigitalPhantom(String aggregation, String... families) throws IOException {
        Map<String, Value> values = new HashMap<>();
        for (String line : Files.readAllLines(Reference.path("reference/ibsi/ibsi1/reference_values.csv"))) {
            // Some cells are quoted, with a comma within.
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            if (cells[0].equals("digital_phantom")
                    && List.of(families).contains(cells[1])
                    && cells[8].equals(aggregation)
                    && !cells[11].isEmpty()) {
                values.put(cells[4], new Value(cells[3], Double.parseDouble(cells[11]), Double.parseDouble(cells[12])));
            }
        }
        return new IbsiReference(values);
    }

    /** Returns the phantom, whose intensities are its gray levels. */
    public static Region digitalPhantom() throws IOException {
        VolumeReader reader = VolumeReader.withDefaults();
        return Region.of(
                RegionOfInterest.of(reader.readMask(Reference.path(PHANTOM + "mask.nii.gz")), 1),
                reader.readImage(Reference.path(PHANTOM + "image.nii.gz")),
                new FixedBinWidth(1));
    }

    /** Asserts that all features of {@code family} that have a value, {@code rows} of them, agree with it. */
    public void assertAgreement(FeatureFamily family, int rows) throws IOException {
        List<? extends Feature> wanted = family.features().stream()
                .filter(feature -> values.containsKey(feature.ibsiCode()))
                .toList();
        FeatureValues found = family.compute(digitalPhantom(), wanted);
        Map<String, Double> byCode = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            byCode.put(wanted.get(i).ibsiCode(), found.value(i));
        }
        assertThat(byCode).hasSize(rows);
        Map<String, Value> common = new HashMap<>(values);
        common.keySet().retainAll(byCode.keySet());
        new IbsiReference(common).assertAgreement(code -> Objects.requireNonNull(byCode.get(code)), rows);
    }

    /** Asserts that all values, {@code rows} of them, agree with what {@code found} gives for their code. */
    public void assertAgreement(ToDoubleFunction<String> found, int rows) {
        List<String> failures = new ArrayList<>();
        values.forEach((code, expected) -> {
            double value = found.applyAsDouble(code);
            if (!expected.agreesWith(value)) {
                failures.add(expected + ", found " + value);
            }
        });
        assertThat(failures).isEmpty();
        assertThat(values).hasSize(rows);
    }
}
