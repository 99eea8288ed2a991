package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonWriterInvariantTest {
    @Property
    void anyStringSurvivesUtf8AndUnescaping(@ForAll String value) throws IOException {
        StringBuilder json = new StringBuilder();
        new JsonWriter(json).value(value);
        String sent = new String(json.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(sent).startsWith("\"").endsWith("\"");
        assertThat(unescape(sent.substring(1, sent.length() - 1))).isEqualTo(value);
    }

    /** RFC 8259, section 7; refuses what may not stand unescaped. */
    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            assertThat(c >= ' ' && c != '"')
                    .as("U+%04X needs an escape", (int) c)
                    .isTrue();
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            if (escape == 'u') {
                out.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
                i += 4;
            } else {
                out.append("\"\\\n\r\t".charAt("\"\\nrt".indexOf(escape)));
            }
        }
        return out.toString();
    }
}
