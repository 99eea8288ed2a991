package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.eval.hypothesis.PAdjustment;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The variance of the area under a ROC curve, and tests of areas, without a model of the scores (DeLong, DeLong and
 * Clarke-Pearson 1988, doi 10.2307/2531595), in O(n log n) (Sun and Xu 2014, doi 10.1109/LSP.2014.2337313).
 *
 * <p>With m positive cases of placements V₁₀ and n negative cases of placements V₀₁,
 *
 * <pre>{@code
 * AUC = mean V₁₀      var = S₁₀ / m + S₀₁ / n      S: variance of the placements, divisor m − 1 and n − 1
 * PLAIN  AUC ± z √var, clipped to [0, 1]
 * LOGIT  logit⁻¹(logit AUC ± z √var / (AUC (1 − AUC)))
 * }</pre>
 *
 * <p>At areas of 0 and 1, and for constant scores, the variance is 0 and the interval says nothing: {@link
 * AucEstimate#exactInterval()} and {@link HanleyMcNeil} do.
 *
 * <p>Paired tests hold for two models on the same cases: z = (AUC₁ − AUC₂) / √(var₁ + var₂ − 2 cov). Unpaired ones are for
 * two samples: t with Satterthwaite's degrees of freedom, as pROC has it.
 *
 * @param level of the intervals
 * @param scale on which an area's interval is symmetric; a difference's is always plain
 */
public record DeLong(double level, CiScale scale) {

    /** Checks the level. */
    public DeLong {
        Interval.requireLevel(level);
        Objects.requireNonNull(scale, "scale");
    }

    /** Returns 95 % intervals on the plain scale, pROC's and the literature's; prefer {@link CiScale#LOGIT} below n = 100. */
    public static DeLong withDefaults() {
        return new DeLong(0.95, CiScale.PLAIN);
    }

    /** Returns a copy with another confidence level. */
    public DeLong withLevel(double level) {
        return new DeLong(level, scale);
    }

    /** Returns a copy with intervals on another scale. */
    public DeLong withScale(CiScale scale) {
        return new DeLong(level, scale);
    }

    /**
     * Returns the area of {@code scores}, with its uncertainty.
     *
     * @param scores finite; larger ones speak for the positive class; not modified
     * @param positive the truth, in the same order; not modified
     * @throws IllegalArgumentException if a score is not finite or a class has no case
     */
    public AucEstimate estimate(double[] scores, boolean[] positive) {
        return estimate(DeLongCovariance.of(positive, scores));
    }

    /** Returns the area of predictions, joined with the outcome by case id. */
    public AucEstimate estimate(Predictions predictions, Outcome outcome) {
        return estimate(predictions.probabilities(), predictions.positives(outcome));
    }

    private AucEstimate estimate(DeLongCovariance covariance) {
        return AucEstimate.of(
                covariance.auc(0),
                covariance.covariance(0, 0),
                covariance.positives(),
                covariance.negatives(),
                level,
                scale);
    }

    /**
     * Tests whether two models have the same area on the same cases.
     *
     * @param first finite scores of the first model; not modified
     * @param second finite scores of the second model for the same cases in the same order; not modified
     * @param positive the truth, in the same order; not modified
     * @throws IllegalArgumentException if a score is not finite or a class has fewer than two cases
     */
    public AucComparison test(double[] first, double[] second, boolean[] positive) {
        DeLongCovariance covariance = DeLongCovariance.of(positive, first, second);
        covariance.requireTwo();
        return paired(covariance, 0, 1);
    }

    private AucComparison paired(DeLongCovariance covariance, int first, int second) {
        double difference = covariance.auc(first) - covariance.auc(second);
        double error = Math.sqrt(Math.max(0, covariance.varianceOfDifference(first, second)));
        return comparison(covariance.auc(first), covariance.auc(second), difference, error, Double.POSITIVE_INFINITY);
    }

    /**
     * Tests whether two models have the same area on the same cases, joined by case id.
     *
     * @throws IllegalArgumentException if the two have not predicted the same cases; those of one alone are named
     */
    public AucComparison test(Predictions first, Predictions second, Outcome outcome) {
        requireSameCases(first, second);
        return test(first.probabilities(), second.rows(first.caseIds()).probabilities(), first.positives(outcome));
    }

    /**
     * Tests each pair of several models on the same cases, with Holm's adjustment, and the hypothesis that all areas are
     * equal: (L θ)' (L S L')⁻¹ L θ with areas θ, their covariance S and L = [I | −1], as chi-square with the rank of L S L'
     * as its degrees of freedom.
     *
     * @param scores finite scores by name of the model, for the same cases in the same order; at least two models
     * @param positive the truth, in the same order; not modified
     * @throws IllegalArgumentException if a score is not finite or a class has fewer than two cases
     */
    public AucComparisons testAll(Map<String, double[]> scores, boolean[] positive) {
        if (scores.size() < 2) {
            throw new IllegalArgumentException("a comparison needs two models or more, found " + scores.keySet());
        }
        List<String> models = List.copyOf(scores.keySet());
        DeLongCovariance covariance =
                DeLongCovariance.of(positive, scores.values().toArray(new double[0][]));
        covariance.requireTwo();
        List<AucComparisons.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            for (int j = i + 1; j < models.size(); j++) {
                AucComparison comparison = paired(covariance, i, j);
                pairs.add(new AucComparisons.Pair(models.get(i), models.get(j), comparison, comparison.pValue()));
            }
        }
        double[] adjusted = PAdjustment.HOLM.adjust(
                pairs.stream().mapToDouble(pair -> pair.comparison().pValue()).toArray());
        List<AucComparisons.Pair> withAdjusted = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            AucComparisons.Pair pair = pairs.get(i);
            withAdjusted.add(new AucComparisons.Pair(pair.first(), pair.second(), pair.comparison(), adjusted[i]));
        }
        return allAtOnce(models, covariance, withAdjusted);
    }

    /**
     * Tests each pair of several models on the same cases, joined by case id.
     *
     * @throws IllegalArgumentException if the models have not predicted the same cases; those of one alone are named
     */
    public AucComparisons testAll(Map<String, Predictions> models, Outcome outcome) {
        Predictions first = models.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a comparison needs two models or more, found none"));
        Map<String, double[]> scores = new LinkedHashMap<>();
        models.forEach((name, predictions) -> {
            requireSameCases(first, predictions);
            scores.put(name, predictions.rows(first.caseIds()).probabilities());
        });
        return testAll(scores, first.positives(outcome));
    }

    private static AucComparisons allAtOnce(
            List<String> models, DeLongCovariance covariance, List<AucComparisons.Pair> pairs) {
        int last = models.size() - 1;
        double[] aucs = new double[models.size()];
        double[][] all = new double[models.size()][models.size()];
        for (int i = 0; i <= last; i++) {
            aucs[i] = covariance.auc(i);
            for (int j = 0; j <= last; j++) {
                all[i][j] = covariance.covariance(i, j);
            }
        }
        double[] differences = new double[last];
        double[][] ofDifferences = new double[last][last];
        for (int i = 0; i < last; i++) {
            differences[i] = aucs[i] - aucs[last];
            for (int j = 0; j < last; j++) {
                ofDifferences[i][j] = all[i][j] - all[i][last] - all[last][j] + all[last][last];
            }
        }
        var decomposition = new SingularValueDecomposition(new Array2DRowRealMatrix(ofDifferences));
        int freedom = decomposition.getNorm() == 0 ? 0 : decomposition.getRank();
        RealVector theta = new ArrayRealVector(differences);
        double statistic =
                freedom == 0 ? 0 : theta.dotProduct(decomposition.getSolver().solve(theta));
        double p = freedom == 0 ? 1 : ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
        return new AucComparisons(models, aucs, all, pairs, statistic, freedom, p);
    }

    static void requireSameCases(Predictions first, Predictions second) {
        Set<String> onlyFirst = new LinkedHashSet<>(first.caseIds());
        second.caseIds().forEach(onlyFirst::remove);
        Set<String> onlySecond = new LinkedHashSet<>(second.caseIds());
        first.caseIds().forEach(onlySecond::remove);
        if (!onlyFirst.isEmpty() || !onlySecond.isEmpty()) {
            throw new IllegalArgumentException("a paired test needs predictions of the same cases, found only in the"
                    + " first: " + onlyFirst + ", only in the second: " + onlySecond);
        }
    }

    /**
     * Tests whether two samples of different cases have the same area.
     *
     * @throws IllegalArgumentException if a score is not finite or a class has fewer than two cases
     */
    public AucComparison testUnpaired(
            double[] first, boolean[] firstPositive, double[] second, boolean[] secondPositive) {
        DeLongCovariance one = DeLongCovariance.of(firstPositive, first);
        DeLongCovariance other = DeLongCovariance.of(secondPositive, second);
        one.requireTwo();
        other.requireTwo();
        double v1 = one.covariance(0, 0);
        double v2 = other.covariance(0, 0);
        double freedom = (v1 + v2) * (v1 + v2) / (v1 * v1 / (first.length - 1) + v2 * v2 / (second.length - 1));
        return comparison(one.auc(0), other.auc(0), one.auc(0) - other.auc(0), Math.sqrt(v1 + v2), freedom);
    }

    private AucComparison comparison(
            double first, double second, double difference, double error, double degreesOfFreedom) {
        boolean isT = degreesOfFreedom < Double.POSITIVE_INFINITY;
        double statistic = difference == 0 && error == 0 ? 0 : difference / error;
        double size = Math.abs(statistic);
        double p;
        double quantile;
        if (isT) {
            TDistribution t = TDistribution.of(degreesOfFreedom);
            p = 2 * t.survivalProbability(size);
            quantile = t.inverseSurvivalProbability((1 - level) / 2);
        } else {
            NormalDistribution normal = NormalDistribution.of(0, 1);
            p = 2 * normal.survivalProbability(size);
            quantile = normal.inverseSurvivalProbability((1 - level) / 2);
        }
        Interval interval = new Interval(difference - quantile * error, difference + quantile * error, level);
        return new AucComparison(
                first, second, error, statistic, degreesOfFreedom, Math.min(1, p), interval, error == 0);
    }
}
