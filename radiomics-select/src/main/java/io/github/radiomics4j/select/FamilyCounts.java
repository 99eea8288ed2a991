package io.github.radiomics4j.select;

import io.github.radiomics4j.table.FeatureName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How many columns come of each image and each family: {@code wavelet-LLH} × {@code glcm}, and so on.
 *
 * @param byImage for each image, in the order in which they occur, the number of columns of each family
 * @param others columns that are no features' names, such as {@code age}
 */
public record FamilyCounts(Map<String, Map<String, Integer>> byImage, List<String> others) {

    /** Copies what it is given. */
    public FamilyCounts {
        Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
        byImage.forEach((image, families) -> copy.put(
                Objects.requireNonNull(image, "image"), Collections.unmodifiableMap(new LinkedHashMap<>(families))));
        byImage = Collections.unmodifiableMap(copy);
        others = List.copyOf(others);
    }

    /** Counts columns by their names. */
    public static FamilyCounts of(Collection<String> columns) {
        Map<String, Map<String, Integer>> byImage = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (String column : columns) {
            String[] parts = column.split("_", -1);
            if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty() || parts[2].isEmpty()) {
                others.add(column);
            } else {
                FeatureName name = FeatureName.parse(column);
                byImage.computeIfAbsent(name.image(), image -> new LinkedHashMap<>())
                        .merge(name.family(), 1, Integer::sum);
            }
        }
        return new FamilyCounts(byImage, others);
    }

    /** Returns the number of columns of an image and a family. */
    public int count(String image, String family) {
        return byImage.getOrDefault(image, Map.of()).getOrDefault(family, 0);
    }

    /** Returns the number of all columns. */
    public int total() {
        return others.size()
                + byImage.values().stream()
                        .flatMap(families -> families.values().stream())
                        .mapToInt(Integer::intValue)
                        .sum();
    }
}
