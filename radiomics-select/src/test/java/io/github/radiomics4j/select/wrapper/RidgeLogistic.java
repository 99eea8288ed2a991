package io.github.radiomics4j.select.wrapper;

import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.List;

/** Logistic regression with C = 1 as in scikit-learn, Σ loss + ½ |w|² with a free intercept, by Newton's steps. */
final class RidgeLogistic implements Trainer<FeatureTable> {

    /** A fitted model that shows its coefficients. */
    record Fitted(List<String> names, double[] coefficients) implements Model<FeatureTable> {
        @Override
        public Predictions predict(FeatureTable table) {
            double[] probabilities = new double[table.caseCount()];
            Arrays.fill(probabilities, coefficients[names.size()]);
            for (int j = 0; j < names.size(); j++) {
                double[] column = table.column(names.get(j));
                for (int i = 0; i < column.length; i++) {
                    probabilities[i] += coefficients[j] * column[i];
                }
            }
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = 1 / (1 + Math.exp(-probabilities[i]));
            }
            return Predictions.of(table.caseIds(), probabilities);
        }
    }

    /** Squares of the coefficients, in the order of the table. */
    static double[] squares(Model<FeatureTable> model, FeatureTable table, Outcome outcome, long seed) {
        Fitted fitted = (Fitted) model;
        double[] squares = new double[table.columnCount()];
        for (int j = 0; j < squares.length; j++) {
            double w = fitted.coefficients()[
                    fitted.names().indexOf(table.columnNames().get(j))];
            squares[j] = w * w;
        }
        return squares;
    }

    @Override
    public Model<FeatureTable> fit(FeatureTable data, Outcome outcome, long seed) {
        boolean[] positive = outcome.positives(data.caseIds());
        int p = data.columnCount();
        double[][] x = new double[p + 1][];
        for (int j = 0; j < p; j++) {
            x[j] = data.column(data.columnNames().get(j));
        }
        x[p] = new double[positive.length];
        Arrays.fill(x[p], 1);
        double[] w = new double[p + 1];
        for (int step = 0; step < 12; step++) {
            step(x, positive, w);
        }
        return new Fitted(data.columnNames(), w);
    }

    private static void step(double[][] x, boolean[] positive, double[] w) {
        int m = w.length;
        int n = positive.length;
        double[] rest = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double eta = 0;
            for (int j = 0; j < m; j++) {
                eta += w[j] * x[j][i];
            }
            double probability = 1 / (1 + Math.exp(-eta));
            rest[i] = (positive[i] ? 1 : 0) - probability;
            weights[i] = probability * (1 - probability);
        }
        double[][] h = new double[m][m];
        double[] g = new double[m];
        for (int j = 0; j < m; j++) {
            g[j] = j < m - 1 ? -w[j] : 0;
            for (int i = 0; i < n; i++) {
                g[j] += x[j][i] * rest[i];
            }
            for (int k = 0; k <= j; k++) {
                double sum = j == k && j < m - 1 ? 1 : 0;
                for (int i = 0; i < n; i++) {
                    sum += x[j][i] * weights[i] * x[k][i];
                }
                h[j][k] = sum;
            }
        }
        solve(h, g);
        for (int j = 0; j < m; j++) {
            w[j] += g[j];
        }
    }

    /** Cholesky's; the lower half of {@code h} and {@code g} are overwritten, by factor and solution. */
    private static void solve(double[][] h, double[] g) {
        int m = g.length;
        for (int j = 0; j < m; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = h[j][k];
                for (int l = 0; l < k; l++) {
                    sum -= h[j][l] * h[k][l];
                }
                h[j][k] = j == k ? Math.sqrt(sum) : sum / h[k][k];
            }
        }
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < j; k++) {
                g[j] -= h[j][k] * g[k];
            }
            g[j] /= h[j][j];
        }
        for (int j = m - 1; j >= 0; j--) {
            for (int k = j + 1; k < m; k++) {
                g[j] -= h[k][j] * g[k];
            }
            g[j] /= h[j][j];
        }
    }
}
