package io.github.radiomics4j.select.wrapper;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.select.univariate.UsableColumns;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Keeps the columns that are more important than shuffled ones, again and again (Kursa and Rudnicki 2010, doi
 * 10.18637/jss.v036.i11).
 *
 * <p>Each run adds a shuffled copy of every column that is not rejected, at least five such shadows, and asks for the importance
 * of all. A column has a hit if its importance is above that of every shadow. After r runs, of a column that is still
 * undecided, with h hits, and p columns in all,
 *
 * <pre>{@code
 * confirmed   p P(B >= h) < level,   B binomial of r and 1/2
 * rejected    p P(B <= h) < level
 * }</pre>
 *
 * <p>as R's package Boruta has it, Bonferroni's correction over all columns included, also after some are rejected. boruta_py
 * differs. With 1,197 columns nothing can be decided before run 17.
 *
 * @param importance of columns, as a rule of a forest
 * @param maximumRuns after which undecided columns stay so
 * @param level of both tests
 * @param keepsTentative whether columns that stay undecided are kept
 * @param seed of shuffles and importances
 */
public record Boruta(ColumnImportance importance, int maximumRuns, double level, boolean keepsTentative, long seed)
        implements FeatureSelector {
    private static final int LEAST_SHADOWS = 5;
    private static final Decided UNDECIDED = new Decided(Decision.TENTATIVE, 0, 0);

    /** What becomes of a column. */
    public enum Decision {
        /** More important than shadows. */
        CONFIRMED,
        /** Undecided when runs ended. */
        TENTATIVE,
        /** Less important than shadows. */
        REJECTED
    }

    /** Checks the numbers. */
    public Boruta {
        Objects.requireNonNull(importance, "importance");
        if (maximumRuns < 1) {
            throw new IllegalArgumentException("there must be at least one run, found " + maximumRuns);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level must lie between 0 and 1, found " + level);
        }
    }

    /** Returns R's defaults: 99 runs at 0.01, undecided columns dropped; seed 0. */
    public static Boruta of(ColumnImportance importance) {
        return new Boruta(importance, 99, 0.01, false, 0);
    }

    /** Returns a copy with other runs. */
    public Boruta withMaximumRuns(int maximumRuns) {
        return new Boruta(importance, maximumRuns, level, keepsTentative, seed);
    }

    /** Returns a copy at another level. */
    public Boruta withLevel(double level) {
        return new Boruta(importance, maximumRuns, level, keepsTentative, seed);
    }

    /** Returns a copy that keeps undecided columns, or not. */
    public Boruta withTentative(boolean keepsTentative) {
        return new Boruta(importance, maximumRuns, level, keepsTentative, seed);
    }

    /** Returns a copy with another seed. */
    public Boruta withSeed(long seed) {
        return new Boruta(importance, maximumRuns, level, keepsTentative, seed);
    }

    /**
     * What was decided of one column.
     *
     * @param decision at the end
     * @param hits in the runs that it took part in
     * @param runs that it took part in
     */
    public record Decided(Decision decision, int hits, int runs) {}

    /**
     * The kept columns with the decisions on all.
     *
     * @param kept in the order of the table
     * @param dropped in the order of the table
     * @param decisions by column, those left out that are constant or not finite
     */
    public record Decisions(List<String> kept, List<Dropped> dropped, Map<String, Decided> decisions)
            implements Selection {
        /** Copies lists and map. */
        public Decisions {
            kept = List.copyOf(kept);
            dropped = List.copyOf(dropped);
            decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a case has no outcome, a class no case, or an importance is NaN
     */
    @Override
    public Decisions select(FeatureTable table, Outcome outcome) {
        UsableColumns.bothClasses(table, outcome);
        UsableColumns columns = UsableColumns.of(table);
        Map<String, Decided> decisions = new LinkedHashMap<>();
        columns.names().forEach(name -> decisions.put(name, UNDECIDED));
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 1; run <= maximumRuns && has(decisions, Decision.TENTATIVE); run++) {
            List<String> left = columns.names().stream()
                    .filter(name -> decisions.getOrDefault(name, UNDECIDED).decision() != Decision.REJECTED)
                    .toList();
            run(table.columns(left), outcome, random, decisions);
        }
        return decisions(table, columns, decisions);
    }

    private static boolean has(Map<String, Decided> decisions, Decision wanted) {
        return decisions.values().stream().anyMatch(one -> one.decision() == wanted);
    }

    private void run(FeatureTable left, Outcome outcome, SplittableRandom random, Map<String, Decided> decisions) {
        FeatureTable all = left.join(shadows(left, random));
        double[] values = ColumnImportance.checked(importance, all, outcome, random.nextLong());
        double bar = Double.NEGATIVE_INFINITY;
        for (int j = left.columnCount(); j < values.length; j++) {
            bar = Math.max(bar, values[j]);
        }
        for (int j = 0; j < left.columnCount(); j++) {
            String name = left.columnNames().get(j);
            Decided before = decisions.getOrDefault(name, UNDECIDED);
            int hits = before.hits() + (values[j] > bar ? 1 : 0);
            int runs = before.runs() + 1;
            Decision decision = before.decision() == Decision.TENTATIVE
                    ? decide(hits, runs, decisions.size(), level)
                    : before.decision();
            decisions.put(name, new Decided(decision, hits, runs));
        }
    }

    /** Shuffled copies of all columns, several of each where there are fewer than five. */
    private static FeatureTable shadows(FeatureTable left, SplittableRandom random) {
        String prefix = "shadow";
        while (startsAny(left, prefix)) {
            prefix += "-";
        }
        List<String> names = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        while (names.size() < LEAST_SHADOWS) {
            for (String name : left.columnNames()) {
                names.add(prefix + names.size());
                values.add(Shuffle.of(left.column(name), random));
            }
        }
        return FeatureTable.of(left.caseIds(), names, values.toArray(double[][]::new));
    }

    private static boolean startsAny(FeatureTable table, String prefix) {
        return table.columnNames().stream().anyMatch(name -> name.startsWith(prefix));
    }

    static Decision decide(int hits, int runs, int columns, double level) {
        BinomialDistribution half = new BinomialDistribution(null, runs, 0.5);
        double atMost = half.cumulativeProbability(hits);
        double atLeast = half.cumulativeProbability(runs - hits); // by symmetry, so that small ones keep their digits
        if (columns * atLeast < level) {
            return Decision.CONFIRMED;
        }
        return columns * atMost < level ? Decision.REJECTED : Decision.TENTATIVE;
    }

    private Decisions decisions(FeatureTable table, UsableColumns columns, Map<String, Decided> decisions) {
        List<String> kept = new ArrayList<>();
        List<Selection.Dropped> dropped = new ArrayList<>();
        decisions.forEach((name, one) -> {
            if (one.decision() == Decision.CONFIRMED || keepsTentative && one.decision() == Decision.TENTATIVE) {
                kept.add(name);
            } else {
                double share = one.hits() / (double) one.runs();
                String reason =
                        one.decision() + ": above every shadow in " + one.hits() + " of " + one.runs() + " runs";
                dropped.add(new Selection.Dropped(name, share, reason));
            }
        });
        return new Decisions(kept, columns.withUnusable(table, dropped), decisions);
    }
}
