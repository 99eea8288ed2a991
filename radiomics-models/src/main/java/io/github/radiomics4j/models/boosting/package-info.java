/**
 * Boosted trees of the libraries that papers name: {@link io.github.radiomics4j.models.boosting.XGBoost} and {@link
 * io.github.radiomics4j.models.boosting.LightGBM}.
 *
 * <p>Both are optional dependencies with native code. They run with one thread of their own, which makes them reproducible,
 * and quick on a busy machine; whoever has many fits shares those out instead. Models are the libraries' own published
 * formats, JSON and text, which Python reads too.
 */
@NullMarked
package io.github.radiomics4j.models.boosting;

import org.jspecify.annotations.NullMarked;
