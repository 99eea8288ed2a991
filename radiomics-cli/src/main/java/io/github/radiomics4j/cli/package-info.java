/**
 * The command line over the core: {@link io.github.radiomics4j.cli.Main} with the commands extract, batch, validate, info,
 * features and demo. Results go to standard output or a file, messages to standard error.
 */
@NullMarked
package io.github.radiomics4j.cli;

import org.jspecify.annotations.NullMarked;
