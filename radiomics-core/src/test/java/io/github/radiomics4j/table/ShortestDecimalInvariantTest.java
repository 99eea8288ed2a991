package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShortestDecimalInvariantTest {
    @Property(tries = 5000)
    void readsBackAsTheSameBits(@ForAll("bits") long bits) {
        double value = Double.longBitsToDouble(bits);
        assertThat(Double.doubleToRawLongBits(Double.parseDouble(ShortestDecimal.toString(value))))
                .isEqualTo(bits);
    }

    @Property(tries = 3000)
    void equalsTheNaiveTwin(@ForAll("bits") long bits) {
        double value = Double.longBitsToDouble(bits);
        assertThat(new BigDecimal(ShortestDecimal.toString(value))).isEqualByComparingTo(naive(value));
    }

    /** Rounds the exact value down and up to one digit, two digits, ... until one reads back; then takes the closest. */
    private static BigDecimal naive(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; ; digits++) {
            BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean isBelow = below.doubleValue() == value;
            boolean isAbove = above.doubleValue() == value;
            if (isBelow && isAbove) {
                return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            }
            if (isBelow || isAbove) {
                return isBelow ? below : above;
            }
        }
    }

    /** Any finite double: of any exponent, near a power of two, a decimal of few digits. */
    @Provide
    Arbitrary<Long> bits() {
        Arbitrary<Long> any =
                Arbitraries.longs().withoutEdgeCases().filter(bits -> Double.isFinite(Double.longBitsToDouble(bits)));
        Arbitrary<Long> nearPowerOfTwo = Arbitraries.integers()
                .between(0, 2045)
                .flatMap(biased ->
                        Arbitraries.longs().between(-2, 2).map(step -> Math.max(0, ((long) biased << 52) + step)));
        Arbitrary<Long> decimal = Arbitraries.integers()
                .between(1, 99_999)
                .flatMap(digits -> Arbitraries.integers()
                        .between(-325, 300)
                        .map(e -> Double.doubleToRawLongBits(Double.parseDouble(digits + "e" + e))));
        return Arbitraries.oneOf(any, nearPowerOfTwo, decimal);
    }
}
