package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class TableFilesInvariantTest {
    private static Path path;

    @BeforeContainer
    static void makeFile() throws IOException {
        path = Files.createTempFile("table", ".csv");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(path);
    }

    @Property(tries = 300)
    void valuesReadBackBitForBit(@ForAll @Size(min = 1, max = 40) long[] bits) throws IOException {
        // All bit patterns: subnormal, infinite, both zeros; every NaN reads back as the one NaN.
        double[] values =
                Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray();
        checkRoundTrip(values);
    }

    @Property(tries = 300)
    void ordinaryValuesReadBackBitForBit(@ForAll @Size(min = 1, max = 40) double[] values) throws IOException {
        checkRoundTrip(values);
    }

    private static void checkRoundTrip(double[] values) throws IOException {
        List<String> ids =
                IntStream.range(0, values.length).mapToObj(i -> "P" + i).toList();
        FeatureTable.of(ids, List.of("a"), new double[][] {values}).write(path);
        double[] read = FeatureTable.read(path).column("a");
        assertThat(Arrays.stream(read).mapToLong(Double::doubleToLongBits))
                .containsExactlyElementsOf(Arrays.stream(values)
                        .mapToLong(Double::doubleToLongBits)
                        .boxed()
                        .toList());
    }
}
