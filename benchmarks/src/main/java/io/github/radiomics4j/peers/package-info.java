/** Our half of the side-by-side runs with other tools; the other half, and the drivers, are in benchmarks/peers. */
package io.github.radiomics4j.peers;
