package io.github.radiomics4j.select.lasso;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Paths of glmnet 4.1-6 at threshold 1e-22: λ, intercepts, coefficients, df, deviance ratios. */
class GlmnetOracleTest {
    private static final Golden SMALL = Golden.json("glmnet_small.json");

    /** Coefficients are held at 1e-7 of a standard deviation of their column. */
    private static final double COEFFICIENT = 1e-7;

    @Test
    void allPathsAreThere() {
        assertThat(SMALL.get("cases").items()).hasSize(38);
        assertThat(SMALL.get("cases").items().stream()
                        .mapToInt(
                                one -> (int) one.get("expected").get("n_lambda").number())
                        .sum())
                .isEqualTo(2719);
    }

    @TestFactory
    Stream<DynamicTest> pathsAreThoseOfGlmnet() {
        return SMALL.get("cases").items().stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> check(one)));
    }

    private static void check(Golden one) {
        Input input = Input.of(one.get("input"));
        ElasticNet net = net(one.get("family").text(), one.get("args"));
        ElasticNetPath path = net.fit(input.columns, input.response);
        Golden expected = one.get("expected");
        assertThat(path.hasConverged()).isTrue();
        assertThat(path.points()).hasSize((int) expected.get("n_lambda").number());
        assertRelative(
                "null deviance", path.nullDeviance(), expected.get("nulldev").number(), 1e-9);
        int first = net.alpha() == 0 && net.lambdas() instanceof LambdaPath.Computed ? 1 : 0; // see README
        double[] lambdas = expected.get("lambda").numbers();
        double[] intercepts = expected.get("a0").numbers();
        double[] ratios = expected.get("dev_ratio").numbers();
        double[] df = expected.get("df").numbers();
        List<Golden> rows = expected.get("beta_rows_per_lambda").items();
        int checked = 0;
        for (int m = first; m < lambdas.length; m++) {
            PathPoint point = path.points().get(m);
            String what = one.get("id").text() + " lambda " + (m + 1) + " ";
            assertRelative(what, point.lambda(), lambdas[m], 1e-12);
            assertNear(what + "deviance", point.devianceRatio(), ratios[m], 1e-9);
            assertThat(point.df()).as(what).isEqualTo((int) df[m]);
            double[] beta = rows.get(m).numbers();
            double[] found = point.coefficients().dense();
            double shift = 0;
            for (int j = 0; j < beta.length; j++) {
                double sd = sd(input.columns[j]);
                assertNear(what + "column " + j, found[j] * sd, beta[j] * sd, COEFFICIENT);
                shift += Math.abs(mean(input.columns[j]) / sd);
                checked++;
            }
            assertNear(what + "intercept", point.intercept(), intercepts[m], COEFFICIENT * (1 + shift));
        }
        assertThat(checked).isEqualTo((lambdas.length - first) * input.columns.length);
    }

    static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double sd(double... values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    static ElasticNet net(String family, Golden args) {
        ElasticNet net = ElasticNet.withDefaults(family.equals("binomial") ? Family.BINOMIAL : Family.GAUSSIAN)
                .withThreshold(1e-22)
                .withMaximumPasses(1_000_000_000);
        for (Map.Entry<String, Golden> arg : args.members().entrySet()) {
            Golden value = arg.getValue();
            net = switch (arg.getKey()) {
                case "family" -> net;
                case "alpha" -> net.withAlpha(value.number());
                case "lambda" -> net.withLambdas(LambdaPath.of(value.numbers()));
                case "standardize" -> net.withStandardized(value.truth());
                case "intercept" -> net.withIntercept(value.truth());
                case "weights" -> net.withWeights(value.numbers());
                case "penalty.factor" -> net.withPenaltyFactors(value.numbers());
                case "lower.limits" -> net.withNonNegative(value.number() == 0);
                default -> throw new IllegalArgumentException(arg.getKey());
            };
        }
        return net;
    }

    /** Columns and response of a file. */
    static final class Input {
        final double[][] columns;
        final double[] response;

        private Input(double[][] columns, double[] response) {
            this.columns = columns;
            this.response = response;
        }

        static Input of(Golden input) {
            String file = input.get("file").text();
            Map<String, double[]> all = new LinkedHashMap<>(Golden.columns(file.substring(file.lastIndexOf('/') + 1)));
            double[] response = all.get(input.get("y").text());
            List<double[]> columns = new ArrayList<>();
            all.forEach((name, values) -> {
                boolean isColumn = file.contains("small_lm") ? name.matches("x\\d+") : !name.equals("y");
                if (isColumn) {
                    columns.add(values);
                }
            });
            return new Input(columns.toArray(double[][]::new), response);
        }
    }
}
