package io.github.radiomics4j.select;

import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.table.FeatureTable;
import java.util.Objects;

/** A selection and the model of what it keeps. Closing it closes the model. */
public final class PipelineModel implements Model<FeatureTable> {
    private final Selection selection;
    private final Model<FeatureTable> model;

    PipelineModel(Selection selection, Model<FeatureTable> model) {
        this.selection = Objects.requireNonNull(selection, "selection");
        this.model = Objects.requireNonNull(model, "model");
    }

    /** Returns what was selected; a {@link FittedPipeline} where a {@link SelectionPipeline} did it. */
    public Selection selection() {
        return selection;
    }

    /** Returns the model of the selected columns; it is closed with this one. */
    public Model<FeatureTable> model() {
        return model;
    }

    @Override
    public Predictions predict(FeatureTable table) {
        return model.predict(selection.apply(table));
    }

    @Override
    public void close() {
        model.close();
    }
}
