/**
 * The contracts of learning, and no algorithm: a {@link io.github.radiomics4j.learn.Transformer} learns from training
 * cases how to change a table, a {@link io.github.radiomics4j.learn.FeatureSelector} which columns to keep, a {@link
 * io.github.radiomics4j.learn.Trainer} a {@link io.github.radiomics4j.learn.Model}, which turns cases into {@link
 * io.github.radiomics4j.learn.Predictions}. Each is an immutable record of options with one verb.
 *
 * <p>Stage 10. What surprises people: whatever is learned is learned from the rows that are given and from nothing else,
 * so a chain of these that is fitted on training rows cannot leak; and everything is found by case id and column name.
 */
@NullMarked
package io.github.radiomics4j.learn;

import org.jspecify.annotations.NullMarked;
