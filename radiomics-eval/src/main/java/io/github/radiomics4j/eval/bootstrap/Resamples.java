package io.github.radiomics4j.eval.bootstrap;

import io.github.radiomics4j.learn.Predictions;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Which cases each replicate of a bootstrap holds: as many as there are, drawn with replacement. The same on every JDK and
 * for any number of threads.
 *
 * <p>What is drawn are places. The same cases in another order are other draws, and so another result within the error of
 * the bootstrap; faces that know case ids put them {@link #inOrder} first, so that theirs does not depend on it.
 */
public final class Resamples {
    private final int replicates;
    private final boolean stratified;
    private final long seed;
    private final @Nullable List<int[]> given;

    private Resamples(int replicates, boolean stratified, long seed, @Nullable List<int[]> given) {
        if (replicates < 1) {
            throw new IllegalArgumentException("at least one replicate is needed, found " + replicates);
        }
        this.replicates = replicates;
        this.stratified = stratified;
        this.seed = seed;
        this.given = given;
    }

    /** Returns replicates that hold as many positive and negative cases as there are, pROC's default. */
    public static Resamples stratified(int replicates, long seed) {
        return new Resamples(replicates, true, seed, null);
    }

    /** Returns replicates drawn from all cases; some may hold one class alone. */
    public static Resamples plain(int replicates, long seed) {
        return new Resamples(replicates, false, seed, null);
    }

    /**
     * Returns replicates that were drawn elsewhere.
     *
     * @param indices of the cases of each replicate, counted from 0; copied
     */
    public static Resamples of(List<int[]> indices) {
        return new Resamples(
                indices.size(), false, 0, indices.stream().map(int[]::clone).toList());
    }

    /** Returns the predictions in ascending order of case id. */
    public static Predictions inOrder(Predictions predictions) {
        return predictions.rows(predictions.caseIds().stream().sorted().toList());
    }

    /** Returns the number of replicates. */
    public int replicates() {
        return replicates;
    }

    /**
     * Returns the places of the cases of one replicate, in a new array.
     *
     * @param replicate its number, from 0
     * @param positive the truth; not modified
     * @throws IllegalArgumentException if a given place is none of a case
     */
    public int[] draw(int replicate, boolean[] positive) {
        if (given != null) {
            int[] places = given.get(replicate).clone();
            for (int place : places) {
                if (place < 0 || place >= positive.length) {
                    throw new IllegalArgumentException("replicate " + replicate + " must hold places 0 to "
                            + (positive.length - 1) + ", found " + place);
                }
            }
            return places;
        }
        Random random = new Random(mixed(seed + 0x9E3779B97F4A7C15L * (replicate + 1)));
        return stratified
                ? drawnByClass(positive, random)
                : random.ints(positive.length, 0, positive.length).toArray();
    }

    private static int[] drawnByClass(boolean[] positive, Random random) {
        int[] byClass = new int[positive.length];
        int positives = 0;
        int negatives = 0;
        for (int i = 0; i < positive.length; i++) {
            if (positive[i]) {
                byClass[positives++] = i;
            } else {
                byClass[positive.length - ++negatives] = i;
            }
        }
        int[] places = new int[positive.length];
        for (int i = 0; i < places.length; i++) {
            places[i] =
                    i < positives ? byClass[random.nextInt(positives)] : byClass[positives + random.nextInt(negatives)];
        }
        return places;
    }

    /** Spreads the bits of a number over all of it (the finalizer of SplitMix64). */
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
