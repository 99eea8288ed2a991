package io.github.radiomics4j.eval.roc;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** pROC 1.18.0 on R 4.2.2: {@code roc.test(method = "delong")}, statistic 1e-9, p 1e-8 of itself. */
class DeLongOracleTest {
    private static final Golden FILE = Golden.json("roc_compare.json");
    private static final List<Golden> PAIRED = FILE.get("paired").items();

    @Test
    void everyPairIsTested() {
        assertThat(PAIRED.stream()
                        .mapToInt(one -> one.get("pairs").items().size())
                        .sum())
                .isEqualTo(40);
        assertThat(FILE.get("edge").items()).hasSize(6);
        assertThat(FILE.get("unpaired").items()).hasSize(4);
    }

    @TestFactory
    Stream<DynamicTest> paired() {
        return PAIRED.stream()
                .flatMap(one -> one.get("pairs").items().stream()
                        .map(pair -> DynamicTest.dynamicTest(
                                one.get("id").text() + " " + pair.get("m1").text() + " "
                                        + pair.get("m2").text(),
                                () -> {
                                    Golden input = one.get("input");
                                    Sample first =
                                            Sample.ofFile(input, pair.get("m1").text());
                                    Sample second =
                                            Sample.ofFile(input, pair.get("m2").text());
                                    AucComparison found = DeLong.withDefaults()
                                            .test(first.scores(), second.scores(), first.positive());
                                    compare(found, pair);
                                    assertNear(
                                            "error",
                                            found.standardError(),
                                            pair.get("se_diff").number(),
                                            1e-9);
                                })));
    }

    /** Global chi-square by the formula of DeLong 1988 from pROC's covariances, 1e-8; Holm's adjustment by R. */
    @TestFactory
    Stream<DynamicTest> allModelsAtOnce() {
        return PAIRED.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Map<String, double[]> scores = new LinkedHashMap<>();
                    boolean[] positive = {};
                    for (Golden model : one.get("models").items()) {
                        Sample sample = Sample.ofFile(one.get("input"), model.text());
                        scores.put(model.text(), sample.scores());
                        positive = sample.positive();
                    }
                    AucComparisons found = DeLong.withDefaults().testAll(scores, positive);
                    Golden global = one.get("global_equal_auc_chisq");
                    assertNear("chi-square", found.statistic(), global.get("X2").number(), 1e-8);
                    assertThat(found.degreesOfFreedom())
                            .isEqualTo((int) global.get("df").number());
                    assertRelative("p", found.pValue(), global.get("p").number(), 1e-8);
                    double[] holm = one.get("pairs_bonferroni_holm").get("holm").numbers();
                    assertThat(found.pairs()).hasSize(holm.length);
                    for (int i = 0; i < holm.length; i++) {
                        assertRelative("holm", found.pairs().get(i).adjustedPValue(), holm[i], 1e-8);
                    }
                    List<Golden> rows = one.get("cov_matrix").items();
                    for (int i = 0; i < rows.size(); i++) {
                        for (int j = 0; j < rows.size(); j++) {
                            assertNear(
                                    "cov", found.covariance()[i][j], rows.get(i).numbers()[j], 1e-12);
                        }
                    }
                }));
    }

    @Test
    void modelsThatSayTheSameLeaveNoDegreeOfFreedom() {
        double[] scores = {0.1, 0.3, 0.2, 0.8, 0.7, 0.25};
        boolean[] positive = {false, false, false, true, true, true};
        AucComparisons found = DeLong.withDefaults().testAll(Map.of("a", scores, "b", scores), positive);
        assertThat(found.degreesOfFreedom()).isZero();
        assertThat(found.pValue()).isEqualTo(1);
        assertThat(found.pairs().get(0).comparison().isDegenerate()).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> edges() {
        return FILE.get("edge").items().stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample first =
                            Sample.of(one.get("y").numbers(), one.get("s1").numbers());
                    AucComparison found = DeLong.withDefaults()
                            .test(first.scores(), one.get("s2").numbers(), first.positive());
                    compare(found, one.get("expected"));
                    assertThat(found.isDegenerate()).isEqualTo(found.standardError() == 0);
                }));
    }

    private static void compare(AucComparison found, Golden expected) {
        assertNear("first", found.first(), expected.get("auc1").number(), 1e-12);
        assertNear("second", found.second(), expected.get("auc2").number(), 1e-12);
        assertNear("z", found.statistic(), expected.get("statistic").number(), 1e-9);
        assertRelative("p", found.pValue(), expected.get("p").number(), 1e-8);
        double[] interval = expected.get("diff_ci95").numbers();
        assertNear("lower", found.difference().lower(), interval[0], 1e-9);
        assertNear("upper", found.difference().upper(), interval[1], 1e-9);
    }

    @TestFactory
    Stream<DynamicTest> unpaired() {
        return FILE.get("unpaired").items().stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample first;
                    Sample second;
                    if (one.has("y1")) {
                        first = Sample.of(one.get("y1").numbers(), one.get("s1").numbers());
                        second =
                                Sample.of(one.get("y2").numbers(), one.get("s2").numbers());
                    } else {
                        String model = one.get("id").text().split("_")[1];
                        var n300 = Golden.columns("scores_n300.csv");
                        var n250 = Golden.columns("scores_unpaired_n250.csv");
                        first = Sample.of(n300.get("y"), n300.get(model));
                        second = Sample.of(n250.get("y"), n250.get("m"));
                    }
                    AucComparison found = DeLong.withDefaults()
                            .testUnpaired(first.scores(), first.positive(), second.scores(), second.positive());
                    assertNear("t", found.statistic(), one.get("statistic").number(), 1e-9);
                    assertRelative("df", found.degreesOfFreedom(), one.get("df").number(), 1e-9);
                    assertRelative("p", found.pValue(), one.get("p").number(), 1e-8);
                }));
    }
}
