package io.github.radiomics4j.eval.hypothesis;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.hypothesis.Correlation.Approach;
import io.github.radiomics4j.eval.hypothesis.Correlation.Coefficient;
import io.github.radiomics4j.eval.hypothesis.Correlation.Missing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** correlation.json: R 4.2.2; coefficients 1e-12, p-values 1e-8. */
class CorrelationOracleTest {

    @Test
    void coefficientsAndPValuesAreThoseOfR() {
        int coefficients = 0;
        int intervals = 0;
        for (Golden one : Golden.json("correlation.json").get("cases").items()) {
            double[] x = one.get("x").numbers();
            double[] y = one.get("y").numbers();
            for (Coefficient coefficient : Coefficient.values()) {
                Golden golden = one.get("expected").get(coefficient.name().toLowerCase(Locale.ROOT));
                Correlation test = Correlation.of(coefficient);
                Correlation.Result found = test.test(x, y);
                assertNear(golden + " r", found.coefficient(), golden.get("r").number(), 1e-12);
                if (golden.has("error")) {
                    assertThat(found.pValue()).isNaN();
                } else {
                    assertPValue(
                            golden + " p",
                            found.pValue(),
                            golden.get("p_R_default").number());
                }
                for (String key : List.of("t_approx_p", "normal_p")) {
                    if (golden.has(key)) {
                        assertPValue(
                                golden + key,
                                test.withApproach(Approach.ASYMPTOTIC)
                                        .test(x, y)
                                        .pValue(),
                                golden.get(key).number());
                    }
                }
                if (golden.has("ci95_fisher")) {
                    double[] limits = golden.get("ci95_fisher").numbers();
                    assertNear(golden + " lower", found.interval().lower(), limits[0], 1e-10);
                    assertNear(golden + " upper", found.interval().upper(), limits[1], 1e-10);
                    intervals++;
                }
                coefficients++;
            }
        }
        assertThat(coefficients).isEqualTo(45);
        assertThat(intervals).isEqualTo(13);
    }

    /**
     * R's p-value of a perfect correlation is what it makes of the last bits of r, below 1e-30 as ours is; its exact ones of
     * Kendall's come as 1 − p, so that 2 / 15! has five digits.
     */
    private static void assertPValue(String what, double found, double expected) {
        if (expected < 1e-30) {
            assertThat(found).as(what).isBetween(0.0, Math.max(1e-30, 2 * expected));
        } else if (Math.abs(found - expected) > 1e-16) {
            assertRelative(what, found, expected, 1e-8);
        }
    }

    @Test
    void kendallsPValueOfAPerfectOrderIsTwoOfAllPermutations() {
        double[] order = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        double factorial = 1_307_674_368_000.0;
        assertThat(Correlation.of(Coefficient.KENDALL).test(order, order).pValue())
                .isCloseTo(2 / factorial, withinPercentage(1e-10));
    }

    @Test
    void matricesAreThoseOfR() {
        Map<String, Missing> missing = Map.of(
                "everything", Missing.NAN, "complete.obs", Missing.COMPLETE, "pairwise.complete.obs", Missing.PAIRWISE);
        int cells = 0;
        for (Golden one : Golden.json("correlation.json").get("matrices").items()) {
            double[][] rows =
                    one.get("x_rows").items().stream().map(Golden::numbers).toArray(double[][]::new);
            double[][] columns = new double[rows[0].length][rows.length];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    columns[j][i] = rows[i][j];
                }
            }
            for (Map.Entry<String, Golden> matrix :
                    one.get("expected").members().entrySet()) {
                String[] name = matrix.getKey().split("_", 2);
                double[][] found = Correlation.of(Coefficient.valueOf(name[0].toUpperCase(Locale.ROOT)))
                        .matrix(columns, missing.get(name[1]));
                List<Golden> expected = matrix.getValue().items();
                for (int j = 0; j < found.length; j++) {
                    double[] row = expected.get(j).numbers();
                    for (int k = 0; k < found.length; k++) {
                        assertNear(matrix.getValue() + " " + j + " " + k, found[j][k], row[k], 1e-12);
                        cells++;
                    }
                }
            }
        }
        assertThat(cells).isEqualTo(3 * 121 + 3 * 16 + 6 * 16);
    }
}
