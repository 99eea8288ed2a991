package io.github.radiomics4j.select.wrapper;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.select.univariate.UsableColumns;
import io.github.radiomics4j.select.wrapper.Ranking.Ranked;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Selects columns one after the other, each time the one that the criterion scores highest beside those selected before; of
 * equal ones the first in the table: minimum redundancy, maximum relevance, and its kin.
 *
 * @param criterion which definition
 * @param count how many columns; all that are usable if there are fewer
 * @param bins of equal frequency, where the criterion needs bins; at least 2
 */
public record Mrmr(MrmrCriterion criterion, int count, int bins) implements FeatureSelector {

    /** Checks the numbers. */
    public Mrmr {
        Objects.requireNonNull(criterion, "criterion");
        Ranking.checkCount(count);
        if (bins < 2 || bins > 1000) {
            throw new IllegalArgumentException("values are cut into 2 to 1000 bins, found " + bins);
        }
    }

    /** Returns the selection of {@code count} columns; five bins, where the criterion needs some. */
    public static Mrmr of(MrmrCriterion criterion, int count) {
        return new Mrmr(criterion, count, 5);
    }

    /** Returns a copy with other bins. */
    public Mrmr withBins(int bins) {
        return new Mrmr(criterion, count, bins);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a case has no outcome, or a class no case
     */
    @Override
    public Ranking select(FeatureTable table, Outcome outcome) {
        boolean[] positive = UsableColumns.bothClasses(table, outcome);
        UsableColumns columns = UsableColumns.of(table);
        MrmrScores scores = MrmrScores.of(criterion, bins, columns.values(), positive);
        boolean[] taken = new boolean[columns.count()];
        List<Ranked> ranked = new ArrayList<>();
        while (ranked.size() < Math.min(count, taken.length)) {
            int best = best(scores, taken);
            ranked.add(new Ranked(columns.names().get(best), scores.score(best)));
            taken[best] = true;
            scores.select(best);
        }
        return ranking(table, columns, scores, ranked);
    }

    private static int best(MrmrScores scores, boolean[] taken) {
        int best = -1;
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j] && (best < 0 || scores.score(j) > scores.score(best))) {
                best = j;
            }
        }
        return best;
    }

    private Ranking ranking(FeatureTable table, UsableColumns columns, MrmrScores scores, List<Ranked> ranked) {
        Set<String> chosen = new HashSet<>();
        ranked.forEach(one -> chosen.add(one.column()));
        List<Selection.Dropped> dropped = new ArrayList<>();
        for (int j = 0; j < columns.count(); j++) {
            String name = columns.names().get(j);
            if (!chosen.contains(name)) {
                dropped.add(new Selection.Dropped(
                        name, scores.score(j), "not among the " + count + " selected by " + criterion));
            }
        }
        List<String> kept = columns.names().stream().filter(chosen::contains).toList();
        return new Ranking(kept, columns.withUnusable(table, dropped), ranked);
    }
}
