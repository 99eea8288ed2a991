package io.github.radiomics4j.extract;

import io.github.radiomics4j.reference.GoldenValues.Comparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects comparisons and writes them as the table of docs/parity.md. Tests may add from several threads. */
final class ParityReport {
    private final Map<String, Map<String, Comparison>> byConfig = new LinkedHashMap<>();

    synchronized void add(String config, String caseName, Comparison comparison) {
        byConfig.computeIfAbsent(config, c -> new LinkedHashMap<>()).put(caseName, comparison);
    }

    /** Returns the number of comparisons. */
    synchronized int size() {
        return byConfig.values().stream().mapToInt(Map::size).sum();
    }

    synchronized void write(Path file, List<String> configs) throws IOException {
        StringBuilder text = new StringBuilder("""
                # Parity with PyRadiomics

                Written by `ParityOracleTest`; do not edit. Oracle: PyRadiomics 3.0.1 (SimpleITK 2.5.7, PyWavelets 1.9.0,
                NumPy 2.4.6; for `lbp3d*` NumPy 1.26.4 and SciPy 1.13.1), run on the same images and parameter files. Every value
                must satisfy |a − b| ≤ 1e-9 |b| + 1e-12, NaN equals NaN, with the same names in the same order and no feature
                excepted; the test fails otherwise. The worst relative difference is rounded up to a power of ten, and
                "exact" stands for no difference above 1e-12.

                | parameter file | cases | values | worst relative difference | its feature | its case |
                |---|---|---:|---|---|---|
                """);
        int total = 0;
        List<String> rows = new ArrayList<>(configs);
        rows.add("edge");
        for (String config : rows) {
            Map<String, Comparison> cases = byConfig.getOrDefault(config, Map.of());
            int values = 0;
            double worst = 0;
            String worstName = "";
            String worstCase = "";
            for (Map.Entry<String, Comparison> entry : cases.entrySet()) {
                values += entry.getValue().rows();
                if (entry.getValue().worst() > worst) {
                    worst = entry.getValue().worst();
                    worstName = entry.getValue().worstName();
                    worstCase = entry.getKey();
                }
            }
            total += values;
            text.append("| %s | %s | %d | %s | %s | %s |\n"
                    .formatted(
                            config.equals("edge") ? "edge cases of phantom_a" : config,
                            config.equals("edge") ? cases.size() + " situations" : String.join(", ", cases.keySet()),
                            values,
                            powerOfTen(worst),
                            worstName.isEmpty() ? "" : "`" + worstName + "`",
                            worstCase));
        }
        text.append("\n%d values in all.\n".formatted(total));
        text.append("""

                Three of them, `glcm_MCC` of breast1, lie outside by rounding there, and the test asserts their difference: one
                direction of 13 has four equal cells, so that its MCC is 0; LAPACK finds 2⁻⁵⁴ as the second eigenvalue, whose
                root moves the mean by 5.7e-10, a relative difference of up to 4.1e-9.
                """);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String powerOfTen(double worst) {
        return worst == 0 ? "exact" : "< 1e" + (int) Math.ceil(Math.log10(worst));
    }
}
