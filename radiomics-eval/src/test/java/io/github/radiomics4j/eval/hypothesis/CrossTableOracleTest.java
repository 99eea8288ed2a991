package io.github.radiomics4j.eval.hypothesis;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.eval.Golden;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;

/** contingency.json and mcnemar.json: R 4.2.2; chi-square 1e-10, Fisher's p 1e-7, his ratio and interval 1e-4 (uniroot). */
class CrossTableOracleTest {

    @Test
    void crossTablesAreThoseOfR() {
        int twoByTwo = 0;
        int larger = 0;
        for (Golden one : Golden.json("contingency.json").get("cases").items()) {
            CrossTable table = table(one.get("table_rows"));
            Golden expected = one.get("expected");
            chiSquare(table, expected.get("chisq_plain"), false);
            if (expected.has("phi")) {
                twoByTwo(table, expected);
                twoByTwo++;
            } else {
                assertNear(
                        one + " V", table.cramersV(), expected.get("cramers_v").number(), 1e-10);
                Golden fisher = expected.get("fisher_p");
                if (fisher.isObject()) {
                    // R refuses: there are too many tables of these margins.
                    assertThat(FisherExact.pValue(table)).isNaN();
                } else {
                    assertRelative(one + " Fisher", FisherExact.pValue(table), fisher.number(), 1e-7);
                }
                larger++;
            }
        }
        assertThat(twoByTwo).isEqualTo(12);
        assertThat(larger).isEqualTo(4);
    }

    private static CrossTable table(Golden rows) {
        return CrossTable.of(rows.items().stream()
                .map(row -> {
                    double[] numbers = row.numbers();
                    int[] counts = new int[numbers.length];
                    for (int j = 0; j < counts.length; j++) {
                        counts[j] = (int) numbers[j];
                    }
                    return counts;
                })
                .toArray(int[][]::new));
    }

    private static void chiSquare(CrossTable table, Golden expected, boolean continuity) {
        ChiSquare.Result found =
                ChiSquare.withDefaults().withContinuity(continuity).test(table);
        assertNear(expected + " X2", found.statistic(), expected.get("X2").number(), 1e-10);
        assertThat(found.degreesOfFreedom()).isEqualTo((int) expected.get("df").number());
        assertRelative(expected + " p", found.pValue(), expected.get("p").number(), 1e-9);
    }

    private static void twoByTwo(CrossTable table, Golden expected) {
        chiSquare(table, expected.get("chisq_yates"), true);
        assertThat(table.expectedBelow(5))
                .isEqualTo((int) expected.get("expected_below_5").number());
        assertNear(expected + " phi", table.phi(), expected.get("phi").number(), 1e-10);
        assertRelative(
                expected + " odds",
                table.oddsRatio(),
                expected.get("odds_ratio_sample").number(),
                1e-10);
        Golden fisher = expected.get("fisher");
        FisherExact.Result found = FisherExact.withDefaults().test(table);
        assertRelative(fisher + " p", found.pValue(), fisher.get("p").number(), 1e-7);
        assertLimit(
                fisher + " ratio",
                found.oddsRatio(),
                fisher.get("odds_ratio_cond_mle").number());
        double[] interval = fisher.get("ci95").numbers();
        assertLimit(fisher + " lower", found.interval().lower(), interval[0]);
        assertLimit(fisher + " upper", found.interval().upper(), interval[1]);
        assertTails(table, found);
        Map.of(Alternative.LESS, "fisher_less_p", Alternative.GREATER, "fisher_greater_p")
                .forEach((alternative, key) -> assertRelative(
                        expected + key,
                        FisherExact.withDefaults()
                                .withAlternative(alternative)
                                .test(table)
                                .pValue(),
                        expected.get(key).number(),
                        1e-7));
        double[] margins = expected.get("chisq_plain").get("expected").items().stream()
                .flatMapToDouble(row -> Arrays.stream(row.numbers()))
                .toArray();
        assertThat(table.expected()[1][0]).isEqualTo(margins[2]);
    }

