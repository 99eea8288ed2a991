/**
 * How well scores tell positive cases from negative ones, whatever the threshold: {@link
 * io.github.radiomics4j.eval.roc.RocCurve} and the area under it, and {@link io.github.radiomics4j.eval.roc.DeLong}, which
 * gives the area its variance and compares areas.
 *
 * <p>What surprises people: larger scores always speak for the positive class. No direction is guessed, so a model that
 * is worse than chance has an area below 0.5. Cases are ordered by score before anything is summed: their order in the
 * input changes no bit.
 */
@NullMarked
package io.github.radiomics4j.eval.roc;

import org.jspecify.annotations.NullMarked;
