package io.github.radiomics4j.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Counts reference values that are reproduced and writes them as the table of docs/ibsi.md. */
final class IbsiReport {
    /** Between these two lines of the document stands the table; what is around them is written by hand. */
    private static final String BEGIN = "<!-- written by IbsiComplianceOracleTest; do not edit -->";

    private static final String END = "<!-- end -->";

    private final Map<String, Map<IbsiConfiguration, int[]>> counts = new LinkedHashMap<>();

    synchronized void add(IbsiConfiguration configuration, String family, boolean passed) {
        int[] count = counts.computeIfAbsent(family, f -> new EnumMap<>(IbsiConfiguration.class))
                .computeIfAbsent(configuration, c -> new int[2]);
        count[0] += passed ? 1 : 0;
        count[1]++;
    }

    /** Returns the number of values. */
    synchronized int size() {
        return counts.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(count -> count[1])
                .sum();
    }

    synchronized void write(Path file) throws IOException {
        StringBuilder table = new StringBuilder("| family | digital phantom | A | B | C | D | E |\n")
                .append("|---|---:|---:|---:|---:|---:|---:|\n");
        Map<IbsiConfiguration, int[]> totals = new EnumMap<>(IbsiConfiguration.class);
        counts.forEach((family, row) -> {
            if (!family.equals("diagnostics")) {
                table.append(line(family.replace('_', ' '), row));
                row.forEach((configuration, count) -> {
                    int[] total = totals.computeIfAbsent(configuration, c -> new int[2]);
                    total[0] += count[0];
                    total[1] += count[1];
                });
            }
        });
        table.append(line("all features", totals));
        table.append(line("diagnostics", Objects.requireNonNull(counts.get("diagnostics"))));
        int passed = totals.values().stream().mapToInt(count -> count[0]).sum();
        int all = totals.values().stream().mapToInt(count -> count[1]).sum();
        table.append("\n%d of %d reference values.\n".formatted(passed, all));
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(
                file,
                text.substring(0, begin) + "\n\n" + table + "\n" + text.substring(text.indexOf(END)),
                StandardCharsets.UTF_8);
    }

    private static String line(String name, Map<IbsiConfiguration, int[]> row) {
        StringBuilder line = new StringBuilder("| ").append(name);
        for (IbsiConfiguration configuration : IbsiConfiguration.values()) {
            int[] count = row.get(configuration);
            line.append(" | ").append(count == null ? "" : count[0] + " / " + count[1]);
        }
        return line.append(" |\n").toString();
    }
}
