package io.github.radiomics4j.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value of a parameter file, and where it stands, for messages.
 *
 * @param source the file
 * @param line from 1; 0 where there is none
 * @param key path of the value, such as {@code "setting.binWidth"}
 * @param value null, {@link Boolean}, {@link Long}, {@link Double}, {@link String}, or a list of {@link ParameterValue}
 */
record ParameterValue(
        String source, int line, String key, @Nullable Object value) {

    /** What Java reads beyond this, such as 5d and 0x1p3, is no number in a parameter file. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    boolean isNull() {
        return value == null;
    }

    ParameterException problem(String problem) {
        return new ParameterException(source, line, key, problem);
    }

    /** Says what was found, for a message. */
    String found() {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof List<?>) {
            return "the list " + this;
        }
        return value instanceof String ? "the text \"" + value + "\"" : value.toString();
    }

    boolean asBoolean() {
        if (value instanceof Boolean b) {
            return b;
        }
        throw problem("must be true or false, found " + found());
    }

    int asInt(long minimum, long maximum) {
        if (value instanceof Long number && number >= minimum && number <= maximum) {
            return number.intValue();
        }
        String range = maximum == Integer.MAX_VALUE
                ? (minimum == Integer.MIN_VALUE ? "" : " of at least " + minimum)
                : " from " + minimum + " to " + maximum;
        throw problem("must be a whole number" + range + ", found " + found());
    }

    /** A number; text that spells one counts, as PyRadiomics' schema has it. */
    double asDouble() {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof String text) {
            if (text.equalsIgnoreCase("nan")) {
                return Double.NaN;
            }
            if (DECIMAL.matcher(text.strip()).matches()) {
                return Double.parseDouble(text.strip());
            }
        }
        throw problem("must be a number, found " + found());
    }

    double asDoubleAbove(double minimum) {
        double number = asDouble();
        if (!(number > minimum) || Double.isInfinite(number)) {
            throw problem("must be a number above " + plain(minimum) + ", found " + found());
        }
        return number;
    }

    double asDoubleAtLeast(double minimum) {
        double number = asDouble();
        if (!(number >= minimum) || Double.isInfinite(number)) {
            throw problem("must be a number of at least " + plain(minimum) + ", found " + found());
        }
        return number;
    }

    String asText() {
        if (value instanceof String text) {
            return text;
        }
        throw problem("must be text, found " + found());
    }

    @SuppressWarnings("unchecked") // only lists of values are made
    List<ParameterValue> asList() {
        if (value instanceof List<?> list) {
            return (List<ParameterValue>) list;
        }
        throw problem("must be a list, found " + found());
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    @Override
    public String toString() {
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder("[");
            for (Object item : list) {
                text.append(text.length() > 1 ? ", " : "").append(item);
            }
            return text.append(']').toString();
        }
        return value == null ? "null" : value.toString();
    }
}
