/**
 * How work is run: {@link io.github.radiomics4j.run.Execution} says on which executor, with which {@link
 * io.github.radiomics4j.run.Cancellation} and which listener for {@link io.github.radiomics4j.run.Progress}; {@link
 * io.github.radiomics4j.run.InvalidCaseException} says that one case cannot be used, and why.
 *
 * <p>Stage 0: every other package may use this one. What surprises people: the calling thread always works too, so a
 * pool of one thread that also runs the caller cannot deadlock.
 */
@NullMarked
package io.github.radiomics4j.run;

import org.jspecify.annotations.NullMarked;
