/** Models joined to one: {@link io.github.radiomics4j.models.ensemble.SoftVoting}. */
@NullMarked
package io.github.radiomics4j.models.ensemble;

import org.jspecify.annotations.NullMarked;
