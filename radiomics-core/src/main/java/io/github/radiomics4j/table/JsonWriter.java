package io.github.radiomics4j.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * Writes one JSON text (RFC 8259) as it goes, two blanks per level of depth. Strict: what is not a complete JSON value
 * throws {@link IllegalStateException}.
 *
 * <p>JSON has no NaN and no infinity; {@link #value(double)} writes {@code null} for them, and who calls it says why
 * beside it. Other numbers have the digits of Python's {@code repr}: 17.0, 1e-05. Not safe for use by several threads.
 */
public final class JsonWriter {
    /** Where in the text the writer is; an object alternates between NAME and VALUE. */
    private enum Place {
        TOP,
        ARRAY,
        NAME,
        VALUE,
        END
    }

    private final Appendable out;
    private final Deque<Place> outer = new ArrayDeque<>();
    private Place place = Place.TOP;
    private boolean isFirst = true;

    /**
     * @param out where the text goes; neither flushed nor closed
     */
    public JsonWriter(Appendable out) {
        this.out = Objects.requireNonNull(out, "out");
    }

    /** Begins an object. */
    public JsonWriter beginObject() throws IOException {
        return begin('{', Place.NAME);
    }

    /** Ends the object that was begun last. */
    public JsonWriter endObject() throws IOException {
        return end('}', Place.NAME);
    }

    /** Begins an array. */
    public JsonWriter beginArray() throws IOException {
        return begin('[', Place.ARRAY);
    }

    /** Ends the array that was begun last. */
    public JsonWriter endArray() throws IOException {
        return end(']', Place.ARRAY);
    }

    /** Writes the name of the next value of an object; names are not checked for being used twice. */
    public JsonWriter name(String name) throws IOException {
        if (place != Place.NAME) {
            throw new IllegalStateException("a name is written inside an object and before its value: " + name);
        }
        separate();
        quote(name);
        out.append(": ");
        place = Place.VALUE;
        return this;
    }

    /** Writes a string. */
    public JsonWriter value(String value) throws IOException {
        beforeValue();
        quote(value);
        return afterValue();
    }

    /** Writes a whole number. */
    public JsonWriter value(long value) throws IOException {
        return literal(Long.toString(value));
    }

    /** Writes a number, or {@code null} when it is NaN or infinite. */
    public JsonWriter value(double value) throws IOException {
        return literal(Double.isFinite(value) ? ShortestDecimal.toString(value) : "null");
    }

    /** Writes {@code true} or {@code false}. */
    public JsonWriter value(boolean value) throws IOException {
        return literal(Boolean.toString(value));
    }

    /** Writes {@code null}. */
    public JsonWriter nullValue() throws IOException {
        return literal("null");
    }

    private JsonWriter literal(String text) throws IOException {
        beforeValue();
        out.append(text);
        return afterValue();
    }

    private JsonWriter begin(char bracket, Place inside) throws IOException {
        beforeValue();
        out.append(bracket);
        outer.push(place);
        place = inside;
        isFirst = true;
        return this;
    }

    private JsonWriter end(char bracket, Place inside) throws IOException {
        if (place != inside) {
            throw new IllegalStateException("nothing begun ends here with " + bracket);
        }
        place = outer.pop();
        if (!isFirst) {
            newLine();
        }
        out.append(bracket);
        return afterValue();
    }

    private void beforeValue() throws IOException {
        switch (place) {
            case NAME -> throw new IllegalStateException("a value of an object needs a name");
            case END -> throw new IllegalStateException("a JSON text has one value, and it is complete");
            case ARRAY -> separate();
            case TOP, VALUE -> {}
        }
    }

    private JsonWriter afterValue() {
        isFirst = false;
        if (place == Place.VALUE) {
            place = Place.NAME;
        } else if (place == Place.TOP) {
            place = Place.END;
        }
        return this;
    }

    private void separate() throws IOException {
        if (!isFirst) {
            out.append(',');
        }
        newLine();
    }

    private void newLine() throws IOException {
        out.append('\n').append("  ".repeat(outer.size()));
    }

    private void quote(String text) throws IOException {
        out.append('"');
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || isLoneSurrogate(text, i)) {
                out.append(text, plainFrom, i);
                escape(c);
                plainFrom = i + 1;
            }
        }
        out.append(text, plainFrom, text.length()).append('"');
    }

    private void escape(char c) throws IOException {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u%04x".formatted((int) c));
        }
    }

    /** Half of a pair by itself has no form in UTF-8. */
    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
