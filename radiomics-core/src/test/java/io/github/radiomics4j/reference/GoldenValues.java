package io.github.radiomics4j.reference;

import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FeatureValues;
import io.github.radiomics4j.feature.Region;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Feature values of PyRadiomics 3.0.1 in its own order, and how far ours are from them.
 *
 * @param values value by column name
 */
public record GoldenValues(Map<String, Double> values) {
    /** The bar: a re-implementation from the definitions alone comes to 1e-11. */
    public static final double RELATIVE_TOLERANCE = 1e-9;

    /** Below this, values are rounding errors of zero on both sides. */
    public static final double ABSOLUTE_TOLERANCE = 1e-12;

    /** Keeps the order. */
    public GoldenValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads a file of the test resources, or of the reference data where the resources lack it. */
    public static GoldenValues read(String path) {
        Map<String, Double> values = new LinkedHashMap<>();
        text(path).lines().skip(1).forEach(line -> {
            int comma = line.indexOf(',');
            String value = line.substring(comma + 1);
            values.put(line.substring(0, comma), value.equals("nan") ? Double.NaN : Double.parseDouble(value));
        });
        return new GoldenValues(values);
    }

    /** Returns the text of a golden file. */
    public static String text(String path) {
        try (InputStream in = GoldenValues.class.getResourceAsStream("/golden/" + path)) {
            return in == null
                    ? Files.readString(Reference.path("reference/pyradiomics/golden/" + path))
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of the features of {@code family} in the original image, in order. */
    public List<String> featureNames(FeatureFamily family) {
        String prefix = "original_" + family.name() + "_";
        return values.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    /** Compares all values with those of {@code actual}, which must have the same names in the same order. */
    public Comparison compare(FeatureVector actual) {
        Comparison comparison = new Comparison();
        List<String> actualNames =
                actual.names().stream().map(FeatureName::toString).toList();
        if (!actualNames.equals(List.copyOf(values.keySet()))) {
            comparison.failures.add("names differ: " + firstDifference(actualNames));
        }
        values.forEach((column, expected) -> {
            FeatureName name = FeatureName.parse(column);
            if (actual.contains(name)) {
                comparison.add(
                        column,
                        expected,
                        actual.value(name),
                        actual.nanReasons().containsKey(name));
            } else {
                comparison.failures.add(column + ": missing");
            }
        });
        return comparison;
    }

    /** Compares the values of {@code family} in the original image with those that it computes from {@code region}. */
    public Comparison compare(FeatureFamily family, Region region) {
        List<Feature> wanted =
                featureNames(family).stream().map(family::feature).toList();
        FeatureValues actual = family.compute(region, wanted);
        Comparison comparison = new Comparison();
        for (int i = 0; i < wanted.size(); i++) {
            String column = "original_" + family.name() + "_" + wanted.get(i).featureName();
            comparison.add(
                    column,
                    Objects.requireNonNull(values.get(column)),
                    actual.value(i),
                    actual.nanReason(i).isPresent());
        }
        return comparison;
    }

    private String firstDifference(List<String> actual) {
        List<String> names = List.copyOf(values.keySet());
        for (int i = 0; i < Math.max(actual.size(), names.size()); i++) {
            String expected = i < names.size() ? names.get(i) : "nothing";
            String found = i < actual.size() ? actual.get(i) : "nothing";
            if (!expected.equals(found)) {
                return "column " + i + " must be " + expected + ", found " + found + " (" + names.size() + " vs "
                        + actual.size() + " columns)";
            }
        }
        return "none";
    }

    /** What a comparison found. */
    public static final class Comparison {
        private final List<String> failures = new ArrayList<>();
        private int rows;
        private double worst;
        private String worstName = "";

        private Comparison() {}

        private void add(String name, double expected, double found, boolean hasNanReason) {
            rows++;
            if (hasNanReason != Double.isNaN(found)) {
                failures.add(name + ": a reason belongs to NaN and only to NaN, found " + found);
            }
            if (Double.isNaN(expected) && Double.isNaN(found)) {
                return;
            }
            double difference = Math.abs(found - expected);
            double relative = difference <= ABSOLUTE_TOLERANCE ? 0 : difference / Math.abs(expected);
            if (!(difference <= RELATIVE_TOLERANCE * Math.abs(expected) + ABSOLUTE_TOLERANCE)) {
                failures.add("%s: expected %s, found %s, relative difference %.1e"
                        .formatted(name, expected, found, difference / Math.abs(expected)));
            }
            if (relative > worst) {
                worst = relative;
                worstName = name;
            }
        }

        /** Returns the number of values compared. */
        public int rows() {
            return rows;
        }

        /** Returns the largest relative difference among those that exceed 1e-12, 0 if there are none. */
        public double worst() {
            return worst;
        }

        /** Returns the feature of {@link #worst()}; empty if there is none. */
        public String worstName() {
            return worstName;
        }

        /** Returns one line per name, value or reason that does not agree. */
        public List<String> failures() {
            return List.copyOf(failures);
        }
    }
}
