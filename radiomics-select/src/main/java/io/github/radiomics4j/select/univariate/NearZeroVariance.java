package io.github.radiomics4j.select.univariate;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Drops the columns in which one value stands for nearly all, as caret's {@code nearZeroVar} does: the most frequent value is
 * more than {@code frequencyRatio} times as frequent as the next, and at most {@code distinctPercent} of 100 values are
 * distinct. Constant columns are dropped too. The outcome plays no part, and neither does the scale of a column.
 *
 * @param frequencyRatio the bar of the ratio of both frequencies, at least 1
 * @param distinctPercent the bar of 100 · distinct values / cases, in [0, 100]
 */
public record NearZeroVariance(double frequencyRatio, double distinctPercent) implements FeatureSelector {

    /** Checks the bars. */
    public NearZeroVariance {
        if (!(frequencyRatio >= 1 && frequencyRatio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the ratio of frequencies must be at least 1, found " + frequencyRatio);
        }
        if (!(distinctPercent >= 0 && distinctPercent <= 100)) {
            throw new IllegalArgumentException(
                    "the percentage of distinct values must lie in 0 to 100, found " + distinctPercent);
        }
    }

    /** Returns caret's defaults: 95 to 5, and 10 %. */
    public static NearZeroVariance withDefaults() {
        return new NearZeroVariance(95.0 / 5, 10);
    }

    /** Returns a copy with another bar of the ratio of frequencies. */
    public NearZeroVariance withFrequencyRatio(double frequencyRatio) {
        return new NearZeroVariance(frequencyRatio, distinctPercent);
    }

    /** Returns a copy with another bar of the percentage of distinct values. */
    public NearZeroVariance withDistinctPercent(double distinctPercent) {
        return new NearZeroVariance(frequencyRatio, distinctPercent);
    }

    /** Frequencies of the most frequent values and the number of distinct ones. */
    private record Frequencies(int most, int next, int distinct) {
        static Frequencies of(double[] values) {
            double[] sorted = values.clone();
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] += 0.0; // −0 is 0
            }
            Arrays.sort(sorted);
            int most = 0;
            int next = 0;
            int distinct = 0;
            for (int start = 0, end; start < sorted.length; start = end) {
                end = start + 1;
                while (end < sorted.length && sorted[end] == sorted[start]) {
                    end++;
                }
                int count = end - start;
                next = Math.max(next, Math.min(most, count));
                most = Math.max(most, count);
                distinct++;
            }
            return new Frequencies(most, next, distinct);
        }
    }

    @Override
    public Selection select(FeatureTable table, Outcome outcome) {
        UsableColumns columns = UsableColumns.of(table);
        List<String> kept = new ArrayList<>();
        List<Selection.Dropped> dropped = new ArrayList<>();
        for (int j = 0; j < columns.count(); j++) {
            String name = columns.names().get(j);
            Frequencies found = Frequencies.of(columns.values(j));
            double ratio = (double) found.most() / found.next();
            double percent = 100.0 * found.distinct() / table.caseCount();
            if (ratio > frequencyRatio && percent <= distinctPercent) {
                dropped.add(new Selection.Dropped(
                        name,
                        ratio,
                        "one value is " + ratio + " times as frequent as the next, must be at most " + frequencyRatio
                                + " times; " + percent + " % of the values are distinct"));
            } else {
                kept.add(name);
            }
        }
        return Selection.of(kept, columns.withUnusable(table, dropped));
    }
}
