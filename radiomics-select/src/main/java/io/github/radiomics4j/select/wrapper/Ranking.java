package io.github.radiomics4j.select.wrapper;

import io.github.radiomics4j.learn.Selection;
import java.util.List;

/**
 * The first columns of a ranking, with the ranking.
 *
 * @param kept in the order of the table
 * @param dropped in the order of the table
 * @param ranked from the best to the worst; as far as the ranking goes, which for some is the kept ones
 */
public record Ranking(List<String> kept, List<Dropped> dropped, List<Ranked> ranked) implements Selection {

    /** Copies the lists. */
    public Ranking {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
        ranked = List.copyOf(ranked);
    }

    /**
     * A column and what was held against others.
     *
     * @param column its name
     * @param score the larger the better
     */
    public record Ranked(String column, double score) {}

    /** Throws if not at least one column is wanted. */
    static void checkCount(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one column must be kept, found " + count);
        }
    }
}
