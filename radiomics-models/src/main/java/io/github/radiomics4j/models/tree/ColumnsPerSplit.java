package io.github.radiomics4j.models.tree;

import java.util.Objects;

/**
 * How many columns are drawn for each split; constant ones do not count.
 *
 * @param rule what decides
 * @param count how many, for {@link Rule#COUNT} alone
 */
public record ColumnsPerSplit(Rule rule, int count) {

    /** What decides. */
    public enum Rule {
        /** The square root of the number of columns, rounded down: what scikit-learn and ranger take. */
        SQUARE_ROOT,
        /** The logarithm of base 2, rounded down. */
        LOG2,
        /** All. */
        ALL,
        /** A number. */
        COUNT
    }

    /** Checks the number. */
    public ColumnsPerSplit {
        Objects.requireNonNull(rule, "rule");
        if ((rule == Rule.COUNT) != (count > 0) || count < 0) {
            throw new IllegalArgumentException(
                    "columns per split must be counted by COUNT alone, found " + rule + " " + count);
        }
    }

    /** Returns a rule that needs no number. */
    public static ColumnsPerSplit of(Rule rule) {
        return new ColumnsPerSplit(rule, 0);
    }

    /** Returns a fixed number of columns; all of them where there are fewer. */
    public static ColumnsPerSplit of(int count) {
        return new ColumnsPerSplit(Rule.COUNT, count);
    }

    /** Returns the number of columns that are drawn out of {@code columns}: at least one. */
    int among(int columns) {
        double wanted = switch (rule) {
            case SQUARE_ROOT -> Math.sqrt(columns);
            case LOG2 -> Math.log(columns) / Math.log(2);
            case ALL -> columns;
            case COUNT -> Math.min(count, columns);
        };
        return (int) Math.max(1, Math.floor(wanted));
    }

    @Override
    public String toString() {
        return rule == Rule.COUNT ? Integer.toString(count) : rule.toString();
    }
}
