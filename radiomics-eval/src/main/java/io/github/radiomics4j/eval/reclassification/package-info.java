/**
 * Whether a new model puts cases into better places than an old one: net reclassification and integrated discrimination.
 *
 * <p>What surprises people: the net reclassification without categories rises with noise; prefer decision curves, or say the
 * two parts of it.
 */
@NullMarked
package io.github.radiomics4j.eval.reclassification;

import org.jspecify.annotations.NullMarked;
