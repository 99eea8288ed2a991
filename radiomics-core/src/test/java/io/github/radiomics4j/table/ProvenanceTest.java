package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProvenanceTest {
    @Test
    void theLibraryKnowsTheVersionOfItsBuild() {
        assertThat(Provenance.currentLibraryVersion()).matches("\\d+\\.\\d+\\.\\d+(-[\\w.]+)?");
    }

    @Test
    void settingsAreHashed() {
        // sha256sum of GNU coreutils 9.1
        assertThat(Provenance.of("binWidth: 5\n", "image", "mask").settingsSha256())
                .isEqualTo("eb5f09bfcd6ec9c9d6ce37d3713f78de78a0e9add433a2d564c014a232f2a813");
    }
}
