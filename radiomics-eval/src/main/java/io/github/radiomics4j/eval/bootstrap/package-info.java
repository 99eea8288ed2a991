/**
 * How much a statistic varies over samples like this one: {@link io.github.radiomics4j.eval.bootstrap.Resamples} draws
 * cases again, with replacement, and a {@link io.github.radiomics4j.eval.bootstrap.BootstrapDistribution} makes intervals
 * of what the statistic was each time.
 *
 * <p>What surprises people: each replicate has a seed of its own, made of the seed and its number, so the result does not
 * depend on the number of threads.
 */
@NullMarked
package io.github.radiomics4j.eval.bootstrap;

import org.jspecify.annotations.NullMarked;
