package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.PixelType;
import java.nio.charset.StandardCharsets;

/** The header of an NRRD file that {@link NrrdFormat} and ITK read back. */
final class NrrdHeaderBytes {
    private NrrdHeaderBytes() {}

    static byte[] of(StoredVolume volume, boolean gzip) {
        Grid grid = volume.grid();
        Direction d = grid.direction();
        String header = """
                NRRD0004
                type: %s
                dimension: 3
                space: left-posterior-superior
                sizes: %d %d %d
                space directions: %s %s %s
                kinds: domain domain domain
                endian: little
                encoding: %s
                space origin: %s

                """.formatted(
                type(volume.type()),
                grid.size().x(),
                grid.size().y(),
                grid.size().z(),
                vector(d.xx(), d.yx(), d.zx(), grid.spacing().xMm()),
                vector(d.xy(), d.yy(), d.zy(), grid.spacing().yMm()),
                vector(d.xz(), d.yz(), d.zz(), grid.spacing().zMm()),
                gzip ? "gzip" : "raw",
                vector(grid.origin().x(), grid.origin().y(), grid.origin().z(), 1));
        return header.getBytes(StandardCharsets.US_ASCII);
    }

    /** Doubles as Java prints them are read back to the bit. */
    private static String vector(double x, double y, double z, double scale) {
        return "(" + x * scale + "," + y * scale + "," + z * scale + ")";
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
