package io.github.radiomics4j.models.boosting;

import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.models.fitted.ClassWeight;
import io.github.radiomics4j.models.fitted.OptionalLibrary;
import io.github.radiomics4j.models.fitted.TableModel;
import io.github.radiomics4j.models.fitted.TrainingRows;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gradient boosting by LightGBM (Ke et al. 2017), with the binary objective. Values may be NaN. Needs {@code
 * io.github.metarank:lightgbm4j} on the class path.
 *
 * <p>With its own defaults LightGBM needs 20 cases in every leaf, so it hardly splits a study of a hundred: {@link
 * #withMinimumInLeaf} is what to tune first.
 *
 * <p>{@link TableModel#importances()} is the gain, the sum over the splits of a column; {@link TableModel#contributions} are
 * SHAP values.
 *
 * @param rounds number of trees
 * @param learningRate step of each
 * @param leaves largest number of leaves of a tree
 * @param maximumDepth of a tree; −1 for any
 * @param minimumInLeaf cases in a leaf
 * @param rowShare share of cases that is drawn for each tree
 * @param columnShare share of columns that is drawn for each tree
 * @param l1 penalty on the sum of leaf values
 * @param l2 penalty on the sum of their squares
 * @param classWeight weight of each class
 * @param more LightGBM's own parameters, such as {@code extra_trees}; they come last and win
 */
public record LightGBM(
        int rounds,
        double learningRate,
        int leaves,
        int maximumDepth,
        int minimumInLeaf,
        double rowShare,
        double columnShare,
        double l1,
        double l2,
        ClassWeight classWeight,
        Map<String, String> more)
        implements Trainer<FeatureTable> {
    static final String KIND = "lightgbm";

    /** Checks what LightGBM itself would not. */
    public LightGBM {
        if (rounds < 1) {
            throw new IllegalArgumentException("there must be at least 1 round, found " + rounds);
        }
        Objects.requireNonNull(classWeight, "classWeight");
        more = Collections.unmodifiableMap(new TreeMap<>(more));
        more.forEach((key, value) -> {
            if ((key + value).chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("a parameter must hold no blank, found '" + key + "=" + value + "'");
            }
        });
    }

    /**
     * Returns LightGBM's defaults: 100 trees, step 0.1, 31 leaves, any depth, 20 cases in a leaf, all rows and columns, no
     * penalty, no weights.
     */
    public static LightGBM withDefaults() {
        return new LightGBM(100, 0.1, 31, -1, 20, 1, 1, 0, 0, ClassWeight.NONE, Map.of());
    }

    /** Returns this with another number of trees. */
    public LightGBM withRounds(int rounds) {
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another step. */
    public LightGBM withLearningRate(double learningRate) {
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another number of leaves. */
    public LightGBM withLeaves(int leaves) {
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another depth. */
    public LightGBM withMaximumDepth(int maximumDepth) {
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another number of cases in a leaf. */
    public LightGBM withMinimumInLeaf(int minimumInLeaf) {
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another share of cases for each tree. */
    public LightGBM withRowShare(double rowShare) {
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another share of columns for each tree. */
    public LightGBM withColumnShare(double columnShare) {
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another penalty on the sum of leaf values. */
    public LightGBM withL1(double l1) {
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another penalty on the sum of their squares. */
    public LightGBM withL2(double l2) {
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with other weights of the classes. */
    public LightGBM withClassWeight(ClassWeight classWeight) {
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with one of LightGBM's own parameters. */
    public LightGBM with(String parameter, Object value) {
        Map<String, String> all = new TreeMap<>(more);
        all.put(parameter, value.toString());
        return new LightGBM(
                rounds,
                learningRate,
                leaves,
                maximumDepth,
                minimumInLeaf,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                all);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if LightGBM refuses a parameter
     * @throws IllegalStateException if LightGBM is not on the class path
     */
    @Override
    public TableModel fit(FeatureTable table, Outcome outcome, long seed) {
        TrainingRows rows = TrainingRows.of(table, outcome, true);
        OptionalLibrary.LIGHTGBM.require();
        return rows.model(LightGBMTrees.train(rows, parameters(seed), rounds, classWeight), this, seed);
    }

    private String parameters(long seed) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("objective", "binary");
        all.put("learning_rate", Double.toString(learningRate));
        all.put("num_leaves", Integer.toString(leaves));
        all.put("max_depth", Integer.toString(maximumDepth));
        all.put("min_data_in_leaf", Integer.toString(minimumInLeaf));
        all.put("bagging_fraction", Double.toString(rowShare));
        all.put("bagging_freq", rowShare < 1 ? "1" : "0");
        all.put("feature_fraction", Double.toString(columnShare));
        all.put("lambda_l1", Double.toString(l1));
        all.put("lambda_l2", Double.toString(l2));
        all.put("num_threads", "1");
        all.put("deterministic", "true");
        all.put("force_row_wise", "true");
        all.put("verbosity", "-1");
        all.put("seed", Long.toString(Math.floorMod(seed, Integer.MAX_VALUE)));
        all.putAll(more);
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
