package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of one family for the original image in a file that PyRadiomics 3.0.1 wrote: feature name → value. */
record ExpectedRows(String family, Map<String, Double> values) {

    static ExpectedRows ofResource(String family, String file) {
        InputStream in = Objects.requireNonNull(ExpectedRows.class.getResourceAsStream("/golden/" + file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(family, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ExpectedRows ofFile(String family, Path file) {
        try {
            return of(family, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExpectedRows of(String family, List<String> lines) {
        String prefix = "original_" + family + "_";
        Map<String, Double> values = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith(prefix)) {
                String[] cells = line.substring(prefix.length()).split(",");
                values.put(cells[0], cells[1].equals("nan") ? Double.NaN : Double.parseDouble(cells[1]));
            }
        }
        return new ExpectedRows(family, values);
    }

    /**
     * Computes every feature of the file, in its order, and lists those that differ by more than 10⁻⁹ of the expected value
     * and 10⁻¹², which is what sums in another order may do.
     */
    void assertEqualTo(FeatureFamily family, Region region, int rows) {
        assertThat(values).hasSize(rows);
        List<? extends Feature> wanted =
                values.keySet().stream().map(family::feature).toList();
        FeatureValues computed = family.compute(region, wanted);
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            double expected = values.get(wanted.get(i).featureName());
            double found = computed.value(i);
            boolean same = Double.isNaN(expected)
                    ? Double.isNaN(found)
                    : Math.abs(found - expected) <= 1e-9 * Math.abs(expected) + 1e-12;
            if (!same) {
                differing.add(wanted.get(i).featureName() + ": expected " + expected + ", found " + found);
            }
        }
        assertThat(differing).isEmpty();
    }
}
