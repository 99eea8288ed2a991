package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private final StringBuilder text = new StringBuilder();
    private final JsonWriter json = new JsonWriter(text);

    @Test
    void nestedValuesAreIndentedByTwo() throws IOException {
        json.beginObject()
                .name("a")
                .beginArray()
                .value(1)
                .value(2.5)
                .value(true)
                .nullValue();
        json.endArray().name("b").beginObject().endObject().name("c").value("x").endObject();
        assertThat(text).hasToString("""
                        {
                          "a": [
                            1,
                            2.5,
                            true,
                            null
                          ],
                          "b": {},
                          "c": "x"
                        }""");
    }

    @Test
    void whatIsNoNumberIsNull() throws IOException {
        json.beginArray().value(Double.NaN).value(Double.POSITIVE_INFINITY).endArray();
        assertThat(text).hasToString("[\n  null,\n  null\n]");
    }

    @Test
    void numbersHaveAllTheirDigits() throws IOException {
        json.beginArray()
                .value(1e-5)
                .value(5e-324)
                .value(-0.0)
                .value(Long.MIN_VALUE)
                .endArray();
        assertThat(text).hasToString("[\n  1e-05,\n  5e-324,\n  -0.0,\n  -9223372036854775808\n]");
    }

    @Test
    void stringsAreEscaped() throws IOException {
        json.value("a\"b\\c\n\r\t\u0000\u001f é 𝄞 \ud834!");
        assertThat(text).hasToString("\"a\\\"b\\\\c\\n\\r\\t\\u0000\\u001f é 𝄞 \\ud834!\"");
    }

    @Test
    void whatWouldNotBeJsonIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> fresh().name("a"));
        assertThatIllegalStateException().isThrownBy(() -> fresh().value(1).value(2));
        assertThatIllegalStateException().isThrownBy(() -> fresh().beginObject().value(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> fresh().beginObject().name("a").name("b"));
        assertThatIllegalStateException()
                .isThrownBy(() -> fresh().beginObject().name("a").endObject());
        assertThatIllegalStateException().isThrownBy(() -> fresh().beginArray().endObject());
        assertThatIllegalStateException().isThrownBy(() -> fresh().endArray());
    }

    private static JsonWriter fresh() {
        return new JsonWriter(new StringBuilder());
    }
}
