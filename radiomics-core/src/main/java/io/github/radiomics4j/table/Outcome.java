package io.github.radiomics4j.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of two classes each case belongs to, by case id, with the names of both and which of them is positive: the one
 * whose probability a model predicts. Immutable.
 */
public final class Outcome {
    private final String positiveClass;
    private final String negativeClass;
    private final List<String> caseIds;
    private final Map<String, Integer> rowOf;
    /** Shared between outcomes, never modified. */
    private final boolean[] positive;

    private Outcome(String positiveClass, String negativeClass, List<String> caseIds, boolean[] positive) {
        this.positiveClass = positiveClass;
        this.negativeClass = negativeClass;
        this.caseIds = List.copyOf(caseIds);
        this.rowOf = FeatureTable.index("case ids", this.caseIds);
        this.positive = positive;
    }

    /**
     * Returns the classes of some cases.
     *
     * @param positiveClass name of the positive class, such as {@code "high"}
     * @param negativeClass name of the other
     * @param caseIds each once
     * @param positive one per case, in their order; copied
     */
    public static Outcome of(String positiveClass, String negativeClass, List<String> caseIds, boolean... positive) {
        FeatureTable.checkName("the positive class", positiveClass);
        FeatureTable.checkName("the negative class", negativeClass);
        if (positiveClass.equals(negativeClass)) {
            throw new IllegalArgumentException("the two classes must have two names, found '" + positiveClass + "'");
        }
        if (positive.length != caseIds.size()) {
            throw new IllegalArgumentException(
                    "an outcome is needed for each of " + caseIds.size() + " cases, found " + positive.length);
        }
        caseIds.forEach(id -> FeatureTable.checkName("a case id", id));
        return new Outcome(positiveClass, negativeClass, caseIds, positive.clone());
    }

    /**
     * Returns the outcome that a column of categories holds.
     *
     * @param covariates with a column of exactly two categories, none missing
     * @param positiveClass the category that is positive
     * @throws IllegalArgumentException if the column is not so; the message names the cases that miss it
     */
    public static Outcome of(CovariateTable covariates, String column, String positiveClass) {
        List<String> missing = covariates.casesMissing(column);
        FeatureTable.checkNone("column " + column + " must give every case its class, missing", missing);
        List<String> levels = covariates.levels(column);
        if (levels.size() != 2 || !levels.contains(positiveClass)) {
            throw new IllegalArgumentException("column " + column + " must hold two classes, one of them '"
                    + positiveClass + "', found " + levels);
        }
        List<String> classes = covariates.categories(column);
        boolean[] positive = new boolean[classes.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = classes.get(i).equals(positiveClass);
        }
        String other = levels.get(0).equals(positiveClass) ? levels.get(1) : levels.get(0);
        return of(positiveClass, other, covariates.caseIds(), positive);
    }

    /** Returns the name of the positive class. */
    public String positiveClass() {
        return positiveClass;
    }

    /** Returns the name of the other class. */
    public String negativeClass() {
        return negativeClass;
    }

    /** Returns the case ids, in order. */
    public List<String> caseIds() {
        return caseIds;
    }

    /** Returns the number of cases. */
    public int caseCount() {
        return caseIds.size();
    }

    /** Returns whether there is a case of this id. */
    public boolean containsCase(String caseId) {
        return rowOf.containsKey(caseId);
    }

    /**
     * Returns whether a case is positive.
     *
     * @throws IllegalArgumentException if there is no such case
     */
    public boolean isPositive(String caseId) {
        Integer row = rowOf.get(caseId);
        if (row == null) {
            throw new IllegalArgumentException(
                    "the outcome of case " + caseId + " must be known, found those of " + caseCount() + " others");
        }
        return positive[row];
    }

    /** Returns the name of a case's class. */
    public String classOf(String caseId) {
        return isPositive(caseId) ? positiveClass : negativeClass;
    }

    /**
     * Returns which cases are positive, in the order of {@code ids}, in a new array.
     *
     * @throws IllegalArgumentException if an id has no outcome; all such ids are named
     */
    public boolean[] positives(Collection<String> ids) {
        FeatureTable.checkNone("case ids must have an outcome, missing", FeatureTable.absent(List.copyOf(ids), rowOf));
        boolean[] out = new boolean[ids.size()];
        int i = 0;
        for (String id : ids) {
            out[i++] = isPositive(id);
        }
        return out;
    }

    /** Returns how many cases are positive. */
    public int positiveCount() {
        int count = 0;
        for (boolean one : positive) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Returns the ids of the positive or of the negative cases, in order. */
    public List<String> casesOf(boolean wanted) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < positive.length; i++) {
            if (positive[i] == wanted) {
                ids.add(caseIds.get(i));
            }
        }
        return ids;
    }

    /**
     * Returns the outcome of {@code ids}, in their order.
     *
     * @throws IllegalArgumentException if an id has no outcome or occurs twice; all such ids are named
     */
    public Outcome rows(Collection<String> ids) {
        List<String> wanted = List.copyOf(ids);
        FeatureTable.checkDistinct("wanted case ids", wanted);
        return new Outcome(positiveClass, negativeClass, wanted, positives(wanted));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outcome that
                && positiveClass.equals(that.positiveClass)
                && negativeClass.equals(that.negativeClass)
                && caseIds.equals(that.caseIds)
                && Arrays.equals(positive, that.positive);
    }

    @Override
    public int hashCode() {
        return 31 * caseIds.hashCode() + Arrays.hashCode(positive);
    }

    @Override
    public String toString() {
        int positives = positiveCount();
        return "Outcome[" + positives + " " + positiveClass + ", " + (caseCount() - positives) + " " + negativeClass
                + "]";
    }
}
