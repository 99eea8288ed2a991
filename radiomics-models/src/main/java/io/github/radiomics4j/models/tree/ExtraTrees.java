package io.github.radiomics4j.models.tree;

import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.models.fitted.TableModel;
import io.github.radiomics4j.models.fitted.TrainingRows;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Extremely randomized trees (Geurts, Ernst and Wehenkel 2006, doi:10.1007/s10994-006-6226-1): each tree is grown on all
 * cases, and for each split a few columns are drawn with one threshold each, between the smallest and the largest value in
 * the node; the best of these stands. The probability is the mean share of positive cases in the leaves, as in scikit-learn.
 *
 * <p>{@link TableModel#importances()} is the mean decrease of impurity by column, summing to 1.
 *
 * @param options of the trees
 */
public record ExtraTrees(TreeOptions options) implements Trainer<FeatureTable> {
    static final String KIND = "extra-trees";

    /** Checks that there are options. */
    public ExtraTrees {
        Objects.requireNonNull(options, "options");
    }

    /** Returns extra trees with {@link TreeOptions#withDefaults()}. */
    public static ExtraTrees withDefaults() {
        return new ExtraTrees(TreeOptions.withDefaults());
    }

    /** Returns extra trees with other options, such as {@code with(o -> o.withTrees(1000))}. */
    public ExtraTrees with(UnaryOperator<TreeOptions> change) {
        return new ExtraTrees(change.apply(options));
    }

    /** Returns extra trees with another number of trees. */
    public ExtraTrees withTrees(int trees) {
        return with(o -> o.withTrees(trees));
    }

    @Override
    public TableModel fit(FeatureTable table, Outcome outcome, long seed) {
        return fit(table, outcome, seed, Execution.sequential());
    }

    /** Returns the same model, grown by as many threads as {@code execution} has. */
    public TableModel fit(FeatureTable table, Outcome outcome, long seed, Execution execution) {
        TrainingRows rows = TrainingRows.of(table, outcome, false);
        return rows.model(new ForestTrainer(rows, options, true, seed).train(KIND, execution), this, seed);
    }
}
