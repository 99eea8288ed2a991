package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MotherWaveletTest {
    static List<String> names() {
        return MotherWavelet.names();
    }

    @Test
    void everyDiscreteWaveletOfPyWaveletsIsThere() {
        assertThat(names()).hasSize(106).doesNotHaveDuplicates();
        assertThat(count("db")).isEqualTo(38);
        assertThat(count("sym")).isEqualTo(19);
        assertThat(count("coif")).isEqualTo(17);
        assertThat(count("bior")).isEqualTo(15);
        assertThat(count("rbio")).isEqualTo(15);
        assertThat(names()).contains("haar", "dmey", "db38", "sym20", "coif17", "bior6.8", "rbio3.9");
    }

    private static long count(String family) {
        return names().stream().filter(name -> name.startsWith(family)).count();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFiltersAreBiorthogonal(String name) {
        double[] low = MotherWavelet.byName(name).lowPass();
        double[] high = MotherWavelet.byName(name).highPass();
        int taps = low.length;
        assertThat(taps).isEven();
        assertThat(high).hasSize(taps);
        double tolerance = name.equals("dmey") ? 3e-3 : 1e-10;
        // high[k] = (-1)^(k+1) r[k], r being the low-pass filter that reconstructs: Σ low[k] r[n - k] is 1 for n = F -
        // 1
        // and 0 for any other odd n.
        for (int n = 1; n < 2 * taps - 1; n += 2) {
            double sum = 0;
            for (int k = Math.max(0, n - taps + 1); k < Math.min(taps, n + 1); k++) {
                sum += low[k] * high[n - k] * ((n - k) % 2 == 0 ? -1 : 1);
            }
            assertThat(sum).as("n = %d", n).isCloseTo(n == taps - 1 ? 1 : 0, within(tolerance));
        }
        assertThat(Arrays.stream(low).sum()).isCloseTo(Math.sqrt(2), within(1e-9));
        assertThat(Arrays.stream(high).sum()).isCloseTo(0, within(tolerance));
    }

    static Stream<String> orthonormalNames() {
        return names().stream().filter(name -> !name.startsWith("bior") && !name.startsWith("rbio"));
    }

    @ParameterizedTest
    @MethodSource("orthonormalNames")
    void theFiltersAreOrthonormalToTheirOwnShifts(String name) {
        double[] low = MotherWavelet.byName(name).lowPass();
        double[] high = MotherWavelet.byName(name).highPass();
        double tolerance = name.equals("dmey") ? 3e-3 : 1e-10;
        for (int shift = 0; shift < low.length; shift += 2) {
            double expected = shift == 0 ? 1 : 0;
            assertThat(product(low, low, shift)).isCloseTo(expected, within(tolerance));
            assertThat(product(high, high, shift)).isCloseTo(expected, within(tolerance));
            assertThat(product(low, high, shift)).isCloseTo(0, within(tolerance));
            assertThat(product(high, low, shift)).isCloseTo(0, within(tolerance));
        }
    }

    private static double product(double[] a, double[] b, int shift) {
        double sum = 0;
        for (int k = shift; k < a.length; k++) {
            sum += a[k] * b[k - shift];
        }
        return sum;
    }

    @Test
    void haarIsTheFirstOfDaubechies() {
        assertThat(MotherWavelet.byName("haar").lowPass())
                .isEqualTo(MotherWavelet.byName("db1").lowPass())
                .containsExactly(Math.sqrt(0.5), Math.sqrt(0.5));
        assertThat(MotherWavelet.byName("haar").highPass()).containsExactly(-Math.sqrt(0.5), Math.sqrt(0.5));
    }

    @Test
    void coif1HasTheTapsOfTheDefault() {
        assertThat(MotherWavelet.COIF1.lowPass())
                .containsExactly(
                        -0.015655728135791993,
                        -0.07273261951252645,
                        0.3848648468648578,
                        0.8525720202116004,
                        0.3378976624574818,
                        -0.07273261951252645);
        assertThat(MotherWavelet.COIF1.highPass())
                .containsExactly(
                        0.07273261951252645,
                        0.3378976624574818,
                        -0.8525720202116004,
                        0.3848648468648578,
                        0.07273261951252645,
                        -0.015655728135791993);
    }

    @Test
    void waveletsAreEqualByName() {
        assertThat(MotherWavelet.byName("coif1"))
                .isEqualTo(MotherWavelet.COIF1)
                .hasSameHashCodeAs(MotherWavelet.COIF1)
                .hasToString("COIF1")
                .isNotEqualTo(MotherWavelet.byName("coif2"));
        // The same taps, another name: a parameter file keeps its word.
        assertThat(MotherWavelet.byName("haar")).isNotEqualTo(MotherWavelet.byName("db1"));
    }

    @Test
    void tapsAreCopies() {
        MotherWavelet.COIF1.lowPass()[0] = 7;
        assertThat(MotherWavelet.COIF1.lowPass()[0]).isNegative();
    }

    @Test
    void anUnknownNameIsAnsweredWithAllNames() {
        assertThatThrownBy(() -> MotherWavelet.byName("db39"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("haar")
                .hasMessageContaining("found db39");
        assertThatThrownBy(() -> MotherWavelet.byName("Haar")).hasMessageContaining("found Haar");
    }
}
