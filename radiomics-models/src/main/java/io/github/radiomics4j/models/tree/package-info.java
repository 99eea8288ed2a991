/**
 * Forests of decision trees: {@link io.github.radiomics4j.models.tree.RandomForest} and {@link
 * io.github.radiomics4j.models.tree.ExtraTrees}.
 *
 * <p>A tree is grown by {@code TreeGrower} from its own seed, so forests are equal for any number of threads, and is kept
 * as flat arrays in {@code Forest}, which predicts and goes to files. No library is needed. decisions/012 says what the
 * libraries took instead.
 */
@NullMarked
package io.github.radiomics4j.models.tree;

import org.jspecify.annotations.NullMarked;
