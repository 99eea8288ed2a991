package io.github.radiomics4j.eval.hypothesis;

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

/** R 4.2.2 and car 3.1-1 on four data sets of three to six groups, 1e-9. */
class GroupTestOracleTest {
    private static final List<Golden> CASES =
            Golden.json("k_groups.json").get("cases").items();
    private static final Map<GroupTest, String> NAMES = Map.of(
            GroupTest.KRUSKAL_WALLIS, "kruskal",
            GroupTest.ANOVA, "anova",
            GroupTest.WELCH_ANOVA, "welch_anova",
            GroupTest.BARTLETT, "bartlett",
            GroupTest.BROWN_FORSYTHE, "levene_median",
            GroupTest.LEVENE, "levene_mean",
            GroupTest.FLIGNER_KILLEEN, "fligner");

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(4);
        assertThat(NAMES).hasSize(GroupTest.values().length);
    }

    @TestFactory
    Stream<DynamicTest> groups() {
        return CASES.stream()
                .flatMap(one -> Stream.of(GroupTest.values())
                        .map(test -> DynamicTest.dynamicTest(
                                one.get("id").text() + " " + test,
                                () -> compare(test, one.get("expected").get(NAMES.get(test)), groups(one)))));
    }

    private static double[][] groups(Golden one) {
        double[] values = one.get("v").numbers();
        List<Golden> names = one.get("g").items();
        Map<String, List<Double>> groups = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            groups.computeIfAbsent(names.get(i).text(), name -> new ArrayList<>())
                    .add(values[i]);
        }
        return groups.values().stream()
                .map(group -> group.stream().mapToDouble(v -> v).toArray())
                .toArray(double[][]::new);
    }

    static void compare(GroupTest test, Golden expected, double[]... groups) {
        GroupTest.Result found = test.test(groups);
        if (expected.has("error")) {
            assertThat(found.pValue()).isNaN();
            return;
        }
        double statistic = expected.get(expected.has("F") ? "F" : "statistic").number();
        if (statistic > 1e20
                && statistic < Double.POSITIVE_INFINITY) { // two values each: distances equal but for rounding
            assertThat(found.statistic()).isGreaterThan(1e20);
            assertThat(found.pValue()).isLessThan(1e-20);
            return;
        }
        assertNear(test + "", found.statistic(), statistic, 1e-10);
        assertRelative(test + " p", found.pValue(), expected.get("p").number(), 1e-9);
        if (expected.has("df")) {
            assertThat(found.degreesOfFreedom()).isEqualTo(expected.get("df").number());
        }
        if (expected.has("df1")) {
            assertThat(found.degreesOfFreedom()).isEqualTo(expected.get("df1").number());
            assertNear(
                    "df2", found.residualDegreesOfFreedom(), expected.get("df2").number(), 1e-10);
        }
    }
}
