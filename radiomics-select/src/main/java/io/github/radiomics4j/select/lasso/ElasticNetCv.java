package io.github.radiomics4j.select.lasso;

import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Finds λ by cross-validation, by cv.glmnet's rules: each fold is predicted by a model of the others, at every λ of the path
 * of all cases. AUC needs ten cases in a fold on average, DEVIANCE takes its place below; with fewer than three, standard
 * errors are those of single cases. The result is the same, bit for bit, for any number of threads.
 *
 * @param net what is fitted
 * @param measure what predictions are judged by
 * @param foldLambdas at which λ the models of the folds are fitted
 */
public record ElasticNetCv(ElasticNet net, CvMeasure measure, FoldLambdas foldLambdas) {
    private static final int SMALLEST_FOLD_OF_AUC = 10;
    private static final int SMALLEST_GROUP = 3;

    /** Means that differ by less are the same: shares of misclassified cases, summed in another order. */
    private static final double TIE = 1e-12;

    /** Checks that the measure is one of the family. */
    public ElasticNetCv {
        Objects.requireNonNull(foldLambdas, "foldLambdas");
        if (measure.isForClasses() && net.family() != Family.BINOMIAL) {
            throw new IllegalArgumentException(measure + " needs classes, found " + net.family());
        }
    }

    /** Judges by deviance, at the λ of the path of all cases. */
    public static ElasticNetCv withDefaults(ElasticNet net) {
        return new ElasticNetCv(net, CvMeasure.DEVIANCE, FoldLambdas.FIXED);
    }

    /** Returns a copy with another measure. */
    public ElasticNetCv withMeasure(CvMeasure measure) {
        return new ElasticNetCv(net, measure, foldLambdas);
    }

    /** Returns a copy whose folds are fitted at other λ. */
    public ElasticNetCv withFoldLambdas(FoldLambdas foldLambdas) {
        return new ElasticNetCv(net, measure, foldLambdas);
    }

    /**
     * Fits all cases and those of each fold, on the calling thread.
     *
     * @param columns one array per column, finite; not modified
     * @param response as {@link ElasticNet#fit(double[][], double...)} takes it; not modified
     * @param foldOf the fold of each case, 0 to the number of folds − 1, none without a case; not modified
     */
    public CvCurve fit(double[][] columns, double[] response, int... foldOf) {
        return fit(columns, response, foldOf, Execution.sequential());
    }

    /**
     * Fits all cases and those of each fold.
     *
     * @param columns one array per column, finite; not modified
     * @param response as {@link ElasticNet#fit(double[][], double...)} takes it; not modified
     * @param foldOf the fold of each case, 0 to the number of folds − 1, none without a case; not modified
     * @param execution threads, progress by fits, and cancellation
     * @throws IllegalArgumentException if there are fewer than two folds, or the cases outside a fold cannot be fitted
     */
    public CvCurve fit(double[][] columns, double[] response, int[] foldOf, Execution execution) {
        FitData data = net.data(columns, response);
        int folds = countFolds(foldOf, response.length);
        requireTrainable(data, foldOf, folds);
        ElasticNetPath[] paths = new ElasticNetPath[folds + 1];
        fitAll(data, foldOf, paths, execution);
        ElasticNetPath path = Objects.requireNonNull(paths[folds], "every task has run");
        if (path.points().isEmpty()) {
            throw new IllegalArgumentException(
                    "no lambda could be fitted in " + net.maximumPasses() + " passes, allow more");
        }
        double[][] links = new double[path.points().size()][data.cases()];
        for (int m = 0; m < links.length; m++) {
            for (int fold = 0; fold < folds; fold++) {
                predict(data, foldOf, fold, paths[fold].at(path.points().get(m).lambda()), links[m]);
            }
        }
        return judge(data, foldOf, folds, path, links);
    }

    private void fitAll(FitData data, int[] foldOf, ElasticNetPath[] paths, Execution execution) {
        int folds = paths.length - 1;
        if (foldLambdas == FoldLambdas.AUTO) {
            execution.runAll(fits(data, foldOf, net, paths, 0, folds + 1));
            return;
        }
        execution.withoutListener().runAll(fits(data, foldOf, net, paths, folds, folds + 1));
        double[] lambdas = Objects.requireNonNull(paths[folds]).lambdas();
        if (lambdas.length > 0) {
            execution.runAll(fits(data, foldOf, net.withLambdas(LambdaPath.of(lambdas)), paths, 0, folds));
        }
    }

    /** Fits of folds by number; the last number stands for all cases. */
    private static List<Runnable> fits(
            FitData data, int[] foldOf, ElasticNet net, ElasticNetPath[] paths, int from, int to) {
        List<Runnable> tasks = new ArrayList<>();
        for (int f = from; f < to; f++) {
            int fold = f;
            tasks.add(() -> paths[fold] = net.fit(fold == paths.length - 1 ? data : data.rows(outside(foldOf, fold))));
        }
        return tasks;
    }

    private static int countFolds(int[] foldOf, int cases) {
        if (foldOf.length != cases) {
            throw new IllegalArgumentException(
                    "each of " + cases + " cases must have a fold, found " + foldOf.length + " folds");
        }
        int folds = Arrays.stream(foldOf).max().orElse(0) + 1;
        boolean[] isSeen = new boolean[folds];
        for (int fold : foldOf) {
            if (fold < 0) {
                throw new IllegalArgumentException("folds must be numbered from 0, found " + fold);
            }
            isSeen[fold] = true;
        }
        for (int fold = 0; fold < folds; fold++) {
            if (!isSeen[fold]) {
                throw new IllegalArgumentException("every fold must have a case, found none in fold " + fold);
            }
        }
        if (folds < 2) {
            throw new IllegalArgumentException("there must be two folds or more, found " + folds);
        }
        return folds;
    }

