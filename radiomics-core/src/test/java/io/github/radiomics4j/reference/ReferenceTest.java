package io.github.radiomics4j.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void theReferenceSaysItsVersion() throws IOException {
        assertThat(Files.readString(Reference.path("reference/pyradiomics/golden/README.md")))
                .contains("PyRadiomics 3.0.1");
    }
}
