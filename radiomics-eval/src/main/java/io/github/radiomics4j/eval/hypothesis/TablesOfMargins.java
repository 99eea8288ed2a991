package io.github.radiomics4j.eval.hypothesis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.numbers.gamma.LogGamma;
import org.jspecify.annotations.Nullable;

/**
 * The p-value of Fisher's test of r × c tables. Columns are filled one after another, but for the last two. Only what is left
 * of the rows, in any order, matters to what follows, so tables are gathered by it, with how probable each beginning is; for
 * each remainder the last two columns are gone through once, sorted, and every beginning looks up how much of them is rare
 * enough.
 *
 * <p>A table's probability is Π rows! Π columns! / (n! Π cells!); here are the logs of Π 1 / cells!.
 */
final class TablesOfMargins {
    private static final long MOST_TABLES = 100_000_000;
    /** Beginnings that are kept at a time: some hundred megabytes. */
    private static final long MOST_HELD = 1_000_000;

    private static final double TIE = 1e-7;

    private final double[] logFactorials;
    private final int[] rows;
    private final int[] columns;
    private final double logMargins;
    private final double observed;
    private long tables;
    private long held;

    TablesOfMargins(CrossTable table) {
        boolean isWide = table.columnCount() > table.rowCount();
        int[] one = Arrays.stream(table.rowTotals())
                .mapToInt(Math::toIntExact)
                .sorted()
                .toArray();
        int[] other = Arrays.stream(table.columnTotals())
                .mapToInt(Math::toIntExact)
                .sorted()
                .toArray();
        rows = isWide ? other : one;
        columns = isWide ? one : other;
        int n = Math.toIntExact(table.total());
        logFactorials = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            logFactorials[i] = LogGamma.value(i + 1.0);
        }
        double margins = -logFactorials[n];
        for (int total : rows) {
            margins += logFactorials[total];
        }
        for (int total : columns) {
            margins += logFactorials[total];
        }
        logMargins = margins;
        double cells = 0;
        for (int i = 0; i < table.rowCount(); i++) {
            for (int j = 0; j < table.columnCount(); j++) {
                cells -= logFactorials[table.count(i, j)];
            }
        }
        observed = cells;
    }

    /** Beginnings by the bits of their log, with how many there are of each, by what they leave of the rows. */
    double pValue() {
        Map<Remainder, Map<Long, double[]>> beginnings = new HashMap<>();
        beginnings.computeIfAbsent(new Remainder(rows), key -> new HashMap<>()).put(0L, new double[] {0, 1});
        for (int j = 0; j < columns.length - 2; j++) {
            Map<Remainder, Map<Long, double[]>> longer = new HashMap<>();
            held = 0;
            for (Map.Entry<Remainder, Map<Long, double[]>> entry : beginnings.entrySet()) {
                int[] left = entry.getKey().left.clone();
                fill(left, 0, columns[j], 0, (after, log) -> {
                    Map<Long, double[]> of = longer.computeIfAbsent(new Remainder(after), key -> new HashMap<>());
                    tables += entry.getValue().size();
                    held -= of.size();
                    for (double[] beginning : entry.getValue().values()) {
                        double sum = beginning[0] + log;
                        of.computeIfAbsent(Math.round(sum * 1e10), key -> new double[] {sum, 0})[1] += beginning[1];
                    }
                    held += of.size();
                });
                if (isTooMuch()) {
                    return Double.NaN;
                }
            }
            beginnings = longer;
        }
        double p = 0;
        for (Map.Entry<Remainder, Map<Long, double[]>> entry : beginnings.entrySet()) {
            p += endings(entry.getKey().left.clone(), entry.getValue());
            if (isTooMuch()) {
                return Double.NaN;
            }
        }
        return Math.min(1, p);
    }

    private boolean isTooMuch() {
        return tables > MOST_TABLES || held > MOST_HELD;
    }

    private double endings(int[] left, Map<Long, double[]> beginnings) {
        if (beginnings.size() == 1) { // nothing to look up: no list
            double[] only = beginnings.values().iterator().next();
            double[] sum = {0};
            fill(left, 0, columns[columns.length - 2], 0, (after, log) -> {
                double all = only[0] + log + last(after);
                tables++;
                if (all <= observed + TIE) {
                    sum[0] += Math.exp(all + logMargins);
                }
            });
            return only[1] * sum[0];
        }
        Logs logs = new Logs();
        fill(left, 0, columns[columns.length - 2], 0, (after, log) -> logs.add(log + last(after)));
        tables += logs.count;
        double[] sorted = Arrays.copyOf(logs.values, logs.count);
        Arrays.sort(sorted);
        double largest = sorted[sorted.length - 1];
        double[] sums = new double[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            sums[i + 1] = sums[i] + Math.exp(sorted[i] - largest);
        }
        double p = 0;
        for (double[] beginning : beginnings.values()) {
            int rare = Samples.below(sorted, observed + TIE - beginning[0], true);
            p += beginning[1] * sums[rare] * Math.exp(beginning[0] + largest + logMargins);
        }
        return p;
    }

    private double last(int[] left) {
        double log = 0;
        for (int cell : left) {
            log -= logFactorials[cell];
        }
        return log;
    }

    /** Calls back for each way to take {@code total} from the rows from {@code row} on; {@code left} is as before afterwards. */
    private void fill(int[] left, int row, int total, double log, Filled filled) {
        if (isTooMuch()) {
            return;
        }
        if (row == left.length - 1) {
            if (total <= left[row]) {
                left[row] -= total;
                filled.accept(left, log - logFactorials[total]);
                left[row] += total;
            }
            return;
        }
        int room = 0;
        for (int i = row + 1; i < left.length; i++) {
            room += left[i];
        }
        int most = Math.min(left[row], total);
        for (int cell = Math.max(0, total - room); cell <= most; cell++) {
            left[row] -= cell;
            fill(left, row + 1, total - cell, log - logFactorials[cell], filled);
            left[row] += cell;
        }
    }

    /** A column that is filled. */
    private interface Filled {
        /** Takes what is left of the rows, not to be modified or kept, and the log of Π 1 / cells!. */
        void accept(int[] left, double log);
    }

    private static final class Logs {
        private double[] values = new double[64];
        private int count;

        void add(double value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }
    }

    /** What is left of the rows, in ascending order. */
    private static final class Remainder {
        private final int[] left;

        Remainder(int[] left) {
            this.left = left.clone();
            Arrays.sort(this.left);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Remainder that && Arrays.equals(left, that.left);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(left);
        }
    }
}
