package io.github.radiomics4j.feature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.texture.Aggregation;
import io.github.radiomics4j.texture.TextureMatrix;
import io.github.radiomics4j.texture.TexturePhantoms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Texture features of the digital phantom in every aggregation: 408 of its 482 reference values. Oracle: reference manual
 * of the Image Biomarker Standardisation Initiative, whose tolerance is 0 here: a value must round to the three digits that
 * are published.
 */
class TextureFamilyOracleTest {
    /** For what is not a decimal fraction in binary. */
    private static final double SLACK = 1e-9;

    private record Row(String tag, String code, String aggregation, double reference, double tolerance, double full) {
        static Row parse(String line) {
            String[] cells = line.split(";", -1);
            return new Row(
                    cells[0],
                    cells[1],
                    cells[2],
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]));
        }

        boolean agreesWith(double value) {
            double rounded = new BigDecimal(value).round(new MathContext(3)).doubleValue();
            return Math.abs(rounded - reference) <= tolerance + SLACK * Math.abs(reference);
        }

        /** Entropies part by ε = 2⁻⁵², which IBSI does not add; a value that is 0 has an absolute tolerance. */
        boolean equalsInFull(double value) {
            return Math.abs(value - full) <= 1e-9 * Math.abs(full) + 1e-12;
        }
    }

    @Test
    void allTextureValuesAreThePublishedOnes() throws IOException {
        Map<String, Double> values = values();
        List<Row> rows = rows();
        assertThat(rows).hasSize(408);
        assertThat(rows.stream().filter(row -> !row.agreesWith(value(values, row))))
                .isEmpty();
        assertThat(values.keySet())
                .containsExactlyInAnyOrderElementsOf(rows.stream().map(Row::tag).toList());
    }

    /** Not normative: sharper than three digits, but only another program's word. */
    @Test
    void allTextureValuesAreThoseOfAnotherProgramInFull() throws IOException {
        Map<String, Double> values = values();
        assertThat(rows().stream().filter(row -> !row.equalsInFull(value(values, row))))
                .isEmpty();
    }

    @Test
    void codesOfFeaturesAndAggregationsAreTheManuals() throws IOException {
        Map<String, Row> rows = new HashMap<>();
        for (Row row : rows()) {
            rows.put(row.tag, row);
        }
        int checked = 0;
        for (TextureFamily family : families()) {
            for (Feature feature : family.defaultFeatures()) {
                Row row = Objects.requireNonNull(rows.get(feature.ibsiTag()));
                assertThat(row.code).isEqualTo(feature.ibsiCode());
                assertThat(row.aggregation).isEqualTo(family.matrix().ibsiCode(family.aggregation()));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(408);
    }

    private static double value(Map<String, Double> values, Row row) {
        return Objects.requireNonNull(values.get(row.tag), row.tag);
    }

    private static Map<String, Double> values() {
        Region region = digitalPhantom();
        Map<String, Double> values = new HashMap<>();
        for (TextureFamily family : families()) {
            FeatureValues found = family.compute(region, family.defaultFeatures());
            for (int i = 0; i < found.features().size(); i++) {
                values.put(found.features().get(i).ibsiTag(), found.value(i));
            }
        }
        return values;
    }

    private static List<TextureFamily> families() {
        List<TextureFamily> families = new ArrayList<>();
        for (TextureMatrix matrix : TextureMatrix.values()) {
            for (Aggregation aggregation : matrix.aggregations()) {
                families.add(TextureFamily.of(matrix, aggregation));
            }
        }
        return families;
    }

    private static Region digitalPhantom() {
        RegionOfInterest voxels = TexturePhantoms.digital().region();
        return Region.of(voxels, voxels, TexturePhantoms.digitalImage(), new FixedBinWidth(1));
    }

    private static List<Row> rows() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TextureFamilyOracleTest.class.getResourceAsStream("/ibsi/texture_values.csv")),
                UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("tag;"))
                    .map(Row::parse)
                    .toList();
        }
    }
}
