package io.github.radiomics4j.feature;

import java.util.Arrays;

/** The twin of {@link GlcmStatistics}: every definition by its letter, on a full matrix of probabilities. */
final class NaiveGlcmFeatures {
    private static final double EPSILON = Math.ulp(1.0);

    private final int n;
    private final double[][] p;
    private final double[] px;
    private final double[] py;
    private final double meanX;
    private final double meanY;

    NaiveGlcmFeatures(int[][] counts) {
        n = counts.length;
        p = new double[n + 1][n + 1];
        px = new double[n + 1];
        py = new double[n + 1];
        double total = 0;
        for (int[] row : counts) {
            for (int count : row) {
                total += count;
            }
        }
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                p[i][j] = counts[i - 1][j - 1] / total;
                px[i] += p[i][j];
                py[j] += p[i][j];
            }
        }
        meanX = sum((i, j) -> i);
        meanY = sum((i, j) -> j);
    }

    private interface Term {
        double of(int i, int j);
    }

    private double sum(Term term) {
        double sum = 0;
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                sum += term.of(i, j) * p[i][j];
            }
        }
        return sum;
    }

    double of(GlcmFeature feature) {
        return switch (feature) {
            case AUTOCORRELATION -> sum((i, j) -> i * j);
            case CLUSTER_PROMINENCE -> sum((i, j) -> Math.pow(i + j - meanX - meanY, 4));
            case CLUSTER_SHADE -> sum((i, j) -> Math.pow(i + j - meanX - meanY, 3));
            case CLUSTER_TENDENCY, SUM_VARIANCE -> sum((i, j) -> Math.pow(i + j - meanX - meanY, 2));
            case CONTRAST -> sum((i, j) -> (i - j) * (i - j));
            case CORRELATION -> correlation();
            case DIFFERENCE_AVERAGE, DISSIMILARITY -> sum((i, j) -> Math.abs(i - j));
            case DIFFERENCE_ENTROPY -> entropy(differences());
            case DIFFERENCE_VARIANCE -> {
                double average = sum((i, j) -> Math.abs(i - j));
                yield sum((i, j) -> Math.pow(Math.abs(i - j) - average, 2));
            }
            case ID -> sum((i, j) -> 1.0 / (1 + Math.abs(i - j)));
            case IDM -> sum((i, j) -> 1.0 / (1 + (i - j) * (i - j)));
            case IDMN -> sum((i, j) -> 1 / (1 + Math.pow((double) (i - j) / n, 2)));
            case IDN -> sum((i, j) -> 1 / (1 + (double) Math.abs(i - j) / n));
            case IMC1 -> {
                double larger = Math.max(entropy(px), entropy(py));
                double cross = -sum((i, j) -> log2(px[i] * py[j] + EPSILON));
                yield larger == 0 ? 0 : (jointEntropy() - cross) / larger;
            }
            case IMC2 -> {
                double independent = 0;
                for (int i = 1; i <= n; i++) {
                    for (int j = 1; j <= n; j++) {
                        independent -= px[i] * py[j] * log2(px[i] * py[j] + EPSILON);
                    }
                }
                double information = independent - jointEntropy();
                yield information == 0 ? 0 : Math.sqrt(1 - Math.exp(-2 * information));
            }
            case INVERSE_VARIANCE -> sum((i, j) -> i == j ? 0 : 1.0 / (i - j) / (i - j));
            case JOINT_AVERAGE -> meanX;
            case JOINT_ENERGY -> sum((i, j) -> p[i][j]);
            case JOINT_ENTROPY -> jointEntropy();
            case MCC -> maximalCorrelation();
            case MAXIMUM_PROBABILITY -> {
                double maximum = 0;
                for (double[] row : p) {
                    for (double value : row) {
                        maximum = Math.max(maximum, value);
                    }
                }
                yield maximum;
            }
            case SUM_AVERAGE -> sum((i, j) -> i + j);
            case SUM_ENTROPY -> {
                double[] sums = new double[2 * n + 1];
                for (int i = 1; i <= n; i++) {
                    for (int j = 1; j <= n; j++) {
                        sums[i + j] += p[i][j];
                    }
                }
                yield entropy(sums);
            }
            case SUM_SQUARES -> sum((i, j) -> (i - meanX) * (i - meanX));
        };
    }

    private double correlation() {
        if (occupied(px) == 1 || occupied(py) == 1) {
            return 1; // no deviation; the sum below would leave a rounding error of zero
        }
        double deviations = Math.sqrt(sum((i, j) -> (i - meanX) * (i - meanX)))
                * Math.sqrt(sum((i, j) -> (j - meanY) * (j - meanY)));
        return sum((i, j) -> (i - meanX) * (j - meanY)) / (deviations + EPSILON);
    }

    private static long occupied(double[] marginal) {
        return Arrays.stream(marginal).filter(value -> value > 0).count();
    }

    private double jointEntropy() {
        return -sum((i, j) -> log2(p[i][j] + EPSILON));
    }

    private double[] differences() {
        double[] differences = new double[n];
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                differences[Math.abs(i - j)] += p[i][j];
            }
        }
        return differences;
    }

    private static double entropy(double[] p) {
        double entropy = 0;
        for (double value : p) {
            entropy -= value * log2(value + EPSILON);
        }
        return entropy;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** √ of the second eigenvalue of S Sᵀ by Jacobi's rotations. */
    private double maximalCorrelation() {
        double[][] s = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                s[i][j] = p[i + 1][j + 1] / Math.sqrt(px[i + 1] * py[j + 1] + EPSILON);
            }
        }
        return Math.sqrt(Math.max(0, secondEigenvalue(s)));
    }

    /** Returns the second largest eigenvalue of s sᵀ, 0 when it has one row. */
    static double secondEigenvalue(double[][] s) {
        int n = s.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < s[i].length; k++) {
                    a[i][j] += s[i][k] * s[j][k];
                }
            }
        }
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    rotate(a, i, j);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        java.util.Arrays.sort(values);
        return n < 2 ? 0 : values[n - 2];
    }

    private static void rotate(double[][] a, int i, int j) {
        if (Math.abs(a[i][j]) < 1e-300) {
            return;
        }
        double theta = (a[j][j] - a[i][i]) / (2 * a[i][j]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(t * t + 1);
        double sine = t * cosine;
        for (int k = 0; k < a.length; k++) {
            double x = a[k][i];
            double y = a[k][j];
            a[k][i] = cosine * x - sine * y;
            a[k][j] = sine * x + cosine * y;
        }
        for (int k = 0; k < a.length; k++) {
            double x = a[i][k];
            double y = a[j][k];
            a[i][k] = cosine * x - sine * y;
            a[j][k] = sine * x + cosine * y;
        }
    }
}
