package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class RoundedMathTest {

    @Property(tries = 300)
    void isWithinTheLastBitOfStrictMath(@ForAll @DoubleRange(min = -25, max = 25) @Scale(15) double x) {
        assertThat(ulps(RoundedMath.exp(x), StrictMath.exp(x))).isLessThanOrEqualTo(1);
        assertThat(ulps(RoundedMath.sin(x), StrictMath.sin(x))).isLessThanOrEqualTo(1);
        assertThat(ulps(RoundedMath.cos(x), StrictMath.cos(x))).isLessThanOrEqualTo(1);
    }

    /** Decimal expansions to 30 digits, rounded by the compiler. */
    @Example
    void roundsCorrectly() {
        assertThat(RoundedMath.exp(1)).isEqualTo(2.71828182845904523536028747135);
        assertThat(RoundedMath.sin(1)).isEqualTo(0.841470984807896506652502321630);
        assertThat(RoundedMath.cos(1)).isEqualTo(0.540302305868139717400936607443);
        assertThat(RoundedMath.exp(-2)).isEqualTo(0.135335283236612691893999494972);
        assertThat(RoundedMath.sin(0)).isZero();
        assertThat(RoundedMath.cos(0)).isEqualTo(1);
    }

    @Property(tries = 300)
    void exponentialsOfVoxelsRoundAsThoseOfDecimals(@ForAll @DoubleRange(min = -700, max = 700) @Scale(12) double x) {
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        // exp(x) = exp(x / 1024)^1024, 32 terms of the series, in digits enough for the loss by squaring ten times.
        MathContext digits = new MathContext(80);
        BigDecimal part = new BigDecimal(x).divide(BigDecimal.valueOf(1024), digits);
        for (int k = 1; k < 40; k++) {
            term = term.multiply(part, digits).divide(BigDecimal.valueOf(k), digits);
            sum = sum.add(term, digits);
        }
        assertThat(RoundedMath.exp(x)).isEqualTo(sum.pow(1024, digits).doubleValue());
    }

    @Property(tries = 300)
    void logarithmsInvertExponentials(@ForAll @DoubleRange(min = -690, max = 690) double y) {
        double x = StrictMath.exp(y);
        assertThat(ulps(RoundedMath.log(x), StrictMath.log(x))).isLessThanOrEqualTo(1);
    }

    @Example
    void beyondTheRangeStrictMathAnswers() {
        assertThat(RoundedMath.exp(800)).isInfinite();
        assertThat(RoundedMath.exp(-800)).isZero();
        assertThat(RoundedMath.exp(Double.NaN)).isNaN();
        assertThat(RoundedMath.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(RoundedMath.log(10)).isEqualTo(2.30258509299404568401799145468);
        assertThat(RoundedMath.log(2)).isEqualTo(0.693147180559945309417232121458);
    }

    private static double ulps(double a, double b) {
        return Math.abs(a - b) / Math.ulp(b);
    }
}
