package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts as PyRadiomics 3.0.1 prints them for phantom_a. */
class DiagnosticValueTest {
    @Test
    void numbersPrintAsInPython() {
        assertThat(DiagnosticValue.of(384.82029671717174).text()).isEqualTo("384.82029671717174");
        assertThat(DiagnosticValue.of(17.0).text()).isEqualTo("17.0");
        assertThat(DiagnosticValue.of(7664L).text()).isEqualTo("7664");
    }

    @Test
    void tuplesPrintAsInPython() {
        assertThat(DiagnosticValue.tuple(0.8, 0.8, 2.5).text()).isEqualTo("(0.8, 0.8, 2.5)");
        assertThat(DiagnosticValue.tuple(2, 3, 0, 32, 27, 22).text()).isEqualTo("(2, 3, 0, 32, 27, 22)");
    }

    @Test
    void aTupleOfOneHasAComma() {
        assertThat(DiagnosticValue.tuple(3).text()).isEqualTo("(3,)");
    }

    @Test
    void aTextHasNoQuotes() {
        assertThat(DiagnosticValue.of("3D").text()).isEqualTo("3D");
    }
}
