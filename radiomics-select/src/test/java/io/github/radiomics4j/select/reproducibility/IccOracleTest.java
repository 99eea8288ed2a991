package io.github.radiomics4j.select.reproducibility;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against psych and irr of R; where psych prints rounding noise, against what must hold. */
class IccOracleTest {
    private static final Outcome UNUSED = TrainingData.outcome(3);

    private static final Map<String, IccForm> FORMS = Map.of(
            "ICC1", IccForm.ICC_1_1,
            "ICC2", IccForm.ICC_2_1,
            "ICC3", IccForm.ICC_3_1,
            "ICC1k", IccForm.ICC_1_K,
            "ICC2k", IccForm.ICC_2_K,
            "ICC3k", IccForm.ICC_3_K);

    @Test
    void smallCases() {
        int compared = 0;
        for (Golden one : Golden.json("icc_small.json").get("cases").items()) {
            if (one.get("id").text().equals("big_offset")) {
                continue; // psych and aov lose digits there: aBigOffsetCostsNoDigits
            }
            double[][] readings = readings(one);
            Golden expected = one.get("expected");
            meanSquares(
                    one, IntraclassCorrelation.withDefaults().estimate(readings).meanSquares());
            for (Map.Entry<String, IccForm> form : FORMS.entrySet()) {
                IntraclassCorrelation icc = IntraclassCorrelation.withDefaults().withForm(form.getValue());
                String what = one.get("id").text() + " " + form.getKey();
                IccEstimate found = icc.estimate(readings);
                Golden psych = expected.get("psych").get(form.getKey());
                if (isUndefined(expected)) {
                    assertThat(found.value()).as(what).isNaN();
                    assertThat(found.pValue()).as(what).isNaN();
                    assertThat(found.reason()).as(what).contains("all readings are equal");
                } else if (psych.get("F").number() > 1e20) {
                    assertNear(what, found.value(), psych.get("icc").number(), 1e-9);
                    assertThat(found.f()).as(what).isEqualTo(Double.POSITIVE_INFINITY);
                    assertThat(found.pValue()).as(what).isZero();
                    limits(what, found, psych);
                } else {
                    compare(what, found, psych);
                    limits(
                            what,
                            icc.withLevel(0.9).estimate(readings),
                            expected.get("psych_ci90").get(form.getKey()));
                }
                assertNear(what, icc.value(readings), found.value(), 0);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(6 * 12); // 13 cases, one of them below
    }

    /** Mean squares by hand, in fractions: psych's F is 204.59999 and aov's MSJ 1.33333329. */
    @Test
    void aBigOffsetCostsNoDigits() {
        double[] first = {100000012, 100000015, 100000009, 100000020, 100000017, 100000003};
        double[] second = {100000012, 100000015, 100000010, 100000021, 100000017, 100000005};
        IccEstimate found = IntraclassCorrelation.withDefaults().estimate(first, second);
        assertRelative("MSB", found.meanSquares().between(), 68.2, 1e-12);
        assertRelative("MSJ", found.meanSquares().reader(), 4.0 / 3, 1e-12);
        assertRelative("MSE", found.meanSquares().error(), 1.0 / 3, 1e-12);
        assertRelative("MSW", found.meanSquares().within(), 0.5, 1e-12);
        assertRelative("F", found.f(), 204.6, 1e-12);
    }

    private static boolean isUndefined(Golden expected) {
        return expected.has("recommended") && expected.get("recommended").has("icc");
    }

    private static void meanSquares(Golden one, MeanSquares found) {
        Golden expected = one.get("expected").get("anova");
        String what = one.get("id").text();
        assertNear(what, found.between(), expected.get("MSB").number(), 1e-9);
        assertNear(what, found.reader(), expected.get("MSJ").number(), 1e-9);
        assertNear(what, found.error(), expected.get("MSE").number(), 1e-9);
        assertNear(what, found.within(), expected.get("MSW").number(), 1e-9);
    }

    private static void compare(String what, IccEstimate found, Golden psych) {
        assertNear(what, found.value(), psych.get("icc").number(), 1e-9);
        assertRelative(what + " F", found.f(), psych.get("F").number(), 1e-8);
        assertThat(found.df1()).as(what).isEqualTo((int) psych.get("df1").number());
        assertThat(found.df2()).as(what).isEqualTo((int) psych.get("df2").number());
        assertRelative(what + " p", found.pValue(), psych.get("p").number(), 1e-6);
        limits(what, found, psych);
    }

    private static void limits(String what, IccEstimate found, Golden psych) {
        assertNear(what + " lower", found.lower(), psych.get("lower").number(), 1e-9);
        assertNear(what + " upper", found.upper(), psych.get("upper").number(), 1e-9);
    }

    static double[][] readings(Golden one) {
        List<double[]> rows =
                one.get("ratings_rows").items().stream().map(Golden::numbers).toList();
        double[][] readings = new double[rows.get(0).length][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int r = 0; r < readings.length; r++) {
                readings[r][i] = rows.get(i)[r];
            }
        }
        return readings;
    }

    @Test
    void everyFeatureAgainstPsych() {
        FeatureTable first = reader("radiomics_reader1.csv.gz");
        FeatureTable second = reader("radiomics_reader2.csv.gz");
        int rows = 0;
        for (Map<String, String> row : Golden.rows("icc_features_psych.csv.gz")) {
            String name = row.get("feature");
            IccForm form = FORMS.get(row.get("type"));
            String what = name + " " + form;
            IccEstimate found = IntraclassCorrelation.withDefaults()
                    .withForm(form)
                    .estimate(first.column(name), second.column(name));
            double icc = number(row.get("icc"));
            if (Double.isNaN(icc)) {
                assertThat(found.value()).as(what).isNaN();
                assertThat(found.reason()).as(what).isPresent();
            } else {
                assertNear(what, found.value(), icc, 1e-9);
            }
            if (row.get("degenerate").equals("0")) {
                assertRelative(what + " F", found.f(), number(row.get("F")), 1e-8);
                assertThat(found.df2()).as(what).isEqualTo((int) number(row.get("df2")));
                assertRelative(what + " p", found.pValue(), number(row.get("p")), 1e-6);
                assertNear(what + " lower", found.lower(), number(row.get("lower")), 1e-9);
                assertNear(what + " upper", found.upper(), number(row.get("upper")), 1e-9);
                assertRelative(what, found.meanSquares().between(), number(row.get("MSB")), 1e-9);
                assertRelative(what, found.meanSquares().within(), number(row.get("MSW")), 1e-9);
            }
            rows++;
        }
        assertThat(rows).isEqualTo(6 * 1197);
    }

    @Test
    void everyFeatureAgainstIrr() {
        FeatureTable first = reader("radiomics_reader1.csv.gz");
        FeatureTable second = reader("radiomics_reader2.csv.gz");
        IccTable agreement = IntraclassCorrelation.withDefaults().estimate(first, second);
        IccTable consistency =
                IntraclassCorrelation.withDefaults().withForm(IccForm.ICC_3_1).estimate(first, second);
        IccTable oneWay =
                IntraclassCorrelation.withDefaults().withForm(IccForm.ICC_1_1).estimate(first, second);
        int rows = 0;
        int withLimits = 0;
        for (Map<String, String> row : Golden.rows("icc_features_irr.csv.gz")) {
            String name = row.get("feature");
            assertNear(name, oneWay.estimate(name).value(), number(row.get("one")), 1e-9);
            withLimits += compare(agreement.estimate(name), row, "A1") + compare(consistency.estimate(name), row, "C1");
            rows++;
        }
        assertThat(rows).isEqualTo(1197);
        assertThat(withLimits).isGreaterThan(2 * 1190);
    }

    private static int compare(IccEstimate found, Map<String, String> row, String kind) {
        String what = row.get("feature") + " " + kind;
        assertNear(what, found.value(), number(row.get(kind)), 1e-9);
        double lower = number(row.get(kind + "_lower"));
        if (Double.isNaN(lower)) {
            return 0; // irr has 0/0 where there is no error
        }
        assertNear(what, found.lower(), lower, 1e-9);
        assertNear(what, found.upper(), number(row.get(kind + "_upper")), 1e-9);
        return 1;
    }

    @Test
    void theSameFeaturesAreKept() {
        Golden sets = Golden.json("icc_features_summary.json").get("counts_and_sets");
        FeatureTable first = reader("radiomics_reader1.csv.gz");
        IccFilter filter =
                IccFilter.between(first, reader("radiomics_reader2.csv.gz")).overAllReadings();
        int compared = 0;
        for (Map.Entry<String, IccForm> form : FORMS.entrySet()) {
            for (double bar : new double[] {0.75, 0.8, 0.85, 0.9}) {
                Selection found =
                        filter.withForm(form.getValue()).withMinimum(bar).select(first, UNUSED);
                String key = form.getKey() + "_gt_" + bar;
                assertThat(found.kept()).as(key).hasSize((int) sets.get(key).number());
                if (sets.has(key + "_features")) {
                    assertThat(found.kept())
                            .as(key)
                            .containsExactlyElementsOf(sets.get(key + "_features").items().stream()
                                    .map(Golden::text)
                                    .toList());
                    compared++;
                }
                compared++;
            }
        }
        for (String form : List.of("ICC2", "ICC3")) {
            Selection found = filter.withForm(FORMS.get(form))
                    .withMinimumOfLowerLimit(0.75)
                    .select(first, UNUSED);
            assertThat(found.kept())
                    .hasSize((int) sets.get(form + "_lower_gt_0.75_count").number());
            assertThat(found.dropped().stream().filter(one -> Double.isNaN(one.score())))
                    .hasSize(sets.get(form + "_undefined").items().size());
            compared++;
        }
        assertThat(compared).isEqualTo(24 + 2 + 2);
    }

    private static double number(String text) {
        return switch (text) {
            case "NA", "NaN", "" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static FeatureTable reader(String file) {
        List<Map<String, String>> rows = Golden.rows(file);
        List<String> names = new ArrayList<>(rows.get(0).keySet());
        names.remove("id");
        double[][] columns = new double[names.size()][rows.size()];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows.size(); i++) {
                columns[j][i] = number(rows.get(i).get(names.get(j)));
            }
        }
        return FeatureTable.of(rows.stream().map(row -> row.get("id")).toList(), names, columns);
    }
}
