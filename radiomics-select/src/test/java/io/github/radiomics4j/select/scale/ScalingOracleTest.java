package io.github.radiomics4j.select.scale;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against scikit-learn and R; the MAD and the count of distinct values in the file of features have no scaler here. */
class ScalingOracleTest {
    private static final Outcome UNUSED = TrainingData.outcome(3);

    private static final Golden SKLEARN = Golden.json("scalers_sklearn.json");

    @ParameterizedTest
    @CsvSource({"standard", "robust", "minmax", "maxabs"})
    void scikitLearn(String name) {
        FeatureTable train = table(SKLEARN.get("train_rows"));
        AffineScaling scaling = switch (name) {
            case "standard" -> ZScore.withDefaults().withPopulationDeviation().fit(train, UNUSED);
            case "robust" -> RobustScaling.withDefaults().fit(train, UNUSED);
            case "minmax" -> MinMaxScaling.withDefaults().fit(train, UNUSED);
            default -> MaxAbsScaling.withDefaults().fit(train, UNUSED);
        };
        Golden expected = SKLEARN.get(name);
        int compared = 0;
        for (int j = 0; j < 5; j++) {
            String column = "c" + j;
            double scale = expected.get("scale").numbers()[j];
            assertNear(column, scaling.center(column), expected.get("center").numbers()[j], 1e-12);
            assertNear(column, scaling.scale(column), name.equals("minmax") ? 1 / scale : scale, 1e-12);
            compared += 2;
        }
        compared += compare(scaling.apply(train), expected.get("train_transformed"));
        compared += compare(scaling.apply(table(SKLEARN.get("test_rows"))), expected.get("test_transformed"));
        assertThat(compared).isEqualTo(10 + 25 + 10);
    }

    @ParameterizedTest
    @CsvSource({"impute_mean, MEAN", "impute_median, MEDIAN", "impute_most_frequent, MOST_FREQUENT"})
    void scikitLearnsImputers(String name, Imputer.Statistic statistic) {
        FeatureTable train = table(SKLEARN.get("train_rows"));
        Imputation imputation = new Imputer(statistic, 0).fit(train, UNUSED);
        double[] expected = SKLEARN.get(name).numbers();
        assertThat(expected).hasSize(5);
        for (int j = 0; j < expected.length; j++) {
            assertNear(name, imputation.fill("c" + j), expected[j], 1e-12);
        }
    }

    private static int compare(FeatureTable found, Golden expected) {
        int compared = 0;
        for (int i = 0; i < found.caseCount(); i++) {
            double[] row = expected.items().get(i).numbers();
            for (int j = 0; j < row.length; j++) {
                assertNear(expected + " " + i + " " + j, found.value("r" + i, "c" + j), row[j], 1e-12);
                compared++;
            }
        }
        return compared;
    }

    private static FeatureTable table(Golden rows) {
        List<double[]> values = rows.items().stream().map(Golden::numbers).toList();
        double[][] columns = new double[5][values.size()];
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < 5; j++) {
                columns[j][i] = values.get(i)[j];
            }
        }
        return FeatureTable.of(names("r", values.size()), names("c", 5), columns);
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    @Test
    void everyFeatureOfTheCohort() {
        List<String> train = new ArrayList<>();
        List<String> test = new ArrayList<>();
        for (Map<String, String> row : Golden.rows("radiomics_split.csv")) {
            (row.get("set").equals("train") ? train : test).add(row.get("id"));
        }
        FeatureTable all = cohort();
        FeatureTable training = all.rows(train);
        FeatureTable first = all.rows(test.subList(0, 1));
        AffineScaling sample = ZScore.withDefaults().fit(training, UNUSED);
        AffineScaling population =
                ZScore.withDefaults().withPopulationDeviation().fit(training, UNUSED);
        AffineScaling robust = RobustScaling.withDefaults().fit(training, UNUSED);
        AffineScaling range = MinMaxScaling.withDefaults().fit(training, UNUSED);
        FeatureTable sampleScaled = sample.apply(first);
        FeatureTable populationScaled = population.apply(first);
        int rows = 0;
        for (Map<String, String> row : Golden.rows("features_scaling.csv.gz")) {
            String name = row.get("feature");
            boolean isConstant = number(row, "sd_n") == 0 || number(row, "n_unique") == 1;
            assertRelative(name, sample.center(name), number(row, "train_mean"), 1e-12);
            assertRelative(name, sample.scale(name), isConstant ? 1 : number(row, "sd_n_minus_1"), 1e-12);
            assertRelative(name, population.scale(name), isConstant ? 1 : number(row, "sd_n"), 1e-12);
            assertRelative(name, robust.center(name), number(row, "median"), 1e-12);
            double lower = number(row, "q25_type7");
            double upper = number(row, "q75_type7");
            double[] sorted = training.column(name);
            Arrays.sort(sorted);
            assertRelative(name, Columns.quantile(sorted, 0.25), lower, 1e-12);
            assertRelative(name, Columns.quantile(sorted, 0.75), upper, 1e-12);
            // the file has quartiles, whose last digits weigh more in their difference
            double digits = Math.max(Math.abs(lower), Math.abs(upper));
            assertRelative(name, digits + robust.scale(name), digits + (upper == lower ? 1 : upper - lower), 1e-12);
            assertRelative(name, range.center(name), number(row, "min"), 1e-12);
            double width = number(row, "max") - number(row, "min");
            assertRelative(name, range.scale(name), width == 0 ? 1 : width, 1e-12);
            if (!isConstant) {
                assertNear(
                        name, sampleScaled.value(test.get(0), name), number(row, "first_test_row_z_n_minus_1"), 1e-12);
                assertNear(name, populationScaled.value(test.get(0), name), number(row, "first_test_row_z_n"), 1e-12);
            }
            rows++;
        }
        assertThat(rows).isEqualTo(1197);
    }

    private static double number(Map<String, String> row, String key) {
        String text = row.get(key);
        return text.equals("NA") || text.equals("NaN") || text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static FeatureTable cohort() {
        List<Map<String, String>> rows = Golden.rows("radiomics_X.csv.gz");
        List<String> ids = rows.stream().map(row -> row.get("id")).toList();
        List<String> names = new ArrayList<>(rows.get(0).keySet());
        names.removeAll(List.of("id", "label"));
        double[][] columns = new double[names.size()][ids.size()];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < ids.size(); i++) {
                columns[j][i] = number(rows.get(i), names.get(j));
            }
        }
        return FeatureTable.of(ids, names, columns);
    }

    /** NIST's NumAcc4: mean 10000000.2 and standard deviation 0.1, certified exactly. */
    @Test
    void aBigOffsetCostsNoDigits() {
        double[] values = new double[1001];
        Arrays.setAll(values, i -> i == 0 ? 10000000.2 : i % 2 == 1 ? 10000000.1 : 10000000.3);
        FeatureTable table = FeatureTable.of(names("r", 1001), List.of("x"), new double[][] {values});
        AffineScaling scaling = ZScore.withDefaults().fit(table, UNUSED);
        assertRelative("mean", scaling.center("x"), 10000000.2, 1e-15);
        assertRelative("sd", scaling.scale("x"), 0.1, 2e-8); // the values themselves are 2e-9 off their decimals
    }
}
