package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.radiomics4j.image.Grid;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Rows of what another program finds in a file; its name and version are in the first line of the resource. */
final class Oracle {
    private Oracle() {}

    static List<NamedCsvRecord> rows(String resource) {
        try (InputStream in = Oracle.class.getResourceAsStream("/io/" + resource);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static double[] numbers(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    /**
     * Spacing and origin must be equal, since both sides do the same one or two operations on the stored numbers;
     * direction cosines within 1e-15, since ITK computes some of them with more than 64 bits in between. A plane has two
     * numbers of each.
     */
    static void assertGrid(Grid grid, NamedCsvRecord row) {
        double[] size = numbers(row, "size");
        double[] spacing = numbers(row, "spacing");
        double[] origin = numbers(row, "origin");
        double[] direction = numbers(row, "direction");
        int axes = size.length;
        for (int i = 0; i < 3; i++) {
            assertThat((double) grid.size().along(i)).isEqualTo(i < axes ? size[i] : 1);
            assertThat(grid.spacing().along(i)).as("spacing").isEqualTo(i < axes ? spacing[i] : 1);
            assertThat(grid.origin().along(i)).as("origin").isEqualTo(i < axes ? origin[i] + 0.0 : 0);
            for (int j = 0; j < 3; j++) {
                boolean inPlane = i < axes && j < axes;
                double expected = inPlane ? direction[axes * i + j] : i == j ? 1 : 0;
                assertThat(grid.direction().get(i, j)).as("direction").isCloseTo(expected, within(1e-15));
            }
        }
    }

    /** Fails with all messages of the rows that fail. */
    static void assertAll(Stream<NamedCsvRecord> rows, int expectedRows, Row check) {
        List<NamedCsvRecord> all = rows.toList();
        StringBuilder failures = new StringBuilder();
        for (NamedCsvRecord row : all) {
            try {
                check.accept(row);
            } catch (AssertionError | IOException | RuntimeException e) {
                failures.append('\n').append(row.getField(0)).append(": ").append(e);
            }
        }
        assertThat(failures.toString()).isEmpty();
        assertThat(all).hasSize(expectedRows);
    }

    interface Row {
        void accept(NamedCsvRecord row) throws IOException;
    }
}
