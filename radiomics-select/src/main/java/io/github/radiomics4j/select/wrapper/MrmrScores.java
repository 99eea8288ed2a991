package io.github.radiomics4j.select.wrapper;

import io.github.radiomics4j.eval.hypothesis.TTest;
import java.util.Arrays;

/** The scores of one criterion while columns are selected one after the other. */
abstract class MrmrScores {
    final double[] relevance;
    final double[] sums;
    private int selected;

    MrmrScores(double[] relevance) {
        this.relevance = relevance;
        this.sums = new double[relevance.length];
    }

    /** Takes the pairs of each column with the one that has just been selected into account. */
    void select(int column) {
        selected++;
        for (int j = 0; j < sums.length; j++) {
            sums[j] = join(sums[j], pair(j, column));
        }
    }

    final double score(int j) {
        return selected == 0 ? relevance[j] : score(relevance[j], sums[j], selected);
    }

    double join(double before, double pair) {
        return before + pair;
    }

    abstract double pair(int j, int column);

    abstract double score(double relevance, double sum, int selected);

    static MrmrScores of(MrmrCriterion criterion, int bins, double[][] columns, boolean[] positive) {
        return switch (criterion) {
            case MID, MIQ, JMI, CMIM, MIM -> new Discrete(criterion, bins, columns, positive);
            case FCQ, FCD -> new Linear(criterion, fStatistics(columns, positive), columns);
            case GAUSSIAN_MID -> {
                double[] y = new double[positive.length];
                Arrays.setAll(y, i -> positive[i] ? 1 : 0);
                yield new Linear(
                        criterion,
                        Arrays.stream(columns)
                                .mapToDouble(x -> normalInformation(correlation(x, y)))
                                .toArray(),
                        columns);
            }
        };
    }

    /** F of the analysis of variance of two classes, t²; infinite where neither class varies. */
    private static double[] fStatistics(double[][] columns, boolean[] positive) {
        return Arrays.stream(columns)
                .mapToDouble(x -> TTest.withDefaults()
                        .withVariances(TTest.Variances.POOLED)
                        .test(x, positive)
                        .statistic())
                .map(t -> Double.isNaN(t) ? Double.POSITIVE_INFINITY : t * t)
                .toArray();
    }

    /** −½ ln(1 − r²), at most that of the largest r below 1. */
    private static double normalInformation(double r) {
        return -0.5 * Math.log(Math.max(1 - r * r, Math.ulp(1.0)));
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx) / Math.sqrt(yy);
    }

    /** By information of values in bins. */
    private static final class Discrete extends MrmrScores {
        private final MrmrCriterion criterion;
        private final DiscreteColumn[] columns;
        private final DiscreteColumn y;

        Discrete(MrmrCriterion criterion, int bins, double[][] values, boolean[] positive) {
            this(criterion, discrete(values, bins), DiscreteColumn.of(positive));
        }

        private Discrete(MrmrCriterion criterion, DiscreteColumn[] columns, DiscreteColumn y) {
            super(Arrays.stream(columns).mapToDouble(x -> x.information(y)).toArray());
            this.criterion = criterion;
            this.columns = columns;
            this.y = y;
            if (criterion == MrmrCriterion.CMIM) {
                Arrays.fill(sums, Double.POSITIVE_INFINITY);
            }
        }

        private static DiscreteColumn[] discrete(double[][] values, int bins) {
            return Arrays.stream(values)
                    .map(x -> DiscreteColumn.equalFrequency(x, bins))
                    .toArray(DiscreteColumn[]::new);
        }

        @Override
        double pair(int j, int column) {
            return switch (criterion) {
                case JMI -> columns[j].and(columns[column]).information(y);
                case CMIM -> columns[j].informationGiven(columns[column], y);
                case MIM -> 0;
                default -> columns[j].information(columns[column]);
            };
        }

        @Override
        double join(double before, double pair) {
            return criterion == MrmrCriterion.CMIM ? Math.min(before, pair) : before + pair;
        }

        @Override
        double score(double relevance, double sum, int selected) {
            return switch (criterion) {
                case MIQ -> relevance == 0 ? 0 : relevance / (sum / selected);
                case JMI -> sum;
                case CMIM -> Math.min(relevance, sum);
                case MIM -> relevance;
                default -> relevance - sum / selected;
            };
        }
    }

    /** By correlations. */
    private static final class Linear extends MrmrScores {
        private static final double LEAST = 0.001;
        private final MrmrCriterion criterion;
        private final double[][] columns;

        Linear(MrmrCriterion criterion, double[] relevance, double[][] columns) {
            super(relevance);
            this.criterion = criterion;
            this.columns = columns;
        }

        @Override
        double pair(int j, int column) {
            double r = correlation(columns[j], columns[column]);
            return criterion == MrmrCriterion.GAUSSIAN_MID ? normalInformation(r) : Math.max(Math.abs(r), LEAST);
        }

        @Override
        double score(double relevance, double sum, int selected) {
            double mean = sum / selected;
            return criterion == MrmrCriterion.FCQ ? relevance / mean : relevance - mean;
        }
    }
}
