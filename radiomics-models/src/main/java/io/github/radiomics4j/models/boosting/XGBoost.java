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

/**
 * Gradient boosting by XGBoost (Chen and Guestrin 2016, doi:10.1145/2939672.2939785), with the logistic objective. Values may
 * be NaN: the trees learn where such cases go. Needs {@code ml.dmlc:xgboost4j_2.12} and {@code
 * org.slf4j:jcl-over-slf4j} on the class path.
 *
 * <p>{@link TableModel#importances()} is the gain, the mean over the splits of a column, 0 where there is none; {@link
 * TableModel#contributions} are SHAP values.
 *
 * @param rounds number of trees
 * @param learningRate step of each, η
 * @param maximumDepth of a tree
 * @param minimumChildWeight smallest sum of second derivatives in a leaf
 * @param rowShare share of cases that is drawn for each tree
 * @param columnShare share of columns that is drawn for each tree
 * @param l1 penalty on the sum of leaf values, α
 * @param l2 penalty on the sum of their squares, λ
 * @param classWeight weight of each class
 * @param more XGBoost's own parameters, such as {@code tree_method}; they come last and win
 */
public record XGBoost(
        int rounds,
        double learningRate,
        int maximumDepth,
        double minimumChildWeight,
        double rowShare,
        double columnShare,
        double l1,
        double l2,
        ClassWeight classWeight,
        Map<String, Object> more)
        implements Trainer<FeatureTable> {
    static final String KIND = "xgboost";

    /** Checks what XGBoost itself would not. */
    public XGBoost {
        if (rounds < 1) {
            throw new IllegalArgumentException("there must be at least 1 round, found " + rounds);
        }
        Objects.requireNonNull(classWeight, "classWeight");
        more = Collections.unmodifiableMap(new TreeMap<>(more));
    }

    /**
     * Returns the defaults of XGBoost's scikit-learn interface: 100 trees, η 0.3, depth 6, child weight 1, all rows and
     * columns, no L1 penalty, L2 penalty 1, no weights.
     */
    public static XGBoost withDefaults() {
        return new XGBoost(100, 0.3, 6, 1, 1, 1, 0, 1, ClassWeight.NONE, Map.of());
    }

    /** Returns this with another number of trees. */
    public XGBoost withRounds(int rounds) {
        return new XGBoost(
                rounds,
                learningRate,
                maximumDepth,
                minimumChildWeight,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another step. */
    public XGBoost withLearningRate(double learningRate) {
        return new XGBoost(
                rounds,
                learningRate,
                maximumDepth,
                minimumChildWeight,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another depth. */
    public XGBoost withMaximumDepth(int maximumDepth) {
        return new XGBoost(
                rounds,
                learningRate,
                maximumDepth,
                minimumChildWeight,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another child weight. */
    public XGBoost withMinimumChildWeight(double minimumChildWeight) {
        return new XGBoost(
                rounds,
                learningRate,
                maximumDepth,
                minimumChildWeight,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another share of cases for each tree. */
    public XGBoost withRowShare(double rowShare) {
        return new XGBoost(
                rounds,
                learningRate,
                maximumDepth,
                minimumChildWeight,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another share of columns for each tree. */
    public XGBoost withColumnShare(double columnShare) {
        return new XGBoost(
                rounds,
                learningRate,
                maximumDepth,
                minimumChildWeight,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another penalty on the sum of leaf values. */
    public XGBoost withL1(double l1) {
        return new XGBoost(
                rounds,
                learningRate,
                maximumDepth,
                minimumChildWeight,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with another penalty on the sum of their squares. */
    public XGBoost withL2(double l2) {
        return new XGBoost(
                rounds,
                learningRate,
                maximumDepth,
                minimumChildWeight,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with other weights of the classes. */
    public XGBoost withClassWeight(ClassWeight classWeight) {
        return new XGBoost(
                rounds,
                learningRate,
                maximumDepth,
                minimumChildWeight,
                rowShare,
                columnShare,
                l1,
                l2,
                classWeight,
                more);
    }

    /** Returns this with one of XGBoost's own parameters. */
    public XGBoost with(String parameter, Object value) {
        Map<String, Object> all = new TreeMap<>(more);
        all.put(parameter, value);
        return new XGBoost(
                rounds,
                learningRate,
                maximumDepth,
                minimumChildWeight,
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
     * @throws IllegalArgumentException also if XGBoost refuses a parameter
     * @throws IllegalStateException if XGBoost is not on the class path
     */
    @Override
    public TableModel fit(FeatureTable table, Outcome outcome, long seed) {
        TrainingRows rows = TrainingRows.of(table, outcome, true);
        OptionalLibrary.XGBOOST.require();
        return rows.model(XGBoostTrees.train(rows, parameters(seed), rounds, classWeight), this, seed);
    }

    private Map<String, Object> parameters(long seed) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("objective", "binary:logistic");
        all.put("eta", learningRate);
        all.put("max_depth", maximumDepth);
        all.put("min_child_weight", minimumChildWeight);
        all.put("subsample", rowShare);
        all.put("colsample_bytree", columnShare);
        all.put("alpha", l1);
        all.put("lambda", l2);
        all.put("nthread", 1);
        all.put("verbosity", 0);
        all.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
        all.putAll(more);
        return all;
    }
}
