package io.github.radiomics4j.eval.hypothesis;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R 4.2.2's {@code t.test} and {@code wilcox.test} with {@code paired = TRUE}, 1e-9. */
class PairedOracleTest {
    private static final List<Golden> CASES =
            Golden.json("paired.json").get("cases").items();

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(3);
    }

    @TestFactory
    Stream<DynamicTest> tTests() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    TTest.Result found = TTest.withDefaults()
                            .testPaired(one.get("x").numbers(), one.get("y").numbers());
                    Golden golden = one.get("expected").get("t_paired");
                    assertNear("t", found.statistic(), golden.get("statistic").number(), 1e-10);
                    assertNear("df", found.degreesOfFreedom(), golden.get("df").number(), 0);
                    assertRelative("p", found.pValue(), golden.get("p").number(), 1e-9);
                    assertNear(
                            "error", found.standardError(), golden.get("stderr").number(), 1e-10);
                    assertNear(
                            "lower",
                            found.interval().lower(),
                            golden.get("ci95").numbers()[0],
                            1e-10);
                    assertNear(
                            "upper",
                            found.interval().upper(),
                            golden.get("ci95").numbers()[1],
                            1e-10);
                    assertNear(
                            "mean", found.difference(), golden.get("estimate").numbers()[0], 1e-10);
                }));
    }

    @TestFactory
    Stream<DynamicTest> signedRanks() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    double[] x = one.get("x").numbers();
                    double[] y = one.get("y").numbers();
                    Golden golden = one.get("expected");
                    SignedRank test = SignedRank.withDefaults();
                    SignedRank.Result found = test.test(x, y);
                    assertThat(found.v()).isEqualTo(golden.get("wilcoxon_V").number());
                    assertThat(found.method())
                            .isEqualTo(
                                    golden.get("wilcoxon_default_method").text().contains("exact")
                                            ? MannWhitney.Method.EXACT
                                            : MannWhitney.Method.NORMAL_CORRECTED);
                    assertRelative(
                            "p",
                            found.pValue(),
                            golden.get("wilcoxon_default_p").number(),
                            1e-9);
                    assertRelative(
                            "corrected",
                            test.withMethod(MannWhitney.Method.NORMAL_CORRECTED)
                                    .test(x, y)
                                    .pValue(),
                            golden.get("wilcoxon_normal_cc_p").number(),
                            1e-9);
                    assertRelative(
                            "normal",
                            test.withMethod(MannWhitney.Method.NORMAL)
                                    .test(x, y)
                                    .pValue(),
                            golden.get("wilcoxon_normal_nocc_p").number(),
                            1e-9);
                }));
    }

    @Test
    void oneSidedByHand() {
        double[] x = {1, 2, 3};
        double[] zeros = new double[3];
        SignedRank test = SignedRank.withDefaults();
        assertThat(test.test(x, zeros).rankBiserial()).isEqualTo(1);
        assertThat(test.withAlternative(Alternative.GREATER).test(x, zeros).pValue())
                .isEqualTo(1 / 8.0);
        assertThat(test.withAlternative(Alternative.LESS).test(x, zeros).pValue())
                .isEqualTo(1);
        for (MannWhitney.Method method : List.of(MannWhitney.Method.NORMAL, MannWhitney.Method.NORMAL_CORRECTED)) {
            SignedRank normal = test.withMethod(method);
            double both = normal.test(x, zeros).pValue();
            assertThat(normal.withAlternative(Alternative.GREATER)
                            .test(x, zeros)
                            .pValue())
                    .isEqualTo(both / 2);
            assertThat(normal.withAlternative(Alternative.LESS).test(zeros, x).pValue())
                    .isEqualTo(both / 2);
        }
    }
}
