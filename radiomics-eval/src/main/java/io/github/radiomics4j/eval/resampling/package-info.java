/**
 * How good a way of making models is, from the training cases alone: {@link
 * io.github.radiomics4j.eval.resampling.Folds} part them, {@link io.github.radiomics4j.eval.resampling.CrossValidation}
 * predicts each part by a model of the others, {@link io.github.radiomics4j.eval.resampling.OptimismBootstrap} and {@link
 * io.github.radiomics4j.eval.resampling.PermutationTest} say what of it is luck.
 *
 * <p>What surprises people: it is the whole way that is evaluated. A trainer must hold every step that looks at the cases,
 * selection of features too; one that was selected on all cases has leaked already.
 */
@NullMarked
package io.github.radiomics4j.eval.resampling;

import org.jspecify.annotations.NullMarked;
