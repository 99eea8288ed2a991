package io.github.radiomics4j.table;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * What one diagnostic says: a text, a number, or a tuple of numbers. {@link #text()} is what PyRadiomics prints; JSON
 * has strings, numbers and arrays of numbers.
 */
public sealed interface DiagnosticValue {

    /** Returns the value as Python prints it: {@code 17.0}, {@code 1e-05}, {@code (0.8, 0.8, 2.5)}. */
    String text();

    /** Returns a text. */
    static DiagnosticValue of(String text) {
        return new Text(text);
    }

    /** Returns a whole number. */
    static DiagnosticValue of(long value) {
        return new Whole(value);
    }

    /** Returns a real number; a whole one prints with a fraction, {@code 17.0}. */
    static DiagnosticValue of(double value) {
        return new Real(value);
    }

    /** Returns a tuple of whole numbers, such as a size or a box. */
    static DiagnosticValue tuple(int... values) {
        return new Tuple(Arrays.stream(values).mapToObj(Whole::new).toList());
    }

    /** Returns a tuple of real numbers, such as a spacing or a position. */
    static DiagnosticValue tuple(double... values) {
        return new Tuple(Arrays.stream(values).mapToObj(Real::new).toList());
    }

    /** A number by itself or in a tuple. */
    sealed interface Scalar extends DiagnosticValue {}

    /**
     * A text.
     *
     * @param text printed as it is, without quotes
     */
    record Text(String text) implements DiagnosticValue {
        /** Checks that there is a text. */
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Whole(long value) implements Scalar {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    /**
     * A real number.
     *
     * @param value the number; NaN prints as {@code nan}, infinity as {@code inf}
     */
    record Real(double value) implements Scalar {
        @Override
        public String text() {
            return ShortestDecimal.toString(value);
        }
    }

    /**
     * Numbers in order.
     *
     * @param elements the numbers
     */
    record Tuple(List<? extends Scalar> elements) implements DiagnosticValue {
        /** Copies the list. */
        public Tuple {
            elements = List.copyOf(elements);
        }

        @Override
        public String text() {
            // Python marks a tuple of one by a comma: (3,)
            StringJoiner text = new StringJoiner(", ", "(", elements.size() == 1 ? ",)" : ")");
            elements.forEach(element -> text.add(element.text()));
            return text.toString();
        }
    }
}
