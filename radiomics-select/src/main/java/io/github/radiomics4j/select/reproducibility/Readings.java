package io.github.radiomics4j.select.reproducibility;

import io.github.radiomics4j.table.FeatureTable;
import java.util.ArrayList;
import java.util.List;

/** The readings of several readers, side by side. */
final class Readings {
    private Readings() {}

    static List<FeatureTable> readers(FeatureTable first, FeatureTable second, FeatureTable... more) {
        List<FeatureTable> readers = new ArrayList<>(List.of(first, second));
        readers.addAll(List.of(more));
        return List.copyOf(readers);
    }

    /** Returns each reader's columns {@code columns} of those of {@code ids} that all readers have. */
    static List<FeatureTable> aligned(List<FeatureTable> readers, List<String> columns, List<String> ids) {
        List<String> common = ids.stream()
                .filter(id -> readers.stream().allMatch(reader -> reader.containsCase(id)))
                .toList();
        if (common.size() < 2) {
            throw new IllegalArgumentException(
                    "two cases that all readers have are needed at least, found " + common + " of " + ids.size());
        }
        for (int r = 0; r < readers.size(); r++) {
            FeatureTable reader = readers.get(r);
            List<String> lost = columns.stream()
                    .filter(column -> !reader.containsColumn(column))
                    .toList();
            if (!lost.isEmpty()) {
                throw new IllegalArgumentException(
                        "every reader must have every column, but reader " + (r + 1) + " lacks " + lost);
            }
        }
        return readers.stream()
                .map(reader -> reader.columns(columns).rows(common))
                .toList();
    }

    static double[][] of(List<FeatureTable> readers, String column) {
        double[][] readings = new double[readers.size()][];
        for (int r = 0; r < readings.length; r++) {
            readings[r] = readers.get(r).column(column);
        }
        return readings;
    }

    /** Returns the readings without subjects that have a NaN: the same arrays where there is none. */
    static double[][] complete(double[][] readings) {
        if (readings.length < 2) {
            throw new IllegalArgumentException("two readers are needed at least, found " + readings.length);
        }
        int n = readings[0].length;
        for (double[] reader : readings) {
            if (reader.length != n) {
                throw new IllegalArgumentException(
                        "readers must have read the same subjects, found " + n + " and " + reader.length);
            }
        }
        int[] kept = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (isComplete(readings, i)) {
                kept[count++] = i;
            }
        }
        return count == n ? readings : pick(readings, kept, count);
    }

    private static boolean isComplete(double[][] readings, int i) {
        for (double[] reader : readings) {
            if (Double.isNaN(reader[i])) {
                return false;
            }
        }
        return true;
    }

    private static double[][] pick(double[][] readings, int[] kept, int count) {
        double[][] picked = new double[readings.length][count];
        for (int r = 0; r < picked.length; r++) {
            for (int i = 0; i < count; i++) {
                picked[r][i] = readings[r][kept[i]];
            }
        }
        return picked;
    }

    static boolean areFinite(double[][] readings) {
        for (double[] reader : readings) {
            for (double value : reader) {
                if (!Double.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
