package io.github.radiomics4j.learn;

import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import io.github.radiomics4j.table.TableFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The probability of the positive class for some cases, by case id. Immutable. */
public final class Predictions {
    private static final String COLUMN = "probability";

    private final List<String> caseIds;
    private final Map<String, Integer> rowOf;
    private final double[] probabilities;

    private Predictions(List<String> caseIds, Map<String, Integer> rowOf, double[] probabilities) {
        this.caseIds = caseIds;
        this.rowOf = rowOf;
        this.probabilities = probabilities;
    }

    /**
     * Returns the predictions of some cases.
     *
     * @param caseIds each once
     * @param probabilities of the positive class, in [0, 1], one per case; copied
     * @throws IllegalArgumentException if an id occurs twice, or a probability is NaN or outside [0, 1]; the case is named
     */
    public static Predictions of(List<String> caseIds, double... probabilities) {
        if (probabilities.length != caseIds.size()) {
            throw new IllegalArgumentException(
                    "a probability is needed for each of " + caseIds.size() + " cases, found " + probabilities.length);
        }
        Map<String, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < probabilities.length; i++) {
            String id = caseIds.get(i);
            if (rowOf.put(id, i) != null) {
                throw new IllegalArgumentException("a case must have one prediction, found a second one of " + id);
            }
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException(
                        "a probability must lie in 0 to 1, found " + probabilities[i] + " for case " + id);
            }
        }
        return new Predictions(List.copyOf(caseIds), rowOf, probabilities.clone());
    }

    /** Returns the case ids, in order. */
    public List<String> caseIds() {
        return caseIds;
    }

    /** Returns the number of cases. */
    public int caseCount() {
        return probabilities.length;
    }

    /**
     * Returns the probability of the positive class for a case.
     *
     * @throws IllegalArgumentException if there is no such case
     */
    public double probability(String caseId) {
        Integer row = rowOf.get(caseId);
        if (row == null) {
            throw new IllegalArgumentException(
                    "case " + caseId + " must have been predicted, found " + caseCount() + " others");
        }
        return probabilities[row];
    }

    /** Returns the probabilities in the order of {@link #caseIds()}, in a new array. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    /**
     * Returns the predictions of {@code ids}, in their order.
     *
     * @throws IllegalArgumentException if an id was not predicted or occurs twice
     */
    public Predictions rows(Collection<String> ids) {
        return of(List.copyOf(ids), ids.stream().mapToDouble(this::probability).toArray());
    }

    /**
     * Returns whether each case is positive, in the order of {@link #caseIds()}: the truth beside {@link #probabilities()}.
     *
     * @throws IllegalArgumentException if a case has no outcome; all such cases are named
     */
    public boolean[] positives(Outcome outcome) {
        return outcome.positives(caseIds);
    }

    /** Writes a table of one column, {@code probability}; every number reads back as the same bits. */
    public void write(Path path) throws IOException {
        FeatureTable.of(caseIds, List.of(COLUMN), new double[][] {probabilities})
                .write(path);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the file is not so
     */
    public static Predictions read(Path path) throws IOException {
        FeatureTable table = FeatureTable.read(path);
        if (!table.columnNames().equals(List.of(COLUMN))) {
            throw new TableFormatException(
                    path, 1, "the columns must be case and " + COLUMN + ", found " + table.columnNames());
        }
        try {
            return of(table.caseIds(), table.column(COLUMN));
        } catch (IllegalArgumentException e) {
            throw new TableFormatException(path, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Predictions that
                && caseIds.equals(that.caseIds)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * caseIds.hashCode() + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return "Predictions[" + caseCount() + " cases]";
    }
}
