package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Bits and {@code repr} of doubles by CPython 3.11.7: powers of two and their neighbors, powers of ten, subnormals, decimals
 * of 1 to 17 digits, whole numbers to 2^60, random bits. Texts must be equal.
 */
class ShortestDecimalOracleTest {
    private static final int ROWS = 2125;

    @Test
    void printsWhatPythonPrints() throws IOException {
        List<String> failures = new ArrayList<>();
        int rows = 0;
        for (String line : lines()) {
            int comma = line.indexOf(',');
            double value = Double.longBitsToDouble(Long.parseUnsignedLong(line.substring(0, comma), 16));
            String expected = line.substring(comma + 1);
            String actual = ShortestDecimal.toString(value);
            if (!actual.equals(expected)) {
                failures.add(line + " but printed " + actual);
            }
            rows++;
        }
        assertThat(failures).isEmpty();
        assertThat(rows).isEqualTo(ROWS);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                        ShortestDecimalOracleTest.class.getResourceAsStream("/table/python-repr.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().skip(1).toList();
        }
    }
}
