package io.github.radiomics4j.select.lasso;

import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.table.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that {@link Lasso} keeps, with the model that kept them. A dropped column's score is the largest λ of the path
 * at which it has a coefficient, NaN if there is none. Immutable.
 */
public final class LassoSelection implements Selection {
    private final ElasticNetPath path;
    private final Optional<CvCurve> curve;
    private final PathPoint model;
    private final Map<String, Double> coefficients = new LinkedHashMap<>();
    private final List<Dropped> dropped;

    LassoSelection(
            List<String> names,
            double[][] columns,
            ElasticNetPath path,
            Optional<CvCurve> curve,
            PathPoint model,
            String how) {
        this.path = path;
        this.curve = curve;
        this.model = model;
        List<Dropped> out = new ArrayList<>();
        double[] beta = model.coefficients().dense();
        double[] entry = entries(path);
        for (int j = 0; j < beta.length; j++) {
            if (beta[j] != 0) {
                coefficients.put(names.get(j), beta[j]);
            } else {
                String reason = hasOneValue(columns[j])
                        ? "one value in every case"
                        : "coefficient 0 at lambda " + model.lambda() + " (" + how + ")";
                out.add(new Dropped(names.get(j), entry[j], reason));
            }
        }
        dropped = List.copyOf(out);
    }

    private static double[] entries(ElasticNetPath path) {
        double[] entry = new double[path.columnCount()];
        Arrays.fill(entry, Double.NaN);
        for (PathPoint point : path.points()) {
            for (int column : point.coefficients().columns()) {
                if (Double.isNaN(entry[column])) {
                    entry[column] = point.lambda();
                }
            }
        }
        return entry;
    }

    private static boolean hasOneValue(double[] column) {
        for (double value : column) {
            if (value != column[0]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<String> kept() {
        return List.copyOf(coefficients.keySet());
    }

    @Override
    public List<Dropped> dropped() {
        return dropped;
    }

    /** Returns the path of models that λ was taken from. */
    public ElasticNetPath path() {
        return path;
    }

    /** Returns what cross-validation found; empty where the rule needs none. */
    public Optional<CvCurve> crossValidation() {
        return curve;
    }

    /** Returns the λ taken. */
    public double lambda() {
        return model.lambda();
    }

    /** Returns β₀. */
    public double intercept() {
        return model.intercept();
    }

    /** Returns the coefficient of each kept column, in their order, on the scale of the table. */
    public Map<String, Double> coefficients() {
        return Collections.unmodifiableMap(coefficients);
    }

    /**
     * Returns the rad-score of every case, β₀ + Σ β<sub>j</sub> x<sub>j</sub>: BINOMIAL the log odds of the positive class.
     *
     * @param table with every kept column, in any order
     * @return one per case, in the order of the table; NaN where a kept column is
     * @throws IllegalArgumentException if a kept column is missing; all such columns are named
     */
    public double[] radScore(FeatureTable table) {
        FeatureTable of = table.columns(kept());
        double[] score = new double[table.caseCount()];
        Arrays.fill(score, model.intercept());
        coefficients.forEach((name, coefficient) -> {
            double[] column = of.column(name);
            for (int i = 0; i < score.length; i++) {
                score[i] += coefficient * column[i];
            }
        });
        return score;
    }

    /** Returns the rad-score as a text, every number with all its digits: {@code -1.5 + 0.25 * first - 3.0 * second}. */
    public String formula() {
        StringBuilder text = new StringBuilder(Double.toString(model.intercept()));
        coefficients.forEach((name, coefficient) -> text.append(coefficient < 0 ? " - " : " + ")
                .append(Math.abs(coefficient))
                .append(" * ")
                .append(name));
        return text.toString();
    }

    @Override
    public String toString() {
        return "LassoSelection[" + coefficients.size() + " of " + path.columnCount() + " columns at lambda "
                + model.lambda() + "]";
    }
}
