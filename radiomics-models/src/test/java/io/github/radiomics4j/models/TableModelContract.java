package io.github.radiomics4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.data.Offset.offset;

import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.TrainerContract;
import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.models.fitted.ModelFormatException;
import io.github.radiomics4j.models.fitted.TableModel;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every trainer of this module must keep, beside what any {@link io.github.radiomics4j.learn.Trainer} must. */
public abstract class TableModelContract extends TrainerContract {
    private static final int CASES = 90;
    private static final FeatureTable TRAIN = TrainingData.table(CASES, 1);
    private static final FeatureTable TEST = TrainingData.table(CASES, 2);
    private static final Outcome OUTCOME = TrainingData.outcome(CASES);

    private TableModel fitted() {
        return (TableModel) trainer().fit(TRAIN, OUTCOME, 42);
    }

    /** Returns whether NaN is a value like others. */
    protected boolean takesMissing() {
        return false;
    }

    @Test
    public void aSavedModelPredictsTheSameBits(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.model");
        try (TableModel model = fitted()) {
            model.save(file);
            try (TableModel read = TableModel.read(file)) {
                assertThat(read.predict(TEST)).isEqualTo(model.predict(TEST));
                assertThat(read.info()).isEqualTo(model.info());
                Path again = folder.resolve("b.model");
                read.save(again);
                assertThat(again).hasSameBinaryContentAs(file);
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    public void aDamagedFileIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.model");
        try (TableModel model = fitted()) {
            model.save(file);
        }
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int k = 0; k < 40; k++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            requireRefused(folder, damaged);
            requireRefused(folder, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        }
        requireRefused(folder, Arrays.copyOf(bytes, bytes.length + 1));
        requireRefused(folder, "PK and something else".getBytes(StandardCharsets.US_ASCII));
        requireRefused(folder, new byte[0]);
    }

    private static void requireRefused(Path folder, byte[] bytes) throws IOException {
        Path file = folder.resolve("damaged.model");
        Files.write(file, bytes);
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> TableModel.read(file))
                .withMessageContaining("damaged.model");
    }

    @Test
    public void aClosedModelSaysSo() {
        TableModel model = fitted();
        model.close();
        assertThatIllegalStateException().isThrownBy(() -> model.predict(TEST)).withMessageContaining("closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> model.save(Path.of("never")))
                .withMessageContaining("closed");
    }

    @Test
    public void oneClassAloneIsRefused() {
        List<String> positives = OUTCOME.casesOf(true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().fit(TRAIN.rows(positives), OUTCOME, 1))
                .withMessageContaining("60 high and 0 low");
    }

    @Test
    public void oneRowAndNoRowArePredicted() {
        try (TableModel model = fitted()) {
            List<String> one = TEST.caseIds().subList(3, 4);
            assertThat(model.predict(TEST.rows(one)).probability(one.get(0)))
                    .isEqualTo(model.predict(TEST).probability(one.get(0)));
            assertThat(model.predict(TEST.rows(List.of())).caseCount()).isZero();
        }
    }

    @Test
    public void moreColumnsThanRowsAreLearned() {
        int cases = 24;
        double[][] columns = new double[200][cases];
        Random random = new Random(3);
        List<String> names = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            names.add("c" + j);
            for (int i = 0; i < cases; i++) {
                columns[j][i] = random.nextGaussian();
            }
        }
        Outcome outcome = TrainingData.outcome(cases);
        FeatureTable table = FeatureTable.of(outcome.caseIds(), names, columns);
        try (Model<FeatureTable> model = trainer().fit(table, outcome, 1)) {
            assertThat(model.predict(table).probabilities()).hasSize(cases).doesNotContain(Double.NaN);
        }
    }

    @Test
    public void constantColumnsChangeNothingButTheDraw() {
        double[] same = new double[CASES];
        FeatureTable constant = FeatureTable.of(TRAIN.caseIds(), List.of("same"), new double[][] {same});
        FeatureTable table = constant.join(TRAIN);
        try (Model<FeatureTable> model = trainer().fit(table, OUTCOME, 1)) {
            assertThat(model.predict(table).probabilities()).doesNotContain(Double.NaN);
        }
        try (Model<FeatureTable> model = trainer().fit(constant, OUTCOME, 1)) {
            double[] probabilities = model.predict(constant).probabilities();
            assertThat(probabilities).containsOnly(probabilities[0]);
        }
    }

    @Test
    public void aMissingValueIsTakenOrRefusedByName() {
        double[][] columns = new double[TRAIN.columnCount()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = TRAIN.column(TRAIN.columnNames().get(j));
        }
        columns[1][7] = Double.NaN;
        FeatureTable missing = FeatureTable.of(TRAIN.caseIds(), TRAIN.columnNames(), columns);
        columns[1][7] = Double.POSITIVE_INFINITY;
        FeatureTable infinite = FeatureTable.of(TRAIN.caseIds(), TRAIN.columnNames(), columns);
        String id = TRAIN.caseIds().get(7);
        requireRefused(infinite, id);
        if (takesMissing()) {
            try (TableModel model = (TableModel) trainer().fit(missing, OUTCOME, 1)) {
                assertThat(model.predict(missing).probability(id)).isBetween(0.0, 1.0);
            }
        } else {
            requireRefused(missing, id);
        }
    }

    private void requireRefused(FeatureTable table, String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().fit(table, OUTCOME, 1))
                .withMessageContaining(id)
                .withMessageContaining("signal2");
        try (TableModel model = fitted()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.predict(table))
                    .withMessageContaining(id)
                    .withMessageContaining("signal2");
        }
    }

    @Test
    public void importancesAreOfTheColumnsOrRefused() {
        try (TableModel model = fitted()) {
            try {
                assertThat(model.importances().keySet()).containsExactlyElementsOf(TRAIN.columnNames());
                assertThat(model.importances().get("signal1"))
                        .isGreaterThan(model.importances().get("noise1"));
            } catch (UnsupportedOperationException e) {
                assertThat(e).hasMessageContaining(model.info().kind());
            }
        }
    }

    @Test
    public void contributionsSumToTheLogitOrAreRefused() {
        try (TableModel model = fitted()) {
            try {
                FeatureTable contributions = model.contributions(TEST);
                Predictions predictions = model.predict(TEST);
                for (String id : TEST.caseIds()) {
                    double logit = 0;
                    for (double value : contributions.row(id)) {
                        logit += value;
                    }
                    double p = predictions.probability(id);
                    // boosters of 32 bits give the probability in 32 bits
                    assertThat(1 / (1 + Math.exp(-logit))).isCloseTo(p, offset(1e-6));
                }
            } catch (UnsupportedOperationException e) {
                assertThat(e).hasMessageContaining(model.info().kind());
            }
        }
    }
}
