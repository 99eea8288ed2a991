package io.github.radiomics4j.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.select.redundancy.CorrelationFilter;
import io.github.radiomics4j.select.scale.ZScore;
import io.github.radiomics4j.select.univariate.UnivariateFilter;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectionPipelineTest extends FeatureSelectorContract {
    private static final FeatureTable TABLE = TrainingData.table(60, 1);
    private static final Outcome OUTCOME = TrainingData.outcome(60);
    private static final SelectionPipeline PIPELINE = SelectionPipeline.of(
            ZScore.withDefaults(), UnivariateFilter.withDefaults().withMaximumP(0.05), CorrelationFilter.pearson(0.9));

    @Override
    protected FeatureSelector selector() {
        return PIPELINE;
    }

    /** Twice the value as the probability, cut: tells what a model was given. */
    private static final Trainer<FeatureTable> FIRST_COLUMN = (table, outcome, seed) -> data -> {
        double[] values = data.column(table.columnNames().get(0));
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / (1 + Math.exp(-values[i]));
        }
        return Predictions.of(data.caseIds(), values);
    };

    private static FeatureTable with(double value) {
        double[][] columns = new double[TABLE.columnCount()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = TABLE.column(TABLE.columnNames().get(j));
        }
        columns[3][5] = value;
        return FeatureTable.of(
                TABLE.caseIds(),
                TABLE.columnNames(),
                columns,
                Double.isNaN(value) ? Map.of(new FeatureTable.Cell("P005", "noise2"), "too few voxels") : Map.of());
    }

    @Test
    void theFunnelCountsWhatGoesInAndOut() {
        FittedPipeline fitted = PIPELINE.select(TABLE, OUTCOME);
        assertThat(fitted.steps())
                .extracting(FittedStep::name)
                .containsExactly("ZScore", "UnivariateFilter", "CorrelationFilter");
        assertThat(fitted.step("ZScore").columnsOut()).isEqualTo(5);
        assertThat(fitted.step("UnivariateFilter").columnsIn()).isEqualTo(5);
        assertThat(fitted.step("UnivariateFilter").columnsOut())
                .isEqualTo(5 - fitted.step("UnivariateFilter").dropped().size());
        assertThat(fitted.kept()).contains("signal1", "signal2");
        assertThat(fitted.dropped()).allSatisfy(one -> assertThat(one.reason()).startsWith("UnivariateFilter: "));
        assertThat(fitted.caseIds()).isEqualTo(TABLE.caseIds());
        assertThat(fitted.columns()).isEqualTo(TABLE.columnNames());
        assertThat(fitted.toString()).contains("ZScore 5 -> 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted.step("Lasso"))
                .withMessageContaining("ZScore, UnivariateFilter");
    }

    @Test
    void aTableOfTheKeptColumnsAloneIsEnough() {
        FittedPipeline fitted = PIPELINE.select(TABLE, OUTCOME);
        assertThat(fitted.apply(TABLE.columns(fitted.kept()))).isEqualTo(fitted.apply(TABLE));
        FeatureTable scaled = ZScore.withDefaults().fit(TABLE, OUTCOME).apply(TABLE);
        assertThat(fitted.apply(TABLE)).isEqualTo(scaled.columns(fitted.kept()));
        assertThat(fitted.restrictedTo(List.of("signal2")).apply(TABLE.columns(List.of("signal2"))))
                .isEqualTo(scaled.columns(List.of("signal2")));
    }

    @Test
    void aPipelineIsAStepOfAnother() {
        FittedPipeline inner = PIPELINE.select(TABLE, OUTCOME);
        FittedPipeline outer = SelectionPipeline.of(PIPELINE).select(TABLE, OUTCOME);
        assertThat(outer.kept()).isEqualTo(inner.kept());
        assertThat(outer.apply(TABLE)).isEqualTo(inner.apply(TABLE));
        assertThat(outer.steps()).hasSize(1);
    }

    @Test
    void missingValuesAreRefusedUnlessItIsSaidWhatHappens() {
        FeatureTable missing = with(Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PIPELINE.select(missing, OUTCOME))
                .withMessageContaining("1 of 5 columns")
                .withMessageContaining("noise2: 1 of 60 values")
                .withMessageContaining("P005 (too few voxels)");
        FittedPipeline without = PIPELINE.withMissing(MissingValues.DROP_COLUMN).select(missing, OUTCOME);
        assertThat(without.steps().get(0).name()).isEqualTo("MissingValues");
        assertThat(without.dropped())
                .filteredOn(one -> one.column().equals("noise2"))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("too few voxels"));
        FittedPipeline fewer = PIPELINE.withMissing(MissingValues.DROP_CASE).select(missing, OUTCOME);
        assertThat(fewer.caseIds()).hasSize(59).doesNotContain("P005");
        assertThat(fewer.missing()).isEqualTo(MissingValues.DROP_CASE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PIPELINE.select(with(Double.NEGATIVE_INFINITY), OUTCOME))
                .withMessageContaining("-Infinity");
    }

    @Test
    void aKeptColumnWithoutAValueIsRefusedLater() {
        FittedPipeline fitted = SelectionPipeline.of().select(TABLE, OUTCOME);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted.apply(with(Double.NaN)))
                .withMessageContaining("noise2")
                .withMessageContaining("P005");
        FittedPipeline lenient =
                SelectionPipeline.of().withMissing(MissingValues.DROP_CASE).select(TABLE, OUTCOME);
        assertThat(lenient.apply(with(Double.NaN)).value("P005", "noise2")).isNaN();
    }

    @Test
    void noCaseThatIsCompleteIsRefused() {
        double[][] columns = {{Double.NaN, 1}, {1, Double.NaN}};
        FeatureTable table = FeatureTable.of(List.of("a", "b"), List.of("x", "y"), columns);
        Outcome outcome = Outcome.of("high", "low", List.of("a", "b"), true, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SelectionPipeline.of()
                        .withMissing(MissingValues.DROP_CASE)
                        .select(table, outcome))
                .withMessageContaining("none of 2");
    }

    @Test
    void aStepThatRefusesIsNamed() {
        FeatureSelector refusing = (table, outcome) -> {
            throw new IllegalArgumentException("no");
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SelectionPipeline.of(ZScore.withDefaults(), refusing).select(TABLE, OUTCOME))
                .withMessage("step 2, Transformer: no");
    }

    @Test
    void whereNothingIsLeftTheLaterStepsAreNotFitted() {
        FeatureSelector none = (table, outcome) -> Selection.of(
                List.of(),
                table.columnNames().stream()
                        .map(column -> new Selection.Dropped(column, 1, "not wanted"))
                        .toList());
        SelectionPipeline pipeline = SelectionPipeline.of(none, ZScore.withDefaults());
        FittedPipeline fitted = pipeline.select(TABLE, OUTCOME);
        assertThat(fitted.kept()).isEmpty();
        assertThat(fitted.steps()).hasSize(1);
        assertThat(fitted.apply(TABLE).columnCount()).isZero();
        try (PipelineModel model = PipelineTrainer.of(pipeline, FIRST_COLUMN).fit(TABLE, OUTCOME, 1)) {
            assertThat(model.predict(TABLE).probabilities()).containsOnly(40 / 60.0);
        }
    }

    @Test
    void aTransformerThatLeavesColumnsOutIsSaid() {
        FittedPipeline fitted = SelectionPipeline.of((table, outcome) -> data -> data.columns(List.of("signal1")))
                .select(TABLE, OUTCOME);
        assertThat(fitted.kept()).containsExactly("signal1");
        assertThat(fitted.dropped())
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.reason()).contains("leaves it out"));
    }

    @Test
    void theTrainerGivesTheModelWhatIsKeptOfTheRowsThatCount() {
        PipelineTrainer trainer =
                PipelineTrainer.of(PIPELINE.withMissing(MissingValues.DROP_CASE), (table, outcome, seed) -> {
                    assertThat(table.caseIds()).hasSize(59).doesNotContain("P005");
                    assertThat(table.columnNames()).contains("signal1");
                    return FIRST_COLUMN.fit(table, outcome, seed);
                });
        try (PipelineModel model = trainer.fit(with(Double.NaN), OUTCOME, 3)) {
            FittedPipeline selection = (FittedPipeline) model.selection();
            Model<FeatureTable> inner = model.model();
            assertThat(model.predict(TABLE)).isEqualTo(inner.predict(selection.apply(TABLE)));
        }
        try (PipelineModel model = PipelineTrainer.of(UnivariateFilter.withDefaults(), FIRST_COLUMN)
                .fit(TABLE, OUTCOME, 3)) {
            assertThat(model.predict(TABLE).caseIds()).isEqualTo(TABLE.caseIds());
        }
    }

    @Test
    void keptColumnsAreCountedByImageAndFamily() {
        FamilyCounts counts = FamilyCounts.of(List.of(
                "original_glcm_Contrast",
                "wavelet-LLH_glcm_Contrast",
                "wavelet-LLH_glcm_Imc1",
                "wavelet-LLH_firstorder_Mean",
                "age",
                "a_b_"));
        assertThat(counts.count("wavelet-LLH", "glcm")).isEqualTo(2);
        assertThat(counts.count("wavelet-LLH", "ngtdm")).isZero();
        assertThat(counts.others()).containsExactly("age", "a_b_");
        assertThat(counts.total()).isEqualTo(6);
        assertThat(counts.byImage().keySet()).containsExactly("original", "wavelet-LLH");
        assertThat(PIPELINE.select(TABLE, OUTCOME).counts().others()).contains("signal1");
    }
}
