package io.github.radiomics4j.select.lasso;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** 160 cases of 1197 columns: four paths and twelve curves of glmnet 4.1-6 at threshold 1e-22. */
class GlmnetRadiomicsOracleTest {
    private static final Golden EXPECTED = Golden.json("glmnet_radiomics.json");

    /** Of coefficients, in units of one over the standard deviation of their column. */
    private static final double COEFFICIENT = 1e-6;

    /** Rows of glmnet_radiomics_coefs.csv.gz of each path: the coefficients that are not 0. */
    private static final Map<String, Integer> ROWS =
            Map.of("bin_a1", 5100, "bin_a0.5", 8957, "gauss01_a1", 8414, "bin_a1_zscore_n1_nostd", 5100);

    private final RadiomicsData data = new RadiomicsData();

    @TestFactory
    Stream<DynamicTest> pathsAreThoseOfGlmnet() {
        Map<String, Map<Integer, Map<String, Double>>> coefficients = new HashMap<>();
        for (Map<String, String> row : Golden.rows("glmnet_radiomics_coefs.csv.gz")) {
            coefficients
                    .computeIfAbsent(row.get("config"), key -> new HashMap<>())
                    .computeIfAbsent(Integer.valueOf(row.get("lambda_index")), key -> new HashMap<>())
                    .put(row.get("feature"), Double.valueOf(row.get("coef")));
        }
        assertThat(coefficients.keySet()).isEqualTo(ROWS.keySet());
        return EXPECTED.get("paths").members().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> checkPath(one.getKey(), one.getValue(), coefficients.get(one.getKey()))));
    }

    private void checkPath(String name, Golden expected, Map<Integer, Map<String, Double>> rows) {
        double[][] columns = columns(name);
        ElasticNetPath path = net(name).fit(columns, data.trainResponse());
        double[] lambdas = expected.get("lambda").numbers();
        assertThat(path.points()).hasSize(lambdas.length).hasSize(100);
        assertRelative(
                "null deviance", path.nullDeviance(), expected.get("nulldev").number(), 1e-9);
        int checked = 0;
        for (int m = 0; m < lambdas.length; m++) {
            PathPoint point = path.points().get(m);
            String what = name + " lambda " + (m + 1) + " ";
            assertRelative(what, point.lambda(), lambdas[m], 1e-12);
            assertNear(
                    what + "deviance",
                    point.devianceRatio(),
                    expected.get("dev_ratio").numbers()[m],
                    1e-9);
            Map<String, Double> wanted = rows.getOrDefault(m + 1, Map.of());
            assertThat(point.df()).as(what).isEqualTo(wanted.size()).isEqualTo((int)
                    expected.get("df").numbers()[m]);
            double shift = 0;
            for (int k = 0; k < point.df(); k++) {
                int j = point.coefficients().column(k);
                String feature = data.names().get(j);
                double sd = GlmnetOracleTest.sd(columns[j]);
                assertThat(wanted).as(what).containsKey(feature);
                assertNear(what + feature, point.coefficients().value(k) * sd, wanted.get(feature) * sd, COEFFICIENT);
                shift += Math.abs(GlmnetOracleTest.mean(columns[j])) / sd;
                checked++;
            }
            assertNear(
                    what + "intercept", point.intercept(), expected.get("a0").numbers()[m], COEFFICIENT * (1 + shift));
        }
        assertThat(checked).isEqualTo(ROWS.get(name));
    }

    @TestFactory
    Stream<DynamicTest> curvesAreThoseOfGlmnet() {
        assertThat(EXPECTED.get("cv").members()).hasSize(12);
        return EXPECTED.get("cv").members().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> checkCurve(one.getKey(), one.getValue())));
    }

    private void checkCurve(String name, Golden expected) {
        String[] parts = name.split("_");
        boolean isAuto = name.endsWith("_auto");
        CvMeasure measure = CvMeasure.valueOf(parts[parts.length - 2].toUpperCase(Locale.ROOT));
        double[][] columns = columns(name);
        CvCurve curve = new ElasticNetCv(net(name), measure, isAuto ? FoldLambdas.AUTO : FoldLambdas.FIXED)
                .fit(columns, data.trainResponse(), data.trainFolds());
        CvGlmnetOracleTest.checkCurve(name, curve, expected, isAuto);
        checkSelected(name, curve.path().at(curve.lambdaMin()), expected.get("selected_min"));
        checkSelected(name, curve.path().at(curve.lambdaOneSe()), expected.get("selected_1se"));
    }

    private void checkSelected(String name, PathPoint point, Golden expected) {
        List<String> features =
                expected.get("features").items().stream().map(Golden::text).toList();
        assertThat(features).hasSize((int) expected.get("n").number());
        List<String> found = Arrays.stream(point.coefficients().columns())
                .mapToObj(data.names()::get)
                .toList();
        assertThat(found).isEqualTo(features);
        double[] link = point.link(name.contains("zscore") ? data.testScaled() : data.test());
        double[] wanted = expected.get("test_link").numbers();
        for (int i = 0; i < wanted.length; i++) {
            assertNear(name + " test row " + i, link[i], wanted[i], COEFFICIENT * features.size());
        }
        assertThat(link).hasSameSizeAs(wanted).hasSize(40);
    }

    private double[][] columns(String name) {
        return name.contains("zscore") ? data.trainScaled() : data.train();
    }

    private static ElasticNet net(String name) {
        return ElasticNet.withDefaults(name.startsWith("gauss") ? Family.GAUSSIAN : Family.BINOMIAL)
                .withAlpha(name.contains("a0.5") ? 0.5 : 1)
                .withStandardized(!name.contains("nostd"))
                .withThreshold(1e-22)
                .withMaximumPasses(1_000_000_000);
    }
}
