/** Correlations of all pairs of columns: how fast. */
package io.github.radiomics4j.select.redundancy;
