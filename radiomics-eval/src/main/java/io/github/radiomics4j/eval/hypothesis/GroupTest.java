package io.github.radiomics4j.eval.hypothesis;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Tests of two or more groups of independent values: of their means, of their distributions, of their variances. With k
 * groups of n<sub>g</sub> values, mean m<sub>g</sub>, variance s<sub>g</sub>² and N values in all. Statistic and p-value are
 * NaN where they are 0 / 0, as of constant groups, or where a group is too small.
 */
public enum GroupTest {
    /** Equal means, if the variances are: F = Σ n (m<sub>g</sub> − m)² / (k − 1) / (Σ (n − 1) s² / (N − k)). */
    ANOVA {
        @Override
        Result sorted(double[][] groups) {
            return anova(groups);
        }
    },
    /** Equal means, whatever the variances (Welch 1951, doi 10.1093/biomet/38.3-4.330). */
    WELCH_ANOVA {
        @Override
        Result sorted(double[][] groups) {
            return welch(groups);
        }
    },
    /** Equal distributions, by ranks with the correction for ties (Kruskal and Wallis 1952, doi 10.2307/2280779). */
    KRUSKAL_WALLIS {
        @Override
        Result sorted(double[][] groups) {
            return kruskal(groups);
        }
    },
    /** Equal variances, if the values are normal (Bartlett 1937, doi 10.1098/rspa.1937.0109). */
    BARTLETT {
        @Override
        Result sorted(double[][] groups) {
            return bartlett(groups);
        }
    },
    /** Equal variances: {@link #ANOVA} of |x − m<sub>g</sub>| (Levene 1960). */
    LEVENE {
        @Override
        Result sorted(double[][] groups) {
            return anova(distances(groups, false));
        }
    },
    /** Equal variances: {@link #ANOVA} of |x − median| (Brown and Forsythe 1974, doi 10.2307/2285659); "Levene" in R and SciPy. */
    BROWN_FORSYTHE {
        @Override
        Result sorted(double[][] groups) {
            return anova(distances(groups, true));
        }
    },
    /** Equal variances, by the normal scores of the ranks of |x − median| (Fligner and Killeen 1976, doi 10.2307/2285771). */
    FLIGNER_KILLEEN {
        @Override
        Result sorted(double[][] groups) {
            return fligner(groups);
        }
    };

    /**
     * What a test found.
     *
     * @param statistic F; of {@link #KRUSKAL_WALLIS}, {@link #BARTLETT} and {@link #FLIGNER_KILLEEN} chi-square
     * @param degreesOfFreedom k − 1
     * @param residualDegreesOfFreedom of the denominator of F; infinite for chi-square
     * @param pValue of groups that do not differ
     */
    public record Result(double statistic, double degreesOfFreedom, double residualDegreesOfFreedom, double pValue) {}

    /**
     * Tests groups.
     *
     * @param groups two or more, none empty, finite; not modified
     */
    public Result test(double[]... groups) {
        if (groups.length < 2) {
            throw new IllegalArgumentException("there must be two groups or more, found " + groups.length);
        }
        return checked(Samples.sorted(groups));
    }

    /**
     * Tests the values of the positive cases against those of the others.
     *
     * @param values finite; not modified
     * @param positive in the same order, both classes; not modified
     */
    public Result test(double[] values, boolean[] positive) {
        return checked(Samples.sorted(values, positive));
    }

    private Result checked(double[][] groups) {
        for (int g = 0; g < groups.length; g++) {
            if (groups[g].length == 0) {
                throw new IllegalArgumentException("a group must have values, found none in that at " + g);
            }
        }
        return sorted(groups);
    }

    /** Tests groups that are sorted; not modified. */
    abstract Result sorted(double[][] groups);

    private static int count(double[][] groups) {
        int count = 0;
        for (double[] group : groups) {
            count += group.length;
        }
        return count;
    }

    private static Result f(double statistic, double freedom, double residual) {
        double p = Double.isNaN(statistic) || !(residual > 0)
                ? Double.NaN
                : statistic == Double.POSITIVE_INFINITY
                        ? 0
                        : FDistribution.of(freedom, residual).survivalProbability(statistic);
        return new Result(Double.isNaN(p) ? Double.NaN : statistic, freedom, residual, p);
    }

