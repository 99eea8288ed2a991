package io.github.radiomics4j.select.lasso;

import io.github.radiomics4j.eval.resampling.Folds;
import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the columns whose coefficients in an elastic net are not 0 at one λ: of the LASSO with α 1. The columns are
 * standardised inside, on the rows that are given.
 *
 * <p>The set depends on the folds: with 160 cases of 1,197 columns it has 28 or 47 columns by one rule or the other, and
 * {@link StabilitySelection} tells which of them come back on other cases.
 *
 * @param net what is fitted; its threshold is 1e-12 by default, since at glmnet's 1e-7 the order of the columns can decide
 *     which of two alike is kept
 * @param rule which λ is taken
 * @param measure what cross-validation judges by
 * @param foldLambdas at which λ the models of the folds are fitted
 * @param foldCount of stratified folds, drawn where none are given
 * @param seed of the folds
 * @param folds given ones; each case of the table is in one of them
 * @param adaptation where penalty factors come from
 * @param gamma their exponent, above 0
 */
public record Lasso(
        ElasticNet net,
        LambdaRule rule,
        CvMeasure measure,
        FoldLambdas foldLambdas,
        int foldCount,
        long seed,
        Optional<Folds> folds,
        Adaptation adaptation,
        double gamma)
        implements FeatureSelector {

    /** Checks the numbers. */
    public Lasso {
        if (foldCount < 2) {
            throw new IllegalArgumentException("there must be two folds or more, found " + foldCount);
        }
        if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gamma must be above 0 and finite, found " + gamma);
        }
        if (measure.isForClasses() && net.family() != Family.BINOMIAL) {
            throw new IllegalArgumentException(measure + " needs classes, found " + net.family());
        }
    }

    /** Returns the LASSO of a binomial outcome at the λ of the best deviance, ten stratified folds of seed 1. */
    public static Lasso withDefaults() {
        ElasticNet net =
                ElasticNet.withDefaults(Family.BINOMIAL).withThreshold(1e-12).withMaximumPasses(10_000_000);
        return new Lasso(
                net,
                LambdaRule.MIN,
                CvMeasure.DEVIANCE,
                FoldLambdas.FIXED,
                10,
                1,
                Optional.empty(),
                Adaptation.NONE,
                1);
    }

    /** Returns a copy that fits another elastic net, such as one of the label as a number. */
    public Lasso withNet(ElasticNet net) {
        return new Lasso(net, rule, measure, foldLambdas, foldCount, seed, folds, adaptation, gamma);
    }

    /** Returns a copy that takes another λ. */
    public Lasso withLambdaRule(LambdaRule rule) {
        return new Lasso(net, rule, measure, foldLambdas, foldCount, seed, folds, adaptation, gamma);
    }

    /** Returns a copy that judges by another measure. */
    public Lasso withMeasure(CvMeasure measure) {
        return new Lasso(net, rule, measure, foldLambdas, foldCount, seed, folds, adaptation, gamma);
    }

    /** Returns a copy whose folds are fitted at other λ. */
    public Lasso withFoldLambdas(FoldLambdas foldLambdas) {
        return new Lasso(net, rule, measure, foldLambdas, foldCount, seed, folds, adaptation, gamma);
    }

    /** Returns a copy that draws {@code foldCount} stratified folds by {@code seed}. */
    public Lasso withFolds(int foldCount, long seed) {
        return new Lasso(net, rule, measure, foldLambdas, foldCount, seed, Optional.empty(), adaptation, gamma);
    }

    /** Returns a copy with given folds, such as those that keep patients together. */
    public Lasso withFolds(Folds folds) {
        return new Lasso(net, rule, measure, foldLambdas, foldCount, seed, Optional.of(folds), adaptation, gamma);
    }

    /** Returns a copy with penalty factors 1 / |estimate|<sup>γ</sup>: the adaptive LASSO. */
    public Lasso withAdaptation(Adaptation adaptation, double gamma) {
        return new Lasso(net, rule, measure, foldLambdas, foldCount, seed, folds, adaptation, gamma);
    }

    /**
     * {@inheritDoc} On the calling thread.
     *
     * @throws IllegalArgumentException if a value is not finite (columns and cases are named), a class has fewer cases than
     *     there are folds, or a case has no outcome or no fold
     */
    @Override
    public LassoSelection select(FeatureTable table, Outcome outcome) {
        return select(table, outcome, Execution.sequential());
    }

    /** Selects as {@link #select(FeatureTable, Outcome)} does, the folds on the threads of {@code execution}. */
    public LassoSelection select(FeatureTable table, Outcome outcome, Execution execution) {
        List<String> names = table.columnNames();
        double[][] columns = names.stream().map(table::column).toArray(double[][]::new);
        double[] response = response(table, outcome);
        FitChecks.requireFinite(
                columns,
                response,
                j -> "column " + names.get(j),
                i -> "case " + table.caseIds().get(i));
        boolean needsFolds = rule instanceof LambdaRule.CrossValidated || adaptation == Adaptation.RIDGE;
        int[] foldOf = needsFolds ? foldOf(table, outcome) : new int[0];
        ElasticNet fitted = adaptation.adapt(net, gamma, columns, response, foldOf, execution.withoutListener());
        if (rule instanceof LambdaRule.CrossValidated cross) {
            CvCurve curve = new ElasticNetCv(fitted, measure, foldLambdas).fit(columns, response, foldOf, execution);
            int index = cross == LambdaRule.CrossValidated.MIN ? curve.indexMin() : curve.indexOneSe();
            return new LassoSelection(
                    names,
                    columns,
                    curve.path(),
                    Optional.of(curve),
                    curve.path().points().get(index),
                    cross.name());
        }
        if (rule instanceof LambdaRule.Fixed fixed) {
            ElasticNetPath path =
                    fitted.withLambdas(LambdaPath.of(fixed.lambda())).fit(columns, response);
            return selection(names, columns, path, "given");
        }
        int count = ((LambdaRule.AtMost) rule).count();
        ElasticNetPath path = fitted.withMaximumFeatures(count).fit(columns, response);
        return selection(names, columns, startOf(path, count), "at most " + count + " columns");
    }

    static double[] response(FeatureTable table, Outcome outcome) {
        boolean[] positive = outcome.positives(table.caseIds());
        double[] response = new double[positive.length];
        for (int i = 0; i < response.length; i++) {
            response[i] = positive[i] ? 1 : 0;
        }
        return response;
    }

    /** Returns the path down to the last model before one has more than {@code count} columns. */
    private static ElasticNetPath startOf(ElasticNetPath path, int count) {
        int end = 0;
        while (end < path.points().size() && path.points().get(end).df() <= count) {
            end++;
        }
        return new ElasticNetPath(
                path.family(),
                path.columnCount(),
                path.points().subList(0, end),
                path.nullDeviance(),
                path.hasConverged());
    }

    private LassoSelection selection(List<String> names, double[][] columns, ElasticNetPath path, String how) {
        if (path.points().isEmpty()) {
            throw new IllegalArgumentException("no lambda could be fitted, allow more than " + net.maximumPasses()
                    + " passes or more columns than those without a penalty");
        }
        PathPoint last = path.points().get(path.points().size() - 1);
        return new LassoSelection(names, columns, path, Optional.empty(), last, how);
    }

    private int[] foldOf(FeatureTable table, Outcome outcome) {
        Folds drawn =
                folds.isPresent() ? folds.get() : Folds.stratified(outcome.rows(table.caseIds()), foldCount, seed);
        Map<String, Integer> number = new HashMap<>();
        for (int f = 0; f < drawn.parts().size(); f++) {
            for (String id : drawn.parts().get(f)) {
                number.put(id, f);
            }
        }
        int[] foldOf = new int[table.caseCount()];
        for (int i = 0; i < foldOf.length; i++) {
            Integer fold = number.get(table.caseIds().get(i));
            if (fold == null) {
                throw new IllegalArgumentException("every case must be in a fold, missing "
                        + table.caseIds().get(i));
            }
            foldOf[i] = fold;
        }
        return foldOf;
    }
}
