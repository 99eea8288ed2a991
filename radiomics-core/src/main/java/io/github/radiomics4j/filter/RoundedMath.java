package io.github.radiomics4j.filter;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Exponential, logarithm, sine and cosine rounded correctly: the same bits on any machine, and those of the C library in
 * all but one call of a hundred, while {@link StrictMath} is off by one more often.
 *
 * <p>From power series in decimal arithmetic, slow, for a handful of coefficients. {@link #exp} is for voxels, too: in
 * pairs of doubles, of 65 bits, and by its series only where those do not decide how to round, once in two thousand times.
 */
final class RoundedMath {
    /** Digits carried: 17 of a double, as many again for cancellation in arguments up to {@link #LARGEST}. */
    private static final MathContext DIGITS = new MathContext(50);

    private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(45);
    /** Beyond it the series would need more digits; the filters there are of sigmas below a tenth of a voxel. */
    private static final double LARGEST = 20;
    /** Beyond it an exponential comes near the ends of the range of doubles. */
    private static final double LARGEST_EXPONENT = 700;

    private static final BigDecimal LN_2 =
            new BigDecimal("0.693147180559945309417232121458176568075500134360255254120680009493393621969694715605863");

    private RoundedMath() {}

    static double exp(double x) {
        if (!(Math.abs(x) <= LARGEST_EXPONENT)) {
            return StrictMath.exp(x);
        }
        double fast = PairedExponential.of(x);
        return Double.isNaN(fast) ? exactExp(new BigDecimal(x)).doubleValue() : fast;
    }

    static double log(double x) {
        double y = StrictMath.log(x);
        if (!(Math.abs(y) <= LARGEST_EXPONENT)) {
            return y;
        }
        BigDecimal rest =
                exactExp(new BigDecimal(-y)).multiply(new BigDecimal(x), DIGITS).subtract(BigDecimal.ONE);
        BigDecimal square = rest.multiply(rest, DIGITS).divide(BigDecimal.valueOf(2), DIGITS);
        return new BigDecimal(y).add(rest).subtract(square).doubleValue();
    }

    static double sin(double x) {
        return Math.abs(x) > LARGEST ? StrictMath.sin(x) : series(x, 1, 2, BigDecimal.ONE.negate());
    }

    static double cos(double x) {
        return Math.abs(x) > LARGEST ? StrictMath.cos(x) : series(x, 0, 2, BigDecimal.ONE.negate());
    }

    /** Returns 2ⁿ times the exponential of what is left of x, at most ln(2) / 2. */
    private static BigDecimal exactExp(BigDecimal x) {
        int n = (int) Math.rint(x.doubleValue() / Math.log(2));
        BigDecimal left = x.subtract(LN_2.multiply(BigDecimal.valueOf(n)));
        BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(n));
        BigDecimal sum = series(left, 0, 1, BigDecimal.ONE);
        return n < 0 ? sum.divide(power, DIGITS) : sum.multiply(power, DIGITS);
    }

    private static double series(double x, int first, int step, BigDecimal sign) {
        return series(new BigDecimal(x), first, step, sign).doubleValue();
    }

    /** Returns the sum of signⁱ xᵏ / k! over k = first + i · step, i = 0, 1, … */
    private static BigDecimal series(BigDecimal x, int first, int step, BigDecimal sign) {
        BigDecimal term = first == 0 ? BigDecimal.ONE : x;
        BigDecimal sum = term;
        BigDecimal power = x.pow(step, DIGITS).multiply(sign);
        for (int k = first + step; term.abs().compareTo(SMALLEST) > 0; k += step) {
            int divisor = step == 1 ? k : k * (k - 1);
            term = term.multiply(power, DIGITS).divide(BigDecimal.valueOf(divisor), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    /**
     * exp(x) = 2^(k / 64) · exp(r) with |r| ≤ ln(2) / 128: the former from a table, the latter from seven terms of its
     * series, each number as the sum of two doubles where one has not the bits.
     */
    private static final class PairedExponential {
        private static final int STEPS = 64;
        /** Leaves 36 bits, so that a product with k is exact. */
        private static final long UPPER_BITS = -1L << 17;
        /** Above the rounding errors left, relative: those of squares of r, 2⁻⁶⁸, and smaller ones. */
        private static final double DOUBT = 0x1p-65;

        private static final double STEPS_PER_UNIT = STEPS / Math.log(2);
        /** ln(2) / 64 in three parts. */
        private static final double HIGH;

        private static final double MIDDLE;
        private static final double LOW;
        private static final double[] POWERS = new double[STEPS];
        private static final double[] POWERS_LOW = new double[STEPS];

        static {
            BigDecimal step = LN_2.divide(BigDecimal.valueOf(STEPS));
            HIGH = upper(step);
            MIDDLE = upper(step.subtract(new BigDecimal(HIGH)));
            LOW = step.subtract(new BigDecimal(HIGH))
                    .subtract(new BigDecimal(MIDDLE))
                    .doubleValue();
            for (int j = 0; j < STEPS; j++) {
                BigDecimal power = series(step.multiply(BigDecimal.valueOf(j)), 0, 1, BigDecimal.ONE);
                POWERS[j] = power.doubleValue();
                POWERS_LOW[j] = power.subtract(new BigDecimal(POWERS[j])).doubleValue();
            }
        }

        private static double upper(BigDecimal number) {
            return Double.longBitsToDouble(Double.doubleToLongBits(number.doubleValue()) & UPPER_BITS);
        }

        /** Returns exp(x) for a finite x whose exponential is a normal number; NaN where in doubt. */
        static double of(double x) {
            double k = Math.rint(x * STEPS_PER_UNIT);
            double t = x - k * HIGH;
            double m = -k * MIDDLE;
            double r = t + m;
            double turned = r - t;
            double rLow = (t - (r - turned)) + (m - turned) - k * LOW;
            double squares = r
                    * r
                    * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r * (1.0 / 5040))))));
            double q = squares + (rLow + r * rLow);
            double e = r + q;
            double eLow = q - (e - r);
            int j = (int) k & STEPS - 1;
            double power = POWERS[j];
            double product = power * e;
            double productLow = Math.fma(power, e, -product) + (power * eLow + POWERS_LOW[j] * e);
            double sum = power + product;
            double low = (product - (sum - power)) + (productLow + POWERS_LOW[j]);
            double doubt = sum * DOUBT;
            double found = sum + (low + doubt);
            return found == sum + (low - doubt) ? Math.scalb(found, (int) k >> 6) : Double.NaN;
        }
    }
}