    /** R looks for the odds ratio, or its inverse where that is below 1, to 1.22e-4: 621.9 of the tea table is 626.2. */
    private static void assertLimit(String what, double found, double expected) {
        double a = found > 1 ? 1 / found : found;
        double b = expected > 1 ? 1 / expected : expected;
        assertThat(a).as("%s: %s for %s", what, found, expected).isCloseTo(b, within(1.23e-4));
    }

    /** At the limits half of 5 % lies beyond the table that was found, by the densities as they are written down. */
    private static void assertTails(CrossTable table, FisherExact.Result found) {
        long[] rows = table.rowTotals();
        long[] columns = table.columnTotals();
        int low = (int) Math.max(0, columns[0] - rows[1]);
        int high = (int) Math.min(rows[0], columns[0]);
        int x = table.count(0, 0);
        if (x > low && x < high) {
            // The conditional estimate is where x is what is expected.
            assertThat(mean(rows, columns[0], low, high, found.oddsRatio())).isCloseTo(x, within(1e-8 * x));
        }
        if (x > low) {
            assertThat(tail(rows, columns[0], low, high, found.interval().lower(), x, high))
                    .isCloseTo(0.025, within(1e-9));
        }
        if (x < high) {
            assertThat(tail(rows, columns[0], low, high, found.interval().upper(), low, x))
                    .isCloseTo(0.025, within(1e-9));
        }
    }

    private static double mean(long[] rows, long column, int low, int high, double ratio) {
        double[] logs = new double[high - low + 1];
        double most = Double.NEGATIVE_INFINITY;
        for (int k = low; k <= high; k++) {
            logs[k - low] = logDensity(rows, column, k, ratio);
            most = Math.max(most, logs[k - low]);
        }
        double all = 0;
        double sum = 0;
        for (int k = low; k <= high; k++) {
            double density = Math.exp(logs[k - low] - most);
            all += density;
            sum += k * density;
        }
        return sum / all;
    }

    private static double tail(long[] rows, long column, int low, int high, double ratio, int from, int to) {
        double all = 0;
        double part = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = low; k <= high; k++) {
            most = Math.max(most, logDensity(rows, column, k, ratio));
        }
        for (int k = low; k <= high; k++) {
            double density = Math.exp(logDensity(rows, column, k, ratio) - most);
            all += density;
            part += k >= from && k <= to ? density : 0;
        }
        return part / all;
    }

    private static double logDensity(long[] rows, long column, int k, double ratio) {
        return CombinatoricsUtils.binomialCoefficientLog((int) rows[0], k)
                + CombinatoricsUtils.binomialCoefficientLog((int) rows[1], (int) column - k)
                + k * Math.log(ratio);
    }

    @Test
    void pairedClassificationsAreThoseOfR() {
        int rows = 0;
        for (Golden one : Golden.json("mcnemar.json").get("cases").items()) {
            int b = (int) one.get("b").number();
            int c = (int) one.get("c").number();
            Golden expected = one.get("expected");
            for (McNemar test : new McNemar[] {McNemar.CORRECTED, McNemar.UNCORRECTED}) {
                Golden golden = expected.get(test.name().toLowerCase(Locale.ROOT));
                assertNear(
                        golden + " X2",
                        test.test(b, c).statistic(),
                        golden.get("X2").number(),
                        1e-10);
                assertRelative(
                        golden + " p", test.test(b, c).pValue(), golden.get("p").number(), 1e-10);
                rows++;
            }
            assertRelative(
                    one + " exact",
                    McNemar.EXACT.test(b, c).pValue(),
                    expected.get("exact_p").number(),
                    1e-10);
            assertRelative(
                    one + " mid",
                    McNemar.MID_P.test(b, c).pValue(),
                    expected.get("mid_p").number(),
                    1e-10);
            rows += 2;
        }
        assertThat(rows).isEqualTo(24);
    }
}
