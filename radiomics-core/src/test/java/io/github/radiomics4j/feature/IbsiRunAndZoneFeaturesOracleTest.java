package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.reference.Reference;
import io.github.radiomics4j.texture.Glrlm;
import io.github.radiomics4j.texture.Glszm;
import io.github.radiomics4j.texture.SizeMatrix;
import io.github.radiomics4j.texture.TexturePhantoms;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Features of the digital phantom. Oracle: reference values of the Image Biomarker Standardisation Initiative; agreement
 * to the three significant digits that are published.
 */
class IbsiRunAndZoneFeaturesOracleTest {
    private static final Map<String, GlrlmFeature> RUNS =
            Stream.of(GlrlmFeature.values()).collect(Collectors.toMap(GlrlmFeature::ibsiCode, Function.identity()));
    private static final Map<String, GlszmFeature> ZONES =
            Stream.of(GlszmFeature.values()).collect(Collectors.toMap(GlszmFeature::ibsiCode, Function.identity()));

    @Test
    void runsAveragedOverDirections() throws IOException {
        List<SizeMatrix> matrices = Glrlm.of(TexturePhantoms.digital()).matricesWithLines();
        assertThat(matrices).hasSize(13);
        assertReference(
                "glrlm",
                "3D_avg",
                code -> matrices.stream()
                        .mapToDouble(RUNS.get(code)::value)
                        .average()
                        .orElseThrow());
    }

    @Test
    void runsOfAllDirectionsMerged() throws IOException {
        SizeMatrix merged = Glrlm.of(TexturePhantoms.digital()).merged();
        assertReference("glrlm", "3D_comb", code -> RUNS.get(code).value(merged));
    }

    @Test
    void zones() throws IOException {
        SizeMatrix matrix = Glszm.of(TexturePhantoms.digital()).matrix();
        assertReference("glszm", "3D", code -> ZONES.get(code).value(matrix));
    }

    private static void assertReference(String family, String aggregation, ToDoubleFunction<String> feature)
            throws IOException {
        List<String> failures = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(Reference.path("reference/ibsi/ibsi1/reference_values.csv"))) {
            // Quoted cells hold commas only after the columns that are read here, but for the aggregation's name.
            String[] row = line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1);
            if (row[0].equals("digital_phantom") && row[1].equals(family) && row[8].equals(aggregation)) {
                double expected = Double.parseDouble(row[11]);
                double actual = feature.applyAsDouble(row[4]);
                // Half of the third digit, and a little for the decimal fraction.
                double half = 0.5000001 * Math.pow(10, Math.floor(Math.log10(expected)) - 2);
                if (!(Math.abs(actual - expected) <= half)) {
                    failures.add(row[3] + ": " + actual + " instead of " + expected);
                }
                rows++;
            }
        }
        assertThat(failures).isEmpty();
        assertThat(rows).isEqualTo(16);
    }
}
