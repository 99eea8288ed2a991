package io.github.radiomics4j.select.lasso;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Keeps the columns that the LASSO selects again and again: on each of many halves of the cases, drawn without replacement
 * from each class by itself, the first q columns or fewer that enter the path are selected; a column is kept whose share of
 * halves is at least π. For exchangeable noise the number of columns kept in error is expected to be at most
 *
 * <pre>q² / ((2 π − 1) p)</pre>
 *
 * <p>of p columns that vary. Meinshausen and Bühlmann 2010, doi:10.1111/j.1467-9868.2010.00740.x.
 *
 * @param net what is fitted to each half; its path alone matters
 * @param subsamples number of halves, at least 2
 * @param maximumFeatures q, at least 1
 * @param threshold π, above 1/2, at most 1
 * @param seed of the halves
 */
public record StabilitySelection(ElasticNet net, int subsamples, int maximumFeatures, double threshold, long seed)
        implements FeatureSelector {

    /** Checks the numbers. */
    public StabilitySelection {
        if (subsamples < 2 || maximumFeatures < 1) {
            throw new IllegalArgumentException("two halves or more and one feature or more are needed, found "
                    + subsamples + " and " + maximumFeatures);
        }
        if (!(threshold > 0.5 && threshold <= 1)) {
            throw new IllegalArgumentException("the threshold must be above 0.5 and at most 1, found " + threshold);
        }
        if (!net.weights().isEmpty() || !net.offsets().isEmpty()) {
            throw new IllegalArgumentException("halves of the cases take neither weights nor offsets");
        }
    }

    /** Returns 100 halves, the first 20 columns of each, and a threshold of 0.75. */
    public static StabilitySelection withDefaults(long seed) {
        ElasticNet net = ElasticNet.withDefaults(Family.BINOMIAL).withThreshold(1e-10);
        return new StabilitySelection(net, 100, 20, 0.75, seed);
    }

    /** Returns a copy with another number of halves. */
    public StabilitySelection withSubsamples(int subsamples) {
        return new StabilitySelection(net, subsamples, maximumFeatures, threshold, seed);
    }

    /** Returns a copy with another q. */
    public StabilitySelection withMaximumFeatures(int maximumFeatures) {
        return new StabilitySelection(net, subsamples, maximumFeatures, threshold, seed);
    }

    /** Returns a copy with another π. */
    public StabilitySelection withThreshold(double threshold) {
        return new StabilitySelection(net, subsamples, maximumFeatures, threshold, seed);
    }

    /** Returns a copy that fits another elastic net. */
    public StabilitySelection withNet(ElasticNet net) {
        return new StabilitySelection(net, subsamples, maximumFeatures, threshold, seed);
    }

    @Override
    public StableSelection select(FeatureTable table, Outcome outcome) {
        return select(table, outcome, Execution.sequential());
    }

    /** Selects as {@link #select(FeatureTable, Outcome)} does, the halves on the threads of {@code execution}. */
    public StableSelection select(FeatureTable table, Outcome outcome, Execution execution) {
        List<String> ids = new ArrayList<>(table.caseIds());
        Collections.sort(ids); // so that the order of rows does not choose the halves
        FeatureTable sorted = table.rows(ids);
        List<String> names = table.columnNames();
        double[][] columns = names.stream().map(sorted::column).toArray(double[][]::new);
        double[] response = Lasso.response(sorted, outcome);
        FitChecks.requireFinite(columns, response, j -> "column " + names.get(j), i -> "case " + ids.get(i));
        FitData data = net.data(columns, response);
        ElasticNet early = net.withMaximumFeatures(maximumFeatures);
        int[][] halves = halves(response);
        int[][] selected = new int[halves.length][];
        List<Runnable> tasks = new ArrayList<>();
        for (int s = 0; s < halves.length; s++) {
            int half = s;
            tasks.add(() -> selected[half] = firstColumns(early.fit(data.rows(halves[half]))));
        }
        execution.runAll(tasks);
        int[] counts = new int[columns.length];
        for (int[] one : selected) {
            for (int column : one) {
                counts[column]++;
            }
        }
        return new StableSelection(this, names, counts, varying(columns));
    }

    private int[][] halves(double[] response) {
        Random random = new Random(seed);
        int[][] halves = new int[subsamples][];
        for (int s = 0; s < subsamples; s++) {
            List<Integer> rows = new ArrayList<>();
            for (double wanted : new double[] {1, 0}) {
                List<Integer> ofClass = new ArrayList<>();
                for (int i = 0; i < response.length; i++) {
                    if (response[i] == wanted) {
                        ofClass.add(i);
                    }
                }
                Collections.shuffle(ofClass, random);
                rows.addAll(ofClass.subList(0, ofClass.size() / 2));
            }
            halves[s] = rows.stream().mapToInt(Integer::intValue).sorted().toArray();
        }
        return halves;
    }

    /** Returns the columns that have entered by the last λ down to which they are q at most. */
    private int[] firstColumns(ElasticNetPath path) {
        boolean[] hasEntered = new boolean[path.columnCount()];
        int[] entered = new int[0];
        for (PathPoint point : path.points()) {
            List<Integer> all = new ArrayList<>();
            for (int column : point.coefficients().columns()) {
                hasEntered[column] = true;
            }
            for (int j = 0; j < hasEntered.length; j++) {
                if (hasEntered[j]) {
                    all.add(j);
                }
            }
            if (all.size() > maximumFeatures) {
                return entered;
            }
            entered = all.stream().mapToInt(Integer::intValue).toArray();
        }
        return entered;
    }

    private static int varying(double[][] columns) {
        return (int) Arrays.stream(columns)
                .filter(column -> Arrays.stream(column).anyMatch(value -> value != column[0]))
                .count();
    }
}
