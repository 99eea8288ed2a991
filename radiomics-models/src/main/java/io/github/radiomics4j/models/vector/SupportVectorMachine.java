package io.github.radiomics4j.models.vector;

import io.github.radiomics4j.eval.calibration.PlattSigmoid;
import io.github.radiomics4j.eval.resampling.Folds;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.models.fitted.ClassWeight;
import io.github.radiomics4j.models.fitted.OptionalLibrary;
import io.github.radiomics4j.models.fitted.TableModel;
import io.github.radiomics4j.models.fitted.TrainingRows;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import io.github.radiomics4j.table.Split;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A support vector machine (Cortes and Vapnik 1995, doi:10.1007/BF00994018), trained by LIBSVM. Columns count by their spread:
 * scale them first. Needs {@code tw.edu.ntu.csie:libsvm} on the class path to fit, not to predict.
 *
 * <p>With f the decision value, the probability is 1 / (1 + exp(−a − b f)), where a and b are fitted to decision values of
 * cases that were held out of {@code calibrationFolds} stratified folds (Platt 1999; Lin, Lin and Weng 2007,
 * doi:10.1007/s10994-007-5018-6). LIBSVM draws its folds from a generator that all threads share; here they come from the
 * seed.
 *
 * @param cost of a case on the wrong side, C
 * @param kernel of two cases
 * @param gamma of the radial kernel; NaN for 1 / (columns · variance of all values), as scikit-learn's "scale"
 * @param classWeight weight of each class, times the cost
 * @param calibrationFolds folds that probabilities are learned from
 */
public record SupportVectorMachine(
        double cost, Kernel kernel, double gamma, ClassWeight classWeight, int calibrationFolds)
        implements Trainer<FeatureTable> {
    static final String KIND = "support-vectors";

    /** Checks the ranges. */
    public SupportVectorMachine {
        Objects.requireNonNull(kernel, "kernel");
        Objects.requireNonNull(classWeight, "classWeight");
        if (!(cost > 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException("the cost must be positive, found " + cost);
        }
        if (gamma <= 0 || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException(
                    "gamma must be positive, or NaN for scikit-learn's rule, found " + gamma);
        }
        if (calibrationFolds < 2) {
            throw new IllegalArgumentException("there must be at least 2 calibration folds, found " + calibrationFolds);
        }
    }

    /** Returns scikit-learn's defaults: cost 1, the radial kernel, its rule for γ, no weights, five folds. */
    public static SupportVectorMachine withDefaults() {
        return new SupportVectorMachine(1, Kernel.RADIAL, Double.NaN, ClassWeight.NONE, 5);
    }

    /** Returns this with another cost. */
    public SupportVectorMachine withCost(double cost) {
        return new SupportVectorMachine(cost, kernel, gamma, classWeight, calibrationFolds);
    }

    /** Returns this with another kernel. */
    public SupportVectorMachine withKernel(Kernel kernel) {
        return new SupportVectorMachine(cost, kernel, gamma, classWeight, calibrationFolds);
    }

    /** Returns this with another γ. */
    public SupportVectorMachine withGamma(double gamma) {
        return new SupportVectorMachine(cost, kernel, gamma, classWeight, calibrationFolds);
    }

    /** Returns this with other weights of the classes. */
    public SupportVectorMachine withClassWeight(ClassWeight classWeight) {
        return new SupportVectorMachine(cost, kernel, gamma, classWeight, calibrationFolds);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if a class has fewer cases than there are folds
     * @throws IllegalStateException if LIBSVM is not on the class path
     */
    @Override
    public TableModel fit(FeatureTable table, Outcome outcome, long seed) {
        TrainingRows rows = TrainingRows.of(table, outcome, false);
        OptionalLibrary.LIBSVM.require();
        Map<String, Double> held = new HashMap<>();
        for (Split split :
                Folds.stratified(rows.outcome(), calibrationFolds, seed).splits()) {
            SupportVectors vectors =
                    SupportVectors.train(TrainingRows.of(table.rows(split.train()), outcome, false), this);
            FeatureTable unseen = table.rows(split.test());
            double[][] columns =
                    unseen.columnNames().stream().map(unseen::column).toArray(double[][]::new);
            double[] values = vectors.decisions(columns, unseen.caseCount());
            for (int i = 0; i < values.length; i++) {
                held.put(split.test().get(i), values[i]);
            }
        }
        double[] decisions = table.caseIds().stream().mapToDouble(held::get).toArray();
        PlattSigmoid sigmoid = PlattSigmoid.of(decisions, rows.positive());
        return rows.model(SupportVectors.train(rows, this).with(sigmoid), this, seed);
    }
}
