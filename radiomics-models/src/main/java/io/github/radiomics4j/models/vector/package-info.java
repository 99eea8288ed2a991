/** Support vector machines by LIBSVM: {@link io.github.radiomics4j.models.vector.SupportVectorMachine}. */
@NullMarked
package io.github.radiomics4j.models.vector;

import org.jspecify.annotations.NullMarked;
