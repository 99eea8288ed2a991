/**
 * What all models of tables share: the rows that are learned from, the model that predicts, its file.
 *
 * <p>A file holds one model: magic bytes, a header in JSON (kind, library, columns, classes, training), the kind's own
 * payload, and a checksum. It never holds serialized Java objects. A {@link
 * io.github.radiomics4j.models.fitted.ScorerFormat} reads the payload of one kind; it is found as a service, so others can
 * add theirs.
 */
@NullMarked
package io.github.radiomics4j.models.fitted;

import org.jspecify.annotations.NullMarked;
