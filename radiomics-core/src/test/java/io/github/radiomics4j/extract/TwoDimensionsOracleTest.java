package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.LocalBinaryPattern3D;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Images of two dimensions against PyRadiomics 3.0.1 with NumPy 2.4.6, SimpleITK 2.5.7 and PyWavelets 1.9.0: names, their
 * order, values and diagnostics.
 */
class TwoDimensionsOracleTest {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(?:[eE][-+]?[0-9]+)?");

    @Test
    void valuesAndDiagnosticsAreThoseOfPyRadiomics() throws IOException, URISyntaxException {
        Map<String, Map<String, String>> golden = new LinkedHashMap<>();
        int rows = 0;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file("golden.csv"))) {
            for (NamedCsvRecord row : csv) {
                golden.computeIfAbsent(row.getField("case"), name -> new LinkedHashMap<>())
                        .put(row.getField("name"), row.getField("value"));
                rows++;
            }
        }
        assertThat(rows).isEqualTo(2224);
        assertThat(golden).hasSize(9);
        for (Map.Entry<String, Map<String, String>> one : golden.entrySet()) {
            assertAgreement(one.getKey(), extract(one.getKey()), one.getValue());
        }
    }

    private static void assertAgreement(String name, FeatureVector features, Map<String, String> golden) {
        Map<String, String> found = new LinkedHashMap<>();
        features.diagnostics().forEach((key, value) -> {
            if (key.startsWith("diagnostics_Image") || key.startsWith("diagnostics_Mask")) {
                found.put(key, value.text());
            }
        });
        features.names().forEach(key -> found.put(key.toString(), Double.toString(features.value(key))));
        assertThat(found.keySet()).as(name).containsExactlyElementsOf(golden.keySet());
        found.forEach((key, value) -> assertSame(name + " " + key, value, golden.get(key)));
    }

    private static void assertSame(String what, String found, String golden) {
        if (what.endsWith("_Hash") || what.endsWith("_Dimensionality")) {
            assertThat(found).as(what).isEqualTo(golden);
            return;
        }
        List<Double> mine = numbers(found);
        List<Double> theirs = numbers(golden);
        assertThat(mine).as(what).isNotEmpty().hasSameSizeAs(theirs);
        for (int i = 0; i < mine.size(); i++) {
            double bound = 1e-9 * Math.abs(theirs.get(i)) + 1e-12;
            assertThat(Math.abs(mine.get(i) - theirs.get(i)))
                    .as("%s: %s, PyRadiomics %s", what, found, golden)
                    .isLessThanOrEqualTo(bound);
        }
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Double.parseDouble(matcher.group()));
        }
        return numbers;
    }

    @Test
    void shapeAndPatternsOfSpheresAreLeftOutWithAWarning() throws IOException, URISyntaxException {
        ExtractionSettings settings = ExtractionSettings.pyradiomics()
                .withFilters(
                        new Original(),
                        LaplacianOfGaussian.of(1),
                        Wavelet.withDefaults(),
                        LocalBinaryPattern3D.withDefaults());
        FeatureVector features = RadiomicsExtractor.of(settings).extract(image("i16"), mask("i16"));
        assertThat(features.warnings())
                .containsExactlyInAnyOrder(
                        "LBP3D needs an image of 3 dimensions, found 2: no image made",
                        "shape needs an image of 3 dimensions, found 2: left out; shape2D is for 2");
        assertThat(features.names()).isEqualTo(settings.featureNames(2));
    }

    @Test
    void aMaskOrASpacingOfAnotherNumberOfDimensionsIsRefused() throws IOException, URISyntaxException {
        ImageVolume image = image("i16");
        Mask mask = mask("i16");
        Grid slice = image.grid().withDimensions(3);
        RadiomicsExtractor plain = RadiomicsExtractor.of(ExtractionSettings.pyradiomics());
        assertRefused(plain, image, mask.withGrid(slice), Reason.GRID_MISMATCH);
        assertRefused(plain, image.withGrid(slice), mask, Reason.GRID_MISMATCH);
        RadiomicsExtractor three = RadiomicsExtractor.of(
                PyRadiomicsParameters.parse("setting: {resampledPixelSpacing: [1, 1, 1]}", "three"));
        RadiomicsExtractor two =
                RadiomicsExtractor.of(PyRadiomicsParameters.parse("setting: {resampledPixelSpacing: [1, 1]}", "two"));
        assertRefused(three, image, mask, Reason.DIMENSIONS);
        assertRefused(two, image.withGrid(slice), mask.withGrid(slice), Reason.DIMENSIONS);
    }

    private static void assertRefused(RadiomicsExtractor extractor, ImageVolume image, Mask mask, Reason reason) {
        assertThatThrownBy(() -> extractor.extract(image, mask))
                .isInstanceOfSatisfying(
                        InvalidCaseException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining("dimensions");
    }

    private static FeatureVector extract(String name) throws IOException, URISyntaxException {
        String[] parts = name.split("-");
        return RadiomicsExtractor.of(PyRadiomicsParameters.read(file(parts[1] + ".yaml")))
                .extract(image(parts[0]), mask(parts[0]));
    }

    private static ImageVolume image(String name) throws IOException, URISyntaxException {
        return VolumeReader.withDefaults().readImage(file(name + ".nrrd"));
    }

    private static Mask mask(String name) throws IOException, URISyntaxException {
        return VolumeReader.withDefaults().readMask(file(name + "_mask.nrrd"));
    }

    private static Path file(String name) throws URISyntaxException {
        URL found = TwoDimensionsOracleTest.class.getResource("/twod/" + name);
        return Path.of(Objects.requireNonNull(found, name).toURI());
    }
}
