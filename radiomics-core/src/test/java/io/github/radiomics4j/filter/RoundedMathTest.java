package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static double ulps(double a, double b) {
        return Math.abs(a - b) / Math.ulp(b);
    }
}
