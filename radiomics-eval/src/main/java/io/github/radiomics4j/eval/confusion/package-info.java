/**
 * What a threshold makes of scores: a {@link io.github.radiomics4j.eval.confusion.ConfusionMatrix} of four counts, from which
 * accuracy, sensitivity, specificity and all other 2 × 2 metrics come, and the {@link
 * io.github.radiomics4j.eval.confusion.Threshold}, which says where it came from.
 *
 * <p>What surprises people: a threshold chosen on the cases that are then counted makes every metric look better than it is.
 * So the default is one chosen on out-of-fold predictions of training cases. A quotient of 0 by 0 is NaN, not 0.
 */
@NullMarked
package io.github.radiomics4j.eval.confusion;

import org.jspecify.annotations.NullMarked;