    private void requireTrainable(FitData data, int[] foldOf, int folds) {
        for (int fold = 0; fold < folds && net.family() == Family.BINOMIAL; fold++) {
            double[] response = Arrays.stream(outside(foldOf, fold))
                    .mapToDouble(i -> data.response()[i])
                    .toArray();
            try {
                FitChecks.requireClasses(response);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("without fold " + fold + ", " + e.getMessage(), e);
            }
        }
    }

    private static int[] outside(int[] foldOf, int fold) {
        return rows(foldOf, fold, false);
    }

    private static int[] rows(int[] foldOf, int fold, boolean isInside) {
        int[] rows = new int[foldOf.length];
        int count = 0;
        for (int i = 0; i < foldOf.length; i++) {
            if (foldOf[i] == fold == isInside) {
                rows[count++] = i;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static void predict(FitData data, int[] foldOf, int fold, PathPoint point, double[] link) {
        SparseCoefficients coefficients = point.coefficients();
        for (int i = 0; i < link.length; i++) {
            if (foldOf[i] != fold) {
                continue;
            }
            double sum = point.intercept() + data.offset(i);
            for (int k = 0; k < coefficients.count(); k++) {
                sum += coefficients.value(k) * data.columns()[coefficients.column(k)][i];
            }
            link[i] = sum;
        }
    }

    private CvCurve judge(FitData data, int[] foldOf, int folds, ElasticNetPath path, double[][] links) {
        boolean isTooSmallForAuc = data.cases() < SMALLEST_FOLD_OF_AUC * folds;
        CvMeasure used = measure == CvMeasure.AUC && isTooSmallForAuc ? CvMeasure.DEVIANCE : measure;
        boolean isGrouped = data.cases() >= SMALLEST_GROUP * folds;
        List<Double> means = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (double[] link : links) {
            WeightedMean mean = isGrouped
                    ? overFolds(data, foldOf, folds, used, link)
                    : WeightedMean.of(losses(data, used, link), data.weights());
            means.add(mean.mean());
            errors.add(mean.standardError());
        }
        int min = best(means, errors, used, false);
        int oneSe = best(means, errors, used, true);
        List<List<Double>> heldOut = Arrays.stream(links)
                .map(link -> Arrays.stream(link).boxed().toList())
                .toList();
        return new CvCurve(path, used, isGrouped, means, errors, heldOut, min, oneSe);
    }

    private double[] losses(FitData data, CvMeasure used, double[] link) {
        double[] losses = new double[link.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = used.loss(net.family(), data.response()[i], link[i]);
        }
        return losses;
    }

    private WeightedMean overFolds(FitData data, int[] foldOf, int folds, CvMeasure used, double[] link) {
        double[] means = new double[folds];
        double[] sizes = new double[folds];
        double[] losses = used == CvMeasure.AUC ? new double[0] : losses(data, used, link);
        for (int fold = 0; fold < folds; fold++) {
            int[] rows = rows(foldOf, fold, true);
            double sum = 0;
            for (int i : rows) {
                sizes[fold] += data.weights()[i];
                sum += losses.length == 0 ? 0 : data.weights()[i] * losses[i];
            }
            means[fold] = losses.length == 0 ? auc(data, rows, link) : sum / sizes[fold];
        }
        return WeightedMean.of(means, sizes);
    }

    /** Returns the weighted share of pairs of a positive and a negative in order, ties 1/2; NaN without a pair. */
    private static double auc(FitData data, int[] rows, double[] link) {
        double inOrder = 0;
        double pairs = 0;
        for (int i : rows) {
            for (int k : rows) {
                if (data.response()[i] > 0 && data.response()[k] == 0) {
                    double weight = data.weights()[i] * data.weights()[k];
                    int order = Double.compare(CvMeasure.probability(link[i]), CvMeasure.probability(link[k]));
                    pairs += weight;
                    inOrder += weight * (order > 0 ? 1 : order == 0 ? 0.5 : 0);
                }
            }
        }
        return inOrder / pairs;
    }

    /** Returns the first place whose mean is the best, or within one standard error of it. */
    private static int best(List<Double> means, List<Double> errors, CvMeasure used, boolean isOneSe) {
        int sign = used == CvMeasure.AUC ? -1 : 1;
        int lowest = -1;
        for (int m = 0; m < means.size(); m++) {
            if (lowest < 0 || sign * means.get(m) < sign * means.get(lowest) - TIE) {
                lowest = Double.isNaN(means.get(m)) ? lowest : m;
            }
        }
        if (lowest < 0) {
            throw new IllegalArgumentException("no fold has cases of both classes, so that none has an AUC");
        }
        double bar = sign * means.get(lowest) + (isOneSe ? errors.get(lowest) : 0) + TIE;
        for (int m = 0; m <= lowest; m++) {
            if (sign * means.get(m) <= bar) {
                return m;
            }
        }
        return lowest;
    }

    /** A mean of values that are not NaN, and its standard error. */
    private record WeightedMean(double mean, double standardError) {

        static WeightedMean of(double[] values, double[] weights) {
            double sum = 0;
            double whole = 0;
            int count = 0;
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    sum += weights[i] * values[i];
                    whole += weights[i];
                    count++;
                }
            }
            double mean = sum / whole;
            double squares = 0;
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    squares += weights[i] * (values[i] - mean) * (values[i] - mean);
                }
            }
            return new WeightedMean(mean, Math.sqrt(squares / whole / (count - 1)));
        }
    }
}
