package io.github.radiomics4j.models.tree;

import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.models.fitted.TrainingRows;
import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Grows the trees of a forest, each from a seed of its own, in blocks that threads share. */
final class ForestTrainer {
    private static final int TREES_PER_TASK = 8;

    private final TrainingRows rows;
    private final SortedColumns columns;
    private final TreeOptions options;
    private final boolean isExtra;
    private final long[] seeds;
    private final double[] classWeights;

    ForestTrainer(TrainingRows rows, TreeOptions options, boolean isExtra, long seed) {
        this.rows = rows;
        this.columns = new SortedColumns(rows.columns());
        this.options = options;
        this.isExtra = isExtra;
        this.seeds = new SplittableRandom(seed).longs(options.trees()).toArray();
        this.classWeights = options.classWeight().of(rows.positive());
    }

    Forest train(String kind, Execution execution) {
        Tree[] trees = new Tree[seeds.length];
        double[][] importances = new double[seeds.length][];
        List<Runnable> tasks = new ArrayList<>();
        for (int from = 0; from < trees.length; from += TREES_PER_TASK) {
            int first = from;
            int last = Math.min(trees.length, from + TREES_PER_TASK);
            tasks.add(() -> {
                for (int t = first; t < last; t++) {
                    execution.checkCancelled();
                    SplittableRandom random = new SplittableRandom(seeds[t]);
                    TreeGrower grower =
                            new TreeGrower(columns, rows.positive(), weights(random), options, isExtra, random);
                    trees[t] = grower.grow();
                    importances[t] = grower.importances();
                }
            });
        }
        execution.runAll(tasks);
        return new Forest(kind, Arrays.asList(trees), mean(importances));
    }

    /** Returns the weight of each case in a tree: how often it was drawn, where cases are drawn, times that of its class. */
    private double[] weights(SplittableRandom random) {
        double[] weights = new double[rows.caseCount()];
        if (isExtra) {
            Arrays.fill(weights, 1);
        } else {
            for (int i = 0; i < weights.length; i++) {
                weights[random.nextInt(weights.length)]++;
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= classWeights[rows.positive()[i] ? 1 : 0];
        }
        return weights;
    }

    /** Returns the mean of each case over the trees that have not seen it; cases that all have seen are left out. */
    Predictions outOfBag(Forest forest) {
        double[] sums = new double[rows.caseCount()];
        int[] counts = new int[rows.caseCount()];
        for (int t = 0; t < seeds.length; t++) {
            double[] weights = weights(new SplittableRandom(seeds[t]));
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] == 0) {
                    sums[i] += forest.trees().get(t).predict(rows.columns(), i);
                    counts[i]++;
                }
            }
        }
        List<String> ids = new ArrayList<>();
        double[] means = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            if (counts[i] > 0) {
                means[ids.size()] = sums[i] / counts[i];
                ids.add(rows.table().caseIds().get(i));
            }
        }
        return Predictions.of(ids, Arrays.copyOf(means, ids.size()));
    }

    private static double[] mean(double[][] importances) {
        double[] mean = new double[importances[0].length];
        double sum = 0;
        for (double[] tree : importances) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += tree[j];
                sum += tree[j];
            }
        }
        for (int j = 0; j < mean.length && sum > 0; j++) {
            mean[j] /= sum;
        }
        return mean;
    }
}
