package io.github.radiomics4j.extract;

import io.github.radiomics4j.reference.Reference;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Feature values of PyRadiomics 3.0.1 in its own order, and how far ours are from them.
 *
 * @param names column names
 * @param values one per name
 */
record GoldenValues(List<String> names, double[] values) {
    /** The bar: a re-implementation from the definitions alone comes to 1e-11. */
    static final double RELATIVE_TOLERANCE = 1e-9;

    /** Below this, values are rounding errors of zero on both sides. */
    static final double ABSOLUTE_TOLERANCE = 1e-12;

    /** Reads a file of the test resources, or of the reference data where the resources lack it. */
    static GoldenValues read(String path) {
        return parse(text(path));
    }

    /** Returns the text of a golden file. */
    static String text(String path) {
        try (InputStream in = GoldenValues.class.getResourceAsStream("/golden/" + path)) {
            return in == null
                    ? Files.readString(Reference.path("reference/pyradiomics/golden/" + path))
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenValues parse(String text) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (String line : text.lines().skip(1).toList()) {
            int comma = line.indexOf(',');
            names.add(line.substring(0, comma));
            String value = line.substring(comma + 1);
            values.add(value.equals("nan") ? Double.NaN : Double.parseDouble(value));
        }
        return new GoldenValues(
                List.copyOf(names),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * What a comparison found.
     *
     * @param rows values compared
     * @param worst largest relative difference among values whose absolute difference exceeds 1e-12, 0 if there are none
     * @param worstName its feature; empty if there are none
     * @param failures one line per name or value that does not agree
     */
    record Comparison(int rows, double worst, String worstName, List<String> failures) {}

    Comparison compare(FeatureVector actual) {
        List<String> failures = new ArrayList<>();
        List<String> actualNames =
                actual.names().stream().map(FeatureName::toString).toList();
        if (!actualNames.equals(names)) {
            failures.add("names differ: " + firstDifference(actualNames));
        }
        double worst = 0;
        String worstName = "";
        int rows = 0;
        for (int i = 0; i < values.length; i++) {
            FeatureName name = FeatureName.parse(names.get(i));
            if (!actual.contains(name)) {
                failures.add(name + ": missing");
                continue;
            }
            rows++;
            double expected = values[i];
            double found = actual.value(name);
            if (Double.isNaN(expected) && Double.isNaN(found)) {
                continue;
            }
            double difference = Math.abs(found - expected);
            double relative = difference <= ABSOLUTE_TOLERANCE ? 0 : difference / Math.abs(expected);
            if (!(difference <= RELATIVE_TOLERANCE * Math.abs(expected) + ABSOLUTE_TOLERANCE)) {
                failures.add("%s: expected %s, found %s, relative difference %.1e"
                        .formatted(name, expected, found, difference / Math.abs(expected)));
            }
            if (relative > worst) {
                worst = relative;
                worstName = name.toString();
            }
        }
        return new Comparison(rows, worst, worstName, failures);
    }

    private String firstDifference(List<String> actual) {
        for (int i = 0; i < Math.max(actual.size(), names.size()); i++) {
            String expected = i < names.size() ? names.get(i) : "nothing";
            String found = i < actual.size() ? actual.get(i) : "nothing";
            if (!Objects.equals(expected, found)) {
                return "column " + i + " must be " + expected + ", found " + found + " (" + names.size() + " vs "
                        + actual.size() + " columns)";
            }
        }
        return "none";
    }
}
