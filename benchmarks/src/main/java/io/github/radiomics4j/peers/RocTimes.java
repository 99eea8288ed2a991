package io.github.radiomics4j.peers;

import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.eval.decision.DecisionCurveAnalysis;
import io.github.radiomics4j.eval.roc.AucComparison;
import io.github.radiomics4j.eval.roc.AucEstimate;
import io.github.radiomics4j.eval.roc.DeLong;
import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.run.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Our side of {@code compare_roc.py}: reads a file of scores, repeats each call, prints median seconds and values. */
final class RocTimes {
    private static final long WARM_UP_NANOS = 2_000_000_000L;
    private static Object sink;

    private RocTimes() {}

    public static void main(String[] args) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        int rounds = Integer.parseInt(args[1]);
        int n = lines.size() - 1;
        boolean[] positive = new boolean[n];
        double[] first = new double[n];
        double[] second = new double[n];
        for (int i = 0; i < n; i++) {
            String[] cells = lines.get(i + 1).split(",");
            positive[i] = cells[0].equals("1");
            first[i] = Double.parseDouble(cells[1]);
            second[i] = Double.parseDouble(cells[2]);
        }
        DeLong deLong = DeLong.withDefaults();
        AucEstimate estimate = deLong.estimate(first, positive);
        AucComparison test = deLong.test(first, second, positive);
        double auc = seconds(rounds, n, () -> RocCurve.of(first, positive).auc());
        double ci = seconds(rounds, n, () -> deLong.estimate(first, positive));
        double both = seconds(rounds, n, () -> deLong.test(first, second, positive));
        String bootstrap = "";
        if (n == 1000) {
            double[] probabilities =
                    Arrays.stream(first).map(x -> 1 / (1 + Math.exp(-x))).toArray();
            double one = seconds(
                    rounds,
                    20_000,
                    () -> DecisionCurveAnalysis.withDefaults()
                            .bootstrap(
                                    probabilities,
                                    positive,
                                    Resamples.plain(2000, 1),
                                    Execution.sequential(),
                                    DecisionCurveAnalysis.percentages()));
            bootstrap = ", \"decision_bootstrap\": " + one;
        }
        System.out.printf(
                Locale.ROOT,
                "{\"auc\": %s, \"lower\": %s, \"upper\": %s, \"z\": %s, \"p\": %s, \"seconds\":"
                        + " {\"auc\": %s, \"ci\": %s, \"test\": %s}%s}%n",
                estimate.auc(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                test.statistic(),
                test.pValue(),
                auc,
                ci,
                both,
                bootstrap);
    }

    private static double seconds(int rounds, int n, Supplier<Object> call) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_UP_NANOS) {
            sink = call.get();
        }
        int inner = Math.max(1, 20_000 / n);
        double[] times = new double[rounds];
        for (int r = 0; r < rounds; r++) {
            long before = System.nanoTime();
            for (int k = 0; k < inner; k++) {
                sink = call.get();
            }
            times[r] = (System.nanoTime() - before) / 1e9 / inner;
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }
}