    private static Result chiSquare(double statistic, double freedom) {
        double p = Double.isNaN(statistic)
                ? Double.NaN
                : ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
        return new Result(statistic, freedom, Double.POSITIVE_INFINITY, p);
    }

    private static Result anova(double[][] groups) {
        int n = count(groups);
        double mean = Samples.mean(Samples.pooled(groups));
        double between = 0;
        double within = 0;
        for (double[] group : groups) {
            double own = Samples.mean(group);
            between += group.length * (own - mean) * (own - mean);
            within += Samples.squares(group, own);
        }
        int freedom = groups.length - 1;
        int residual = n - groups.length;
        return f(between / freedom / (within / residual), freedom, residual);
    }

    private static Result welch(double[][] groups) {
        int k = groups.length;
        double[] weights = new double[k];
        double[] means = new double[k];
        double sum = 0;
        double mean = 0;
        for (int g = 0; g < k; g++) {
            means[g] = Samples.mean(groups[g]);
            weights[g] = groups[g].length / Samples.variance(groups[g], means[g]);
            sum += weights[g];
            mean += weights[g] * means[g];
        }
        mean /= sum;
        double between = 0;
        double spread = 0;
        for (int g = 0; g < k; g++) {
            double rest = 1 - weights[g] / sum;
            between += weights[g] * (means[g] - mean) * (means[g] - mean);
            spread += rest * rest / (groups[g].length - 1);
        }
        spread /= (double) k * k - 1;
        return f(between / ((k - 1) * (1 + 2 * (k - 2) * spread)), k - 1, 1 / (3 * spread));
    }

    private static Result kruskal(double[][] groups) {
        double[] all = Samples.pooled(groups);
        double n = all.length;
        double between = 0;
        for (double[] group : groups) {
            long doubled = 0;
            for (double value : group) {
                doubled += Samples.doubledRank(all, value);
            }
            double from = doubled / 2.0 - group.length * (n + 1) / 2;
            between += from * from / group.length;
        }
        double ties = 1 - Samples.tieTerm(all) / (n * n * n - n);
        return chiSquare(12 * between / (n * (n + 1)) / ties, groups.length - 1);
    }

    private static Result bartlett(double[][] groups) {
        int k = groups.length;
        int freedom = count(groups) - k;
        double pooled = 0;
        double logs = 0;
        double inverse = 0;
        for (double[] group : groups) {
            double variance = Samples.variance(group, Samples.mean(group));
            int own = group.length - 1;
            pooled += own * variance / freedom;
            logs += own * Math.log(variance);
            inverse += 1.0 / own;
        }
        double correction = 1 + (inverse - 1.0 / freedom) / (3 * (k - 1));
        return chiSquare((freedom * Math.log(pooled) - logs) / correction, k - 1);
    }

    /** Returns |x − center| by group, sorted. */
    private static double[][] distances(double[][] groups, boolean isMedian) {
        double[][] distances = new double[groups.length][];
        for (int g = 0; g < groups.length; g++) {
            double center = isMedian ? Samples.median(groups[g]) : Samples.mean(groups[g]);
            double[] own = new double[groups[g].length];
            for (int i = 0; i < own.length; i++) {
                own[i] = Math.abs(groups[g][i] - center);
            }
            distances[g] = Samples.sorted(own);
        }
        return distances;
    }

    private static Result fligner(double[][] groups) {
        double[][] distances = distances(groups, true);
        double[] all = Samples.pooled(distances);
        int n = all.length;
        if (all[0] == all[n - 1]) {
            return chiSquare(Double.NaN, groups.length - 1);
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double sum = 0;
        double squares = 0;
        double[] sums = new double[groups.length];
        for (int g = 0; g < groups.length; g++) {
            for (double distance : distances[g]) {
                double rank = Samples.doubledRank(all, distance) / 2.0;
                double score = normal.inverseCumulativeProbability((1 + rank / (n + 1.0)) / 2);
                sums[g] += score;
                sum += score;
                squares += score * score;
            }
        }
        double mean = sum / n;
        double statistic = 0;
        for (int g = 0; g < groups.length; g++) {
            double from = sums[g] / groups[g].length - mean;
            statistic += groups[g].length * from * from;
        }
        return chiSquare(statistic / ((squares - n * mean * mean) / (n - 1)), groups.length - 1);
    }
}
