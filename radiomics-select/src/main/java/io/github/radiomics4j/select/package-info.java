/**
 * From a table and its outcome to few columns, without a look at test rows.
 *
 * <p>Every step is an immutable record of options that is a {@link io.github.radiomics4j.learn.Transformer} or a {@link
 * io.github.radiomics4j.learn.FeatureSelector}: it learns from training rows and is then applied to others. One package
 * per idea, in the order of a study: {@code scale}, {@code harmonize}, {@code reproducibility}, {@code univariate},
 * {@code redundancy}, {@code lasso}, {@code wrapper}. The root holds the pipeline of them.
 */
@NullMarked
package io.github.radiomics4j.select;

import org.jspecify.annotations.NullMarked;
