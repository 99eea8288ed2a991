package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.PixelType;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The header of an NRRD file that {@link NrrdFormat} and ITK read back. */
final class NrrdHeaderBytes {
    private NrrdHeaderBytes() {}

    static byte[] of(StoredVolume volume, boolean gzip) {
        Grid grid = volume.grid();
        int axes = grid.dimensions();
        Direction d = grid.direction();
        // No named space has two dimensions.
        String header = """
                NRRD0004
                type: %s
                dimension: %d
                %s
                sizes: %s
                space directions: %s
                kinds: %s
                endian: little
                encoding: %s
                space origin: %s

                """.formatted(
                type(volume.type()),
                axes,
                grid.isPlane() ? "space dimension: 2" : "space: left-posterior-superior",
                forEach(axes, " ", a -> Integer.toString(grid.size().along(a))),
                forEach(
                        axes,
                        " ",
                        a -> vector(axes, row -> d.get(row, a) * grid.spacing().along(a))),
                forEach(axes, " ", a -> "domain"),
                gzip ? "gzip" : "raw",
                vector(axes, row -> grid.origin().along(row)));
        return header.getBytes(StandardCharsets.US_ASCII);
    }

    /** Doubles as Java prints them are read back to the bit. */
    private static String vector(int axes, IntToDoubleFunction row) {
        return "(" + forEach(axes, ",", i -> Double.toString(row.applyAsDouble(i))) + ")";
    }

    private static String forEach(int axes, String between, IntFunction<String> text) {
        return IntStream.range(0, axes).mapToObj(text).collect(Collectors.joining(between));
    }

    private static String type(PixelType type) {
        return switch (type) {
            case UINT8 -> "uint8";
            case INT8 -> "int8";
            case UINT16 -> "uint16";
            case INT16 -> "int16";
            case UINT32 -> "uint32";
            case INT32 -> "int32";
            case FLOAT32 -> "float";
            case FLOAT64 -> "double";
        };
    }
}
