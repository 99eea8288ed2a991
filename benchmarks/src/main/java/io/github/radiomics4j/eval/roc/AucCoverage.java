package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.eval.bootstrap.BootstrapDistribution;
import io.github.radiomics4j.eval.bootstrap.BootstrapInterval;
import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.run.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How often do 95 % intervals of an area hold the true one, with 29 positive and 11 negative cases whose scores are normal?
 * Writes a page of Markdown: {@code java -cp benchmarks.jar io.github.radiomics4j.eval.roc.AucCoverage FILE [SAMPLES
 * [REPLICATES]]}. The same numbers for the same arguments, on any number of threads.
 */
public final class AucCoverage {
    private static final int POSITIVES = 29;
    private static final int NEGATIVES = 11;
    private static final double[] AREAS = {0.70, 0.80, 0.85, 0.90, 0.95};

    /** Coverage of the plain and the logit interval that NumPy found, 6000 samples of each area. */
    private static final double[][] REFERENCE = {
        {0.92417, 0.95367}, {0.90767, 0.9525}, {0.88967, 0.94667}, {0.86133, 0.9475}, {0.80533, 0.95483}
    };

    private static final int REFERENCE_SAMPLES = 6000;

    private enum Method {
        PLAIN("DeLong, plain"),
        LOGIT("DeLong, logit"),
        LOGIT_OR_EXACT("DeLong, logit; exact where the classes are separated"),
        HANLEY_MCNEIL("Hanley and McNeil, plain"),
        HANLEY_MCNEIL_LOGIT("Hanley and McNeil, logit"),
        PERCENTILE("bootstrap, percentile"),
        BCA("bootstrap, BCa"),
        BCA_MID_TIES("bootstrap, BCa with half of ties");

        private final String title;

        Method(String title) {
            this.title = title;
        }
    }

    private AucCoverage() {}

    public static void main(String[] args) throws IOException {
        int samples = args.length > 1 ? Integer.parseInt(args[1]) : 4000;
        int replicates = args.length > 2 ? Integer.parseInt(args[2]) : 1000;
        List<Map<Method, Double>> columns = new ArrayList<>();
        for (double area : AREAS) {
            columns.add(coverage(area, samples, replicates));
        }
        Files.writeString(Path.of(args[0]), page(columns, samples, replicates));
    }

    private static Map<Method, Double> coverage(double area, int samples, int replicates) {
        List<Map<Method, Boolean>> covered = IntStream.range(0, samples)
                .parallel()
                .mapToObj(s -> covered(area, s, replicates))
                .toList();
        Map<Method, Double> shares = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            long count = covered.stream().filter(one -> one.get(method)).count();
            shares.put(method, (double) count / samples);
        }
        return shares;
    }

    private static Map<Method, Boolean> covered(double area, int sample, int replicates) {
        double shift = Math.sqrt(2) * NormalDistribution.of(0, 1).inverseCumulativeProbability(area);
        Random random = new Random(1_000_003L * Math.round(area * 100) + sample);
        double[] scores = new double[POSITIVES + NEGATIVES];
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            positive[i] = i < POSITIVES;
            scores[i] = random.nextGaussian() + (positive[i] ? shift : 0);
        }
        DeLong plain = DeLong.withDefaults();
        AucEstimate logit = plain.withScale(CiScale.LOGIT).estimate(scores, positive);
        HanleyMcNeil hanleyMcNeil = HanleyMcNeil.withDefaults();
        BootstrapDistribution bootstrap = new AucBootstrap(Resamples.stratified(replicates, sample))
                .estimate(scores, positive, Execution.sequential());
        Map<Method, Boolean> covered = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            Interval interval = switch (method) {
                case PLAIN -> plain.estimate(scores, positive).interval();
                case LOGIT -> logit.interval();
                case LOGIT_OR_EXACT -> logit.exactInterval();
                case HANLEY_MCNEIL -> hanleyMcNeil.estimate(scores, positive).interval();
                case HANLEY_MCNEIL_LOGIT ->
                    hanleyMcNeil
                            .withScale(CiScale.LOGIT)
                            .estimate(scores, positive)
                            .interval();
                case PERCENTILE -> bootstrap.interval(BootstrapInterval.PERCENTILE, 0.95);
                case BCA -> bootstrap.interval(BootstrapInterval.BCA, 0.95);
                case BCA_MID_TIES -> bootstrap.interval(BootstrapInterval.BCA_MID_TIES, 0.95);
            };
            covered.put(method, interval.contains(area));
        }
        return covered;
    }

    private static String page(List<Map<Method, Double>> columns, int samples, int replicates) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, """
                # How often intervals of an area hold the true one

                Share of %,d samples whose 95 %% interval holds the true area, in per cent: %d positive and %d negative cases,
                normal scores of one variance, fixed seeds, %,d bootstrap replicates, stratified. The standard error of a share
                of 95 %% is %.1f. A sample without an interval (NaN, as on logits where the classes are separated) does not
                hold it.

                """, samples, POSITIVES, NEGATIVES, replicates, 100 * Math.sqrt(0.95 * 0.05 / samples)));
        text.append("| interval |");
        Arrays.stream(AREAS).forEach(area -> text.append(String.format(Locale.ROOT, " area %.2f |", area)));
        text.append("\n|---|").append("---:|".repeat(AREAS.length)).append('\n');
        for (Method method : Method.values()) {
            text.append("| ").append(method.title).append(" |");
            columns.forEach(column -> text.append(String.format(Locale.ROOT, " %.1f |", 100 * column.get(method))));
            text.append('\n');
        }
        text.append(String.format(Locale.ROOT, """

                Against NumPy's DeLong on %,d samples of its own, the difference in standard errors of both shares (beyond 3
                something would be wrong):

                """, REFERENCE_SAMPLES));
        text.append("| interval |");
        Arrays.stream(AREAS).forEach(area -> text.append(String.format(Locale.ROOT, " area %.2f |", area)));
        text.append("\n|---|").append("---:|".repeat(AREAS.length)).append('\n');
        for (int k = 0; k < 2; k++) {
            Method method = k == 0 ? Method.PLAIN : Method.LOGIT_OR_EXACT;
            text.append("| ")
                    .append(k == 0 ? "DeLong, plain" : "DeLong, logit, separated samples held")
                    .append(" |");
            for (int a = 0; a < AREAS.length; a++) {
                double p = columns.get(a).get(method);
                double q = REFERENCE[a][k];
                double error = Math.sqrt(p * (1 - p) / samples + q * (1 - q) / REFERENCE_SAMPLES);
                text.append(String.format(Locale.ROOT, " %.1f |", (p - q) / error));
            }
            text.append('\n');
        }
        text.append("\nWritten by `java -cp benchmarks/target/benchmarks.jar io.github.radiomics4j.eval.roc.AucCoverage"
                + " docs/auc-coverage.md " + samples + " " + replicates + "`.\n");
        return text.toString();
    }
}
