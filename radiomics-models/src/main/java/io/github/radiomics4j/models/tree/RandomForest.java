package io.github.radiomics4j.models.tree;

import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.models.fitted.TableModel;
import io.github.radiomics4j.models.fitted.TrainingRows;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A random forest (Breiman 2001, doi:10.1023/A:1010933404324): each tree is grown on cases drawn with replacement, each split
 * is the best one of a few columns that are drawn for it, and the probability is the mean share of positive cases in the
 * leaves, as in scikit-learn.
 *
 * <p>{@link TableModel#importances()} is the mean decrease of impurity by column, summing to 1. It favors columns with many
 * values and shares itself out among columns that say the same.
 *
 * @param options of the trees
 */
public record RandomForest(TreeOptions options) implements Trainer<FeatureTable> {
    static final String KIND = "random-forest";

    /** Checks that there are options. */
    public RandomForest {
        Objects.requireNonNull(options, "options");
    }

    /** Returns a forest with {@link TreeOptions#withDefaults()}. */
    public static RandomForest withDefaults() {
        return new RandomForest(TreeOptions.withDefaults());
    }

    /** Returns a forest with other options, such as {@code with(o -> o.withTrees(1000))}. */
    public RandomForest with(UnaryOperator<TreeOptions> change) {
        return new RandomForest(change.apply(options));
    }

    /** Returns a forest with another number of trees. */
    public RandomForest withTrees(int trees) {
        return with(o -> o.withTrees(trees));
    }

    @Override
    public TableModel fit(FeatureTable table, Outcome outcome, long seed) {
        return fit(table, outcome, seed, Execution.sequential());
    }

    /** Returns the same model, grown by as many threads as {@code execution} has. */
    public TableModel fit(FeatureTable table, Outcome outcome, long seed, Execution execution) {
        TrainingRows rows = TrainingRows.of(table, outcome, false);
        return rows.model(new ForestTrainer(rows, options, false, seed).train(KIND, execution), this, seed);
    }

    /**
     * Returns the probability of each training case by the trees that have not seen it: predictions of unseen cases without
     * a fold. With few trees a case that all have seen is left out.
     */
    public Predictions outOfBag(FeatureTable table, Outcome outcome, long seed) {
        TrainingRows rows = TrainingRows.of(table, outcome, false);
        ForestTrainer trainer = new ForestTrainer(rows, options, false, seed);
        return trainer.outOfBag(trainer.train(KIND, Execution.sequential()));
    }
}
