package io.github.radiomics4j.select;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A selection and the model of what it keeps, as one {@link Trainer}: both are fitted on the training rows and on nothing
 * else, in every fold anew.
 *
 * <p>Where the selection keeps no column, as it should now and then on an outcome that nothing tells, the model predicts the
 * share of positive training cases for every case, and a warning says so: what a logistic regression without features does.
 *
 * @param selection chooses columns and may change them
 * @param trainer learns from what is left
 */
public record PipelineTrainer(FeatureSelector selection, Trainer<FeatureTable> trainer)
        implements Trainer<FeatureTable> {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineTrainer.class);

    /** Checks that nothing is missing. */
    public PipelineTrainer {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(trainer, "trainer");
    }

    /** Returns a trainer of both. */
    public static PipelineTrainer of(FeatureSelector selection, Trainer<FeatureTable> trainer) {
        return new PipelineTrainer(selection, trainer);
    }

    @Override
    public PipelineModel fit(FeatureTable table, Outcome outcome, long seed) {
        Selection selected = selection.select(table, outcome);
        List<String> learnedFrom = selected instanceof FittedPipeline pipeline ? pipeline.caseIds() : table.caseIds();
        if (selected.kept().isEmpty()) {
            double share = outcome.rows(learnedFrom).positiveCount() / (double) learnedFrom.size();
            LOG.warn("no column of {} is kept: the model predicts {} for every case", table.columnCount(), share);
            return new PipelineModel(selected, new ConstantModel(share));
        }
        FeatureTable rows = learnedFrom.size() == table.caseCount() ? table : table.rows(learnedFrom);
        Model<FeatureTable> model = trainer.fit(selected.apply(rows), outcome, seed);
        return new PipelineModel(selected, model);
    }
}
