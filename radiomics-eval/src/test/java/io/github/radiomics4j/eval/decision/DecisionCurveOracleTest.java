package io.github.radiomics4j.eval.decision;

import static io.github.radiomics4j.eval.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.eval.bootstrap.BootstrapDistribution;
import io.github.radiomics4j.eval.bootstrap.BootstrapInterval;
import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.run.Execution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** dcurves 0.5.1 and rmda 1.6, 1e-12; bootstrap by NumPy on given resamples, 1e-10. */
class DecisionCurveOracleTest {
    private static final DecisionCurveAnalysis ANALYSIS = DecisionCurveAnalysis.withDefaults();

    private static boolean[] truth(Map<String, double[]> scores) {
        double[] y = scores.get("y");
        boolean[] positive = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            positive[i] = y[i] == 1;
        }
        return positive;
    }

    @Test
    void everyRowOfDcurves() {
        List<Map<String, String>> rows = Golden.rows("dca.csv.gz");
        assertThat(rows).hasSize(2079);
        for (Map<String, String> row : rows) {
            Map<String, double[]> scores = Golden.columns("scores_" + row.get("dataset") + ".csv");
            boolean[] positive = truth(scores);
            double threshold = Double.parseDouble(row.get("threshold"));
            double[] probabilities = new double[positive.length];
            switch (row.get("model")) {
                case "all" -> Arrays.fill(probabilities, 1);
                case "none" -> Arrays.fill(probabilities, 0);
                default -> probabilities = scores.get(row.get("model"));
            }
            DecisionCurve.Point point =
                    ANALYSIS.curve(probabilities, positive, threshold).points().get(0);
            compare(row, "tp", point.truePositives());
            compare(row, "fp", point.falsePositives());
            compare(row, "net_benefit", point.netBenefit());
            compare(row, "standardized_nb", point.standardized());
            compare(row, "nb_se_delta", point.standardError());
            Interval interval = point.interval(0.95);
            compare(row, "nb_ci95_lo", interval.lower());
            compare(row, "nb_ci95_hi", interval.upper());
            compare(row, "interventions_avoided_per_patient", point.interventionsAvoided());
            compare(row, "dcurves_net_benefit", point.netBenefit());
            DecisionCurve.Point strict = ANALYSIS.withRule(DecisionCurveAnalysis.Rule.ABOVE)
                    .curve(probabilities, positive, threshold)
                    .points()
                    .get(0);
            compare(row, "nb_strict_gt_rmda", strict.netBenefit());
        }
    }

    private static void compare(Map<String, String> row, String column, double found) {
        String expected = row.get(column);
        if (!expected.isEmpty()) {
            assertNear(row + " " + column, found, Double.parseDouble(expected), 1e-12);
        }
    }

    @Test
    void harmPrevalenceAndOptingOut() {
        Golden expected = Golden.json("dca_extra.json").get("n40_cnn");
        Map<String, double[]> scores = Golden.columns("scores_n40.csv");
        double[] thresholds = expected.get("thresholds").numbers();
        assertThat(thresholds).hasSize(99).isEqualTo(DecisionCurveAnalysis.percentages());
        DecisionCurve rmda =
                ANALYSIS.withRule(DecisionCurveAnalysis.Rule.ABOVE).curve(scores.get("cnn"), truth(scores), thresholds);
        DecisionCurve harm = ANALYSIS.withHarm(0.02).curve(scores.get("cnn"), truth(scores), thresholds);
        DecisionCurve rare = ANALYSIS.withPrevalence(0.2).curve(scores.get("cnn"), truth(scores), thresholds);
        double negativeShare = 11.0 / 40;
        for (int k = 0; k < thresholds.length; k++) {
            DecisionCurve.Point point = rmda.points().get(k);
            assertNear("nb", point.netBenefit(), expected.get("rmda_NB").numbers()[k], 1e-12);
            assertNear("snb", point.standardized(), expected.get("rmda_sNB").numbers()[k], 1e-12);
            double optOut = expected.get("rmda_opt_out_NB").numbers()[k];
            assertNear("opt out", point.netBenefitOfOptingOut(), optOut, 1e-12);
            assertNear(
                    "opt out, standardized",
                    point.netBenefitOfOptingOut() / negativeShare,
                    expected.get("rmda_opt_out_sNB").numbers()[k],
                    1e-12);
            assertNear(
                    "harm",
                    harm.points().get(k).netBenefit(),
                    expected.get("dcurves_harm_0.02_net_benefit").numbers()[k],
                    1e-12);
            assertNear(
                    "prevalence",
                    rare.points().get(k).netBenefit(),
                    expected.get("dcurves_prevalence_0.2_net_benefit").numbers()[k],
                    1e-12);
        }
    }

    @Test
    void bootstrapOnGivenResamples() {
        Golden file = Golden.json("dca_bootstrap.json");
        List<Golden> cases = file.get("cases").items();
        assertThat(cases).hasSize(38);
        Map<String, double[]> scores = Golden.columns("scores_n40.csv");
        Resamples resamples = Resamples.of(Golden.indices("boot_idx_plain_n40.csv.gz"));
        for (Golden one : cases) {
            double threshold = one.get("threshold").number();
            BootstrapDistribution found = ANALYSIS.bootstrap(
                            scores.get(one.get("model").text()),
                            truth(scores),
                            resamples,
                            Execution.sequential(),
                            threshold)
                    .get(0);
            assertNear("nb", found.estimate(), one.get("nb").number(), 1e-12);
            Interval interval = found.interval(BootstrapInterval.PERCENTILE, 0.95);
            assertNear("lower", interval.lower(), one.get("nb_ci95_type7").numbers()[0], 1e-10);
            assertNear("upper", interval.upper(), one.get("nb_ci95_type7").numbers()[1], 1e-10);
            assertNear("sd", found.standardError(), one.get("nb_boot_sd").number(), 1e-10);
        }
    }

    @Test
    void threadsAndTheOrderOfThresholdsChangeNothing() {
        Map<String, double[]> scores = Golden.columns("scores_n300.csv");
        Resamples resamples = Resamples.stratified(300, 5);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            var one = ANALYSIS.bootstrap(scores.get("m1"), truth(scores), resamples, Execution.sequential(), 0.5, 0.1);
            var many = ANALYSIS.bootstrap(scores.get("m1"), truth(scores), resamples, Execution.on(pool), 0.1, 0.5);
            assertThat(many.get(1).replicates()).isEqualTo(one.get(0).replicates());
            assertThat(many.get(0).replicates()).isEqualTo(one.get(1).replicates());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void atTheEndsAllAreTreatedOrThoseOfProbabilityOne() {
        double[] probabilities = {0, 0.5, 1, 1};
        boolean[] positive = {false, true, true, false};
        List<DecisionCurve.Point> points =
                ANALYSIS.curve(probabilities, positive, 0, 0.999).points();
        assertThat(points.get(0).netBenefit())
                .isEqualTo(0.5)
                .isEqualTo(points.get(0).treatAll());
        assertThat(points.get(0).interventionsAvoided()).isNaN();
        assertThat(points.get(1).truePositives()).isEqualTo(1);
        assertThat(points.get(1).falsePositives()).isEqualTo(1);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        boolean[] positive = {false, true};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANALYSIS.curve(new double[] {0.1, 1.2}, positive, 0.5))
                .withMessageContaining("1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANALYSIS.curve(new double[] {0.1, Double.NaN}, positive, 0.5))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> ANALYSIS.curve(new double[2], positive, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ANALYSIS.curve(new double[2], new boolean[2], 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> ANALYSIS.withHarm(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> ANALYSIS.withPrevalence(1));
    }
}
