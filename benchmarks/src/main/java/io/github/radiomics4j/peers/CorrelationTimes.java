package io.github.radiomics4j.peers;

import io.github.radiomics4j.select.redundancy.CorrelationFilter;
import io.github.radiomics4j.select.redundancy.CorrelationKind;
import io.github.radiomics4j.select.redundancy.CorrelationMatrix;
import io.github.radiomics4j.select.redundancy.KeepRule;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Our side of {@code compare_correlation.py}: reads a matrix, repeats each call, prints median seconds and checksums. */
final class CorrelationTimes {
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static Object sink;

    private CorrelationTimes() {}

    public static void main(String[] args) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        int rounds = Integer.parseInt(args[1]);
        int n = lines.size();
        int p = lines.get(0).split(",").length;
        double[][] columns = new double[p][n];
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            String[] cells = lines.get(i).split(",");
            ids.add("P" + i);
            positive[i] = i % 3 == 0;
            for (int j = 0; j < p; j++) {
                columns[j][i] = Double.parseDouble(cells[j]);
            }
        }
        for (int j = 0; j < p; j++) {
            names.add("x" + j);
        }
        FeatureTable table = FeatureTable.of(ids, names, columns);
        Outcome outcome = Outcome.of("high", "low", ids, positive);
        CorrelationFilter filter = CorrelationFilter.pearson(0.9).withRule(KeepRule.KEEP_FIRST);
        System.out.printf(
                Locale.ROOT,
                "{\"sum\": %s, \"kept\": %d, \"seconds\": {\"pearson\": %s, \"spearman\": %s, \"filter\": %s}}%n",
                sum(CorrelationMatrix.of(table, CorrelationKind.PEARSON)),
                filter.select(table, outcome).kept().size(),
                seconds(rounds, () -> CorrelationMatrix.of(table, CorrelationKind.PEARSON)),
                seconds(rounds, () -> CorrelationMatrix.of(table, CorrelationKind.SPEARMAN)),
                seconds(rounds, () -> filter.select(table, outcome)));
    }

    /** Returns Σ |r| over all pairs. */
    private static double sum(CorrelationMatrix r) {
        double sum = 0;
        for (int i = 0; i < r.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.abs(r.r(i, j));
            }
        }
        return sum;
    }

    private static double seconds(int rounds, Supplier<Object> call) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_UP_NANOS) {
            sink = call.get();
        }
        double[] times = new double[rounds];
        for (int r = 0; r < rounds; r++) {
            long before = System.nanoTime();
            sink = call.get();
            times[r] = (System.nanoTime() - before) / 1e9;
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }
}
