package io.github.radiomics4j.models.fitted;

import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.FeatureTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A fitted model of tables. It finds its columns by name, in any order and among others, and refuses a table that lacks
 * some. Safe for use by many threads; closing waits for predictions that are under way.
 */
public final class TableModel implements Model<FeatureTable> {
    /** The column of {@link #contributions} that holds what every case begins with. */
    public static final String BASE = "(base)";

    private final ModelInfo info;
    private final Scorer scorer;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean isClosed;

    TableModel(ModelInfo info, Scorer scorer) {
        this.info = Objects.requireNonNull(info, "info");
        this.scorer = Objects.requireNonNull(scorer, "scorer");
    }

    /** Returns what the model was learned from and by. */
    public ModelInfo info() {
        return info;
    }

    /** Returns what was learned. */
    public Scorer scorer() {
        return scorer;
    }

    @Override
    public Predictions predict(FeatureTable table) {
        double[][] columns = columns(table);
        return Predictions.of(table.caseIds(), whileOpen(() -> scorer.score(columns, table.caseCount())));
    }

    private double[][] columns(FeatureTable table) {
        return TrainingRows.columns(table.columns(info.columns()), scorer.takesMissing());
    }

    /**
     * Returns how much each column counts, in the order of training; what is measured is said by the trainer.
     *
     * @throws UnsupportedOperationException if this kind of model has no such measure
     */
    public Map<String, Double> importances() {
        double[] values = whileOpen(scorer::importances);
        Map<String, Double> importances = new LinkedHashMap<>();
        for (int j = 0; j < values.length; j++) {
            importances.put(info.columns().get(j), values[j]);
        }
        return importances;
    }

    /**
     * Returns what each column adds to the logit of each case, with the base value in a last column, {@link #BASE}: a row
     * sums to the logit of the case's probability. SHAP values for boosted trees; coefficient times value for a logistic
     * regression.
     *
     * @throws UnsupportedOperationException if this kind of model has no such values
     */
    public FeatureTable contributions(FeatureTable table) {
        double[][] columns = columns(table);
        double[][] values = whileOpen(() -> scorer.contributions(columns, table.caseCount()));
        List<String> names = new ArrayList<>(info.columns());
        names.add(BASE);
        return FeatureTable.of(table.caseIds(), names, values);
    }

    private <T> T whileOpen(Supplier<T> work) {
        lock.readLock().lock();
        try {
            if (isClosed) {
                throw new IllegalStateException("the model of " + info.kind() + " is closed");
            }
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Writes the model to one file, which appears whole or not at all.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalStateException if the model is closed
     */
    @Override
    public void save(Path path) throws IOException {
        byte[] payload = whileOpen(scorer::toBytes);
        ModelFile.write(path, info, payload);
    }

    /**
     * Reads a model that {@link #save} has written. It predicts the same bits.
     *
     * @throws ModelFormatException if the file is no model, damaged, of a later version, or of an unknown kind
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if the library of this kind of model is missing; it is named
     */
    public static TableModel read(Path path) throws IOException {
        return ModelFile.read(path);
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!isClosed) {
                isClosed = true;
                scorer.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return "TableModel[" + info.kind() + ", " + info.columns().size() + " columns, "
                + info.caseIds().size() + " training cases]";
    }
}
