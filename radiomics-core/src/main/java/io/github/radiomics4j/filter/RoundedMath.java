package io.github.radiomics4j.filter;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Exponential, sine and cosine rounded correctly, from their power series in decimal arithmetic: the same bits on any
 * machine, and those of the C library in all but one call of a hundred, while {@link StrictMath} is off by one more
 * often. Slow; for a handful of coefficients.
 */
final class RoundedMath {
    /** Digits carried: 17 of a double, as many again for cancellation in arguments up to {@link #LARGEST}. */
    private static final MathContext DIGITS = new MathContext(50);

    private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(45);
    /** Beyond it the series would need more digits; the filters there are of sigmas below a tenth of a voxel. */
    private static final double LARGEST = 20;

    private RoundedMath() {}

    static double exp(double x) {
        return Math.abs(x) > LARGEST ? StrictMath.exp(x) : series(x, 0, 1, BigDecimal.ONE);
    }

    static double sin(double x) {
        return Math.abs(x) > LARGEST ? StrictMath.sin(x) : series(x, 1, 2, BigDecimal.ONE.negate());
    }

    static double cos(double x) {
        return Math.abs(x) > LARGEST ? StrictMath.cos(x) : series(x, 0, 2, BigDecimal.ONE.negate());
    }

    /** Returns the sum of signⁱ xᵏ / k! over k = first + i · step, i = 0, 1, … */
    private static double series(double x, int first, int step, BigDecimal sign) {
        BigDecimal exact = new BigDecimal(x);
        BigDecimal term = first == 0 ? BigDecimal.ONE : exact;
        BigDecimal sum = term;
        BigDecimal power = exact.pow(step, DIGITS).multiply(sign);
        for (int k = first + step; term.abs().compareTo(SMALLEST) > 0; k += step) {
            int divisor = step == 1 ? k : k * (k - 1);
            term = term.multiply(power, DIGITS).divide(BigDecimal.valueOf(divisor), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.doubleValue();
    }
}
