package io.github.radiomics4j.select;

import static io.github.radiomics4j.eval.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.resampling.Folds;
import io.github.radiomics4j.eval.roc.CiScale;
import io.github.radiomics4j.eval.roc.DeLong;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.learn.Transformer;
import io.github.radiomics4j.select.lasso.ElasticNet;
import io.github.radiomics4j.select.lasso.Family;
import io.github.radiomics4j.select.lasso.LambdaRule;
import io.github.radiomics4j.select.lasso.Lasso;
import io.github.radiomics4j.select.lasso.LassoSelection;
import io.github.radiomics4j.select.redundancy.CorrelationFilter;
import io.github.radiomics4j.select.redundancy.KeepRule;
import io.github.radiomics4j.select.reproducibility.IccFilter;
import io.github.radiomics4j.select.scale.ConstantColumns;
import io.github.radiomics4j.select.scale.ZScore;
import io.github.radiomics4j.select.univariate.UnivariateFilter;
import io.github.radiomics4j.select.univariate.UnivariateTest;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * pipeline.json: the whole chain of the study on 160 of 200 cases by R 4.2.2, glmnet 4.1-6 and pROC 1.18.0. Sets exactly,
 * coefficients and scores to 1e-6, areas to 1e-12.
 */
class ChainOracleTest {
    private static final List<Map<String, String>> SPLIT = Golden.rows("radiomics_split.csv");

    private static FeatureTable table(String file) {
        List<Map<String, String>> rows = Golden.rows(file);
        List<String> names = rows.get(0).keySet().stream()
                .filter(name -> name.startsWith("F"))
                .toList();
        double[][] columns = new double[names.size()][rows.size()];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows.size(); i++) {
                columns[j][i] = Double.parseDouble(rows.get(i).get(names.get(j)));
            }
        }
        return FeatureTable.of(rows.stream().map(row -> row.get("id")).toList(), names, columns);
    }

    private static List<String> ids(String set) {
        return SPLIT.stream()
                .filter(row -> row.get("set").equals(set))
                .map(row -> row.get("id"))
                .toList();
    }

    private static Outcome outcome() {
        boolean[] positive = new boolean[SPLIT.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = SPLIT.get(i).get("label").equals("1");
        }
        return Outcome.of(
                "high", "low", SPLIT.stream().map(row -> row.get("id")).toList(), positive);
    }

    private static Folds folds() {
        List<List<String>> parts = new ArrayList<>();
        for (int fold = 1; fold <= 10; fold++) {
            String number = Integer.toString(fold);
            parts.add(SPLIT.stream()
                    .filter(row -> row.get("fold10").equals(number))
                    .map(row -> row.get("id"))
                    .toList());
        }
        return new Folds(parts);
    }

    @TestFactory
    Stream<DynamicTest> theChainIsThatOfR() {
        return Stream.of("variant_t_keep_more_significant", "variant_mwu_keep_first")
                .flatMap(variant -> Stream.of("min", "1se")
                        .map(rule -> DynamicTest.dynamicTest(variant + " " + rule, () -> check(variant, rule))));
    }

    private static void check(String variant, String rule) {
        Golden golden = Golden.json("pipeline.json");
        Golden expected = golden.get(variant);
        boolean isT = variant.startsWith("variant_t");
        FeatureTable table = table("radiomics_X.csv.gz");
        Transformer[] steps = {
            IccFilter.between(table("radiomics_reader1.csv.gz"), table("radiomics_reader2.csv.gz"))
                    .withMinimum(0.8)
                    .overAllReadings(),
            ZScore.withDefaults().withConstants(ConstantColumns.DROP),
            UnivariateFilter.withDefaults()
                    .withTest(isT ? UnivariateTest.POOLED_T : UnivariateTest.MANN_WHITNEY)
                    .withMaximumP(0.05),
            CorrelationFilter.pearson(0.9).withRule(isT ? KeepRule.KEEP_MORE_SIGNIFICANT : KeepRule.KEEP_FIRST),
            Lasso.withDefaults()
                    .withNet(ElasticNet.withDefaults(Family.BINOMIAL)
                            .withStandardized(false)
                            .withThreshold(1e-22)
                            .withMaximumPasses(1_000_000_000))
                    .withFolds(folds())
                    .withLambdaRule(rule.equals("min") ? LambdaRule.MIN : LambdaRule.ONE_SE)
        };
        Outcome outcome = outcome();
        FittedPipeline fitted = SelectionPipeline.of(steps).select(table.rows(ids("train")), outcome);
        assertThat(fitted.step("IccFilter").columnsOut())
                .isEqualTo((int) golden.get("step1_icc").get("n").number());
        assertThat(((Selection) fitted.step("IccFilter").transformation()).kept())
                .isEqualTo(texts(golden.get("step1_icc").get("features")));
        assertThat(((Selection) fitted.step("UnivariateFilter").transformation()).kept())
                .isEqualTo(texts(expected.get("step3_p_lt_0.05").get("features")));
        assertThat(((Selection) fitted.step("CorrelationFilter").transformation()).kept())
                .isEqualTo(texts(expected.get("step4_corr").get("features")));
        LassoSelection lasso = (LassoSelection) fitted.step("Lasso").transformation();
        assertNear(
                "lambda",
                lasso.lambda(),
                expected.get("step5_cv").get("lambda_" + rule).number(),
                1e-12);
        Golden last = expected.get("step6_lasso_" + rule);
        assertThat(fitted.kept()).isEqualTo(texts(last.get("features")));
        double[] coefficients = last.get("coefs").numbers();
        for (int j = 0; j < coefficients.length; j++) {
            assertNear(
                    fitted.kept().get(j), lasso.coefficients().get(fitted.kept().get(j)), coefficients[j], 1e-6);
        }
        assertNear("intercept", lasso.intercept(), last.get("intercept").number(), 1e-6);
        for (String set : List.of("train", "test")) {
            FeatureTable rows = table.rows(ids(set));
            double[] scores = lasso.radScore(fitted.apply(rows));
            double[] wanted = last.get("radscore_" + set).numbers();
            assertThat(scores).hasSize(set.equals("train") ? 160 : 40).hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.length; i++) {
                assertNear(set + " " + i, scores[i], wanted[i], 1e-6);
            }
            var area = DeLong.withDefaults().withScale(CiScale.PLAIN).estimate(scores, outcome.positives(ids(set)));
            assertNear(set + " AUC", area.auc(), last.get(set + "_auc").number(), 1e-12);
            double[] interval = last.get(set.equals("train") ? "train_ci" : "test_ci95_delong")
                    .numbers();
            assertNear(set + " lower", area.interval().lower(), interval[0], 1e-12);
            assertNear(set + " upper", area.interval().upper(), interval[interval.length - 1], 1e-12);
        }
        assertThat(lasso.formula()).contains(fitted.kept().get(0));
    }

    private static List<String> texts(Golden list) {
        return list.items().stream().map(Golden::text).toList();
    }
}
