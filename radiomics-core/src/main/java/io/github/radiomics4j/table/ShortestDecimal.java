package io.github.radiomics4j.table;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as the same double, and the closest to it among those: the digits and the form
 * of Python's {@code repr}. {@link Double#toString(double)} gives neither the form nor, before JDK 19, always the
 * digits.
 *
 * <p>Method: Raffaello Giulietti, "The Schubfach way to render doubles" (2020). Let v = c·2^q be the double and R the
 * interval of reals that round to v; it reaches half a unit to each side of c, and a quarter below where c is the least
 * of its binade. With k = ⌊log10 |R|⌋ at least one multiple of 10^k lies in R and at most one multiple of 10^(k+1):
 * the latter is the answer where there is one, else the former that is closest to v. The products with 10^-k are taken
 * to 126 bits and rounded to odd, which keeps every comparison exact.
 */
final class ShortestDecimal {
    private static final double LOG10_OF_2 = Math.log10(2);
    private static final double LOG10_OF_3_QUARTERS = Math.log10(0.75);
    private static final double LOG2_OF_10 = Math.log(10) / Math.log(2);

    /** -k lies between these for every double. */
    private static final int LEAST_POWER = -292;

    private static final int GREATEST_POWER = 324;

    /** Upper, lower 64 bits of ⌊10^e · 2^(127-⌊log2 10^e⌋)⌋ + 1 at 2·(e - LEAST_POWER). */
    private static final long[] POWERS = powers();

    /** 17 digits and the exponent of ten fit. */
    private static final int LONGEST = 24;

    private ShortestDecimal() {}

    /** Returns {@code value} as Python prints it, such as {@code 0.1}, {@code 17.0}, {@code 1e-05}, {@code nan}. */
    static String toString(double value) {
        StringBuilder out = new StringBuilder(LONGEST);
        append(out, value);
        return out.toString();
    }

    /** Appends {@code value} as Python prints it. */
    static void append(StringBuilder out, double value) {
        if (Double.isNaN(value)) {
            out.append("nan");
            return;
        }
        long bits = Double.doubleToRawLongBits(value);
        if (bits < 0) {
            out.append('-');
        }
        long magnitude = bits & Long.MAX_VALUE;
        if (magnitude == 0) {
            out.append("0.0");
        } else if (Double.isInfinite(value)) {
            out.append("inf");
        } else {
            appendFinite(out, magnitude);
        }
    }

    /**
     * Appends the decimal form of a positive, finite double.
     *
     * @param bits its bits
     */
    private static void appendFinite(StringBuilder out, long bits) {
        int biased = (int) (bits >>> 52);
        long fraction = bits & ((1L << 52) - 1);
        long c = biased == 0 ? fraction : fraction | 1L << 52;
        int q = Math.max(biased, 1) - 1075;
        if (q <= 0 && q > -53 && (c & ((1L << -q) - 1)) == 0) {
            // A whole number below 2^53: its digits are its own.
            appendDigits(out, c >> -q, 0);
            return;
        }
        boolean unevenSides = fraction == 0 && biased > 1;
        int k = floor(q * LOG10_OF_2 + (unevenSides ? LOG10_OF_3_QUARTERS : 0));
        appendDigits(out, digits(c, q, k, unevenSides), k);
    }

    /** Returns s such that s · 10^k is the shortest decimal for c · 2^q; s may end in zeros. */
    private static long digits(long c, int q, int k, boolean unevenSides) {
        // Everything is counted in quarters of 10^k.
        int h = q + floor(-k * LOG2_OF_10) + 1;
        long high = POWERS[2 * (-k - LEAST_POWER)];
        long low = POWERS[2 * (-k - LEAST_POWER) + 1];
        long v = product(high, low, c << 2 << h);
        long lower = product(high, low, (c << 2) - (unevenSides ? 1 : 2) << h);
        long upper = product(high, low, (c << 2) + 2 << h);
        // An end of the interval rounds to v, which is even, or away from it.
        long openEnd = c & 1;
        long s = v >> 2;
        if (s >= 10) {
            long ten = s / 10 * 10;
            boolean below = lower + openEnd <= ten << 2;
            boolean above = (ten + 10 << 2) + openEnd <= upper;
            if (below != above) {
                return below ? ten : ten + 10;
            }
        }
        boolean below = lower + openEnd <= s << 2;
        boolean above = (s + 1 << 2) + openEnd <= upper;
        if (below != above) {
            return below ? s : s + 1;
        }
        long pastMiddle = v - (2 * s + 1 << 1);
        return pastMiddle < 0 || pastMiddle == 0 && (s & 1) == 0 ? s : s + 1;
    }

    /** Returns (high·2^64 + low) · x / 2^128 rounded to odd: its floor, with the last bit set where that is not exact. */
    private static long product(long high, long low, long x) {
        long middle = high * x;
        long carried = middle + unsignedHigh(low, x);
        long top = unsignedHigh(high, x) + (Long.compareUnsigned(carried, middle) < 0 ? 1 : 0);
        // The power is too great by less than one unit, so a rest of up to one unit of the middle word is none.
        return Long.compareUnsigned(carried, 1) > 0 ? top | 1 : top;
    }

    /** Returns the upper 64 bits of a · x, a unsigned and x not negative; Math.unsignedMultiplyHigh came with JDK 18. */
    private static long unsignedHigh(long a, long x) {
        return Math.multiplyHigh(a, x) + (a < 0 ? x : 0);
    }

    /** Appends s · 10^k, s positive. */
    private static void appendDigits(StringBuilder out, long s, int k) {
        while (s % 10 == 0) {
            s /= 10;
            k++;
        }
        int start = out.length();
        out.append(s);
        int count = out.length() - start;
        int exponent = count + k - 1;
        if (exponent < -4 || exponent >= 16) {
            if (count > 1) {
                out.insert(start + 1, '.');
            }
            int size = Math.abs(exponent);
            out.append(exponent < 0 ? "e-" : "e+").append(size < 10 ? "0" : "").append(size);
        } else if (k >= 0) {
            out.append("0".repeat(k)).append(".0");
        } else if (exponent >= 0) {
            out.insert(start + exponent + 1, '.');
        } else {
            out.insert(start, "0.0000", 0, 1 - exponent);
        }
    }

    private static int floor(double x) {
        return (int) Math.floor(x);
    }

    private static long[] powers() {
        long[] powers = new long[2 * (GREATEST_POWER - LEAST_POWER + 1)];
        BigInteger power = BigInteger.ONE;
        for (int e = 0; e <= GREATEST_POWER; e++, power = power.multiply(BigInteger.TEN)) {
            int excess = power.bitLength() - 128;
            put(powers, e, excess > 0 ? power.shiftRight(excess) : power.shiftLeft(-excess));
            if (e > 0 && -e >= LEAST_POWER) {
                // 2^(bitLength-1) < 10^e < 2^bitLength, so the quotient has 128 bits.
                put(
                        powers,
                        -e,
                        BigInteger.ONE.shiftLeft(power.bitLength() + 127).divide(power));
            }
        }
        return powers;
    }

    private static void put(long[] powers, int e, BigInteger floor) {
        BigInteger g = floor.add(BigInteger.ONE);
        powers[2 * (e - LEAST_POWER)] = g.shiftRight(64).longValue();
        powers[2 * (e - LEAST_POWER) + 1] = g.longValue();
    }
}
