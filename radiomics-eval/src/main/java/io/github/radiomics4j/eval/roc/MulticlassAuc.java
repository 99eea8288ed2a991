package io.github.radiomics4j.eval.roc;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The area for more than two classes (Hand and Till 2001, doi 10.1023/A:1010920819831): over all pairs of classes, the mean
 * of how well their cases are told from each other.
 *
 * <pre>{@code
 * M = 2 / (c (c − 1)) Σ_{i<j} (A(i|j) + A(j|i)) / 2      A(i|j): area of the probability of i, cases of i against those of j
 * }</pre>
 */
public final class MulticlassAuc {
    private MulticlassAuc() {}

    /**
     * Returns M of the probabilities of classes.
     *
     * @param probabilities finite, by class and case; not modified
     * @param classes the true class of each case, from 0; each class has a case; not modified
     */
    public static double of(double[][] probabilities, int[] classes) {
        int[][] members = members(classes, probabilities.length);
        double sum = 0;
        for (int i = 0; i < members.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += area(probabilities[i], members[i], members[j]) + area(probabilities[j], members[j], members[i]);
            }
        }
        return sum / (members.length * (members.length - 1.0));
    }

    /**
     * Returns M of one score, pROC's for a score: A of two classes is the area with the direction that makes it larger, since
     * one score cannot speak for each of three classes. Never below 0.5, so not for scores that may be noise.
     *
     * @param scores finite; not modified
     * @param classes the true class of each case, from 0; each class has a case; not modified
     * @param count number of classes, at least 2
     */
    public static double ofScore(double[] scores, int[] classes, int count) {
        int[][] members = members(classes, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double area = area(scores, members[i], members[j]);
                sum += Math.max(area, 1 - area);
            }
        }
        return 2 * sum / (count * (count - 1.0));
    }

    private static int[][] members(int[] classes, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("there must be two classes or more, found " + count);
        }
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < 0 || classes[i] >= count) {
                throw new IllegalArgumentException(
                        "a class must lie in 0 to " + (count - 1) + ", found " + classes[i] + " at place " + i);
            }
        }
        int[][] members = new int[count][];
        for (int c = 0; c < count; c++) {
            int wanted = c;
            members[c] = IntStream.range(0, classes.length)
                    .filter(i -> classes[i] == wanted)
                    .toArray();
            if (members[c].length == 0) {
                throw new IllegalArgumentException("every class must have a case, found none of class " + c);
            }
        }
        return members;
    }

    private static double area(double[] scores, int[] positives, int[] negatives) {
        double[] both = new double[positives.length + negatives.length];
        boolean[] positive = new boolean[both.length];
        Arrays.fill(positive, 0, positives.length, true);
        for (int i = 0; i < both.length; i++) {
            int place = i < positives.length ? positives[i] : negatives[i - positives.length];
            if (place >= scores.length) {
                throw new IllegalArgumentException(
                        "every case must have a score of each class, found " + scores.length);
            }
            both[i] = scores[place];
        }
        return Placements.of(both, positive).auc();
    }
}
