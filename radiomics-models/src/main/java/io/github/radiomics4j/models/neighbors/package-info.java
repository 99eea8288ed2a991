/** The cases that are most like a case, and their classes: {@link io.github.radiomics4j.models.neighbors.NearestNeighbors}. */
@NullMarked
package io.github.radiomics4j.models.neighbors;

import org.jspecify.annotations.NullMarked;
