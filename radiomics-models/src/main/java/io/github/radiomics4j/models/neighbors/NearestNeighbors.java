package io.github.radiomics4j.models.neighbors;

import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.models.fitted.TableModel;
import io.github.radiomics4j.models.fitted.TrainingRows;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Objects;

/**
 * The k nearest neighbors (Cover and Hart 1967, doi:10.1109/TIT.1967.1053964): the probability is the share of positive cases
 * among the {@code neighbors} training cases at the smallest Euclidean distance, each counted once or by the inverse of its
 * distance. Of cases at the same distance the earlier one is nearer. Columns count by their spread: scale them first.
 *
 * @param neighbors number of neighbors, k
 * @param weighting of the neighbors
 */
public record NearestNeighbors(int neighbors, Weighting weighting) implements Trainer<FeatureTable> {
    static final String KIND = "nearest-neighbors";

    /** How much a neighbor counts. */
    public enum Weighting {
        /** Each as much. */
        UNIFORM,
        /** By the inverse of its distance; cases at distance 0 count alone where there are any. */
        INVERSE_DISTANCE
    }

    /** Checks the number. */
    public NearestNeighbors {
        Objects.requireNonNull(weighting, "weighting");
        if (neighbors < 1) {
            throw new IllegalArgumentException("there must be at least 1 neighbor, found " + neighbors);
        }
    }

    /** Returns scikit-learn's defaults: 5 neighbors, each as much. */
    public static NearestNeighbors withDefaults() {
        return new NearestNeighbors(5, Weighting.UNIFORM);
    }

    /** Returns this with another number of neighbors. */
    public NearestNeighbors withNeighbors(int neighbors) {
        return new NearestNeighbors(neighbors, weighting);
    }

    /** Returns this with another weighting. */
    public NearestNeighbors withWeighting(Weighting weighting) {
        return new NearestNeighbors(neighbors, weighting);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if there are fewer training cases than neighbors
     */
    @Override
    public TableModel fit(FeatureTable table, Outcome outcome, long seed) {
        TrainingRows rows = TrainingRows.of(table, outcome, false);
        if (rows.caseCount() < neighbors) {
            throw new IllegalArgumentException("there must be at least as many training cases as neighbors, "
                    + neighbors + ", found " + rows.caseCount());
        }
        return rows.model(new NearestCases(neighbors, weighting, rows.columns(), rows.positive()), this, seed);
    }
}
