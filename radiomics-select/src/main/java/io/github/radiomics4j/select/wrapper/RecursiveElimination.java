package io.github.radiomics4j.select.wrapper;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.select.univariate.UsableColumns;
import io.github.radiomics4j.select.wrapper.Ranking.Ranked;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Drops the least important columns, asks for the importance of the others again, and so on until {@code count} are left; of
 * equally important ones the first in the table goes (Guyon et al. 2002, doi 10.1023/A:1012487302797; scikit-learn's {@code
 * RFE}).
 *
 * <p>Coefficients are importances only where columns have one scale: standardize first. The ranking's scores are the rounds in
 * which columns went, the kept ones having one more than the last.
 *
 * @param importance of the columns that are left
 * @param count how many columns are kept
 * @param step how many go in a round, 1 or more; never more than are too many
 * @param seed handed to every round
 */
public record RecursiveElimination(ColumnImportance importance, int count, int step, long seed)
        implements FeatureSelector {

    /** Checks the numbers. */
    public RecursiveElimination {
        Objects.requireNonNull(importance, "importance");
        Ranking.checkCount(count);
        if (step < 1) {
            throw new IllegalArgumentException("at least one column must go in a round, found " + step);
        }
    }

    /** Returns the elimination of one column a round, with seed 0. */
    public static RecursiveElimination of(ColumnImportance importance, int count) {
        return new RecursiveElimination(importance, count, 1, 0);
    }

    /** Returns a copy that drops more in a round. */
    public RecursiveElimination withStep(int step) {
        return new RecursiveElimination(importance, count, step, seed);
    }

    /** Returns a copy with another seed. */
    public RecursiveElimination withSeed(long seed) {
        return new RecursiveElimination(importance, count, step, seed);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a case has no outcome, a class no case, or an importance is NaN
     */
    @Override
    public Ranking select(FeatureTable table, Outcome outcome) {
        UsableColumns.bothClasses(table, outcome);
        UsableColumns columns = UsableColumns.of(table);
        List<String> left = new ArrayList<>(columns.names());
        List<Selection.Dropped> dropped = new ArrayList<>();
        List<Ranked> ranked = new ArrayList<>(); // from the worst
        int round = 1;
        while (left.size() > count) {
            double[] values = ColumnImportance.checked(importance, table.columns(left), outcome, seed);
            List<Integer> order = IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> values[j]))
                    .limit(Math.min(step, left.size() - count))
                    .toList();
            Set<String> gone = new HashSet<>();
            for (int j : order) {
                gone.add(left.get(j));
                ranked.add(new Ranked(left.get(j), round));
                dropped.add(new Selection.Dropped(
                        left.get(j),
                        values[j],
                        "least important in round " + round + " of " + left.size() + " columns"));
            }
            left.removeAll(gone);
            round++;
        }
        for (int j = left.size() - 1; j >= 0; j--) {
            ranked.add(new Ranked(left.get(j), round));
        }
        Collections.reverse(ranked);
        return new Ranking(left, columns.withUnusable(table, dropped), ranked);
    }
}
