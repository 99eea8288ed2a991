package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.PixelType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes MetaImage files that {@link MetaImageFormat} and ITK read back. ITK wants to know how many bytes the compressed
 * voxels have before they come, so that these are written first, beside the file.
 */
final class MetaImageFiles {
    private MetaImageFiles() {}

    static void write(StoredVolume volume, Path file, boolean compressed) throws IOException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        boolean twoFiles = name.toLowerCase(Locale.ROOT).endsWith(".mhd");
        if (twoFiles) {
            if (DataFiles.isPattern(name)) {
                throw new IllegalArgumentException(
                        "the name of an .mhd file must not have a %, which says in its header that there are many files,"
                                + " found " + file);
            }
            Path data = file.resolveSibling(name.substring(0, dot) + (compressed ? ".zraw" : ".raw"));
            writeTwo(volume, file, data, compressed);
        } else if (compressed) {
            try (WholeFile data = WholeFile.beside(file, deflated(volume))) {
                byte[] header = header(volume, "LOCAL", Files.size(data.part()));
                WholeFile.write(file, out -> {
                    out.write(header);
                    Files.copy(data.part(), out);
                });
            }
        } else {
            byte[] header = header(volume, "LOCAL", 0);
            WholeFile.write(file, out -> {
                out.write(header);
                volume.writeTo(out);
            });
        }
    }

    /** The voxels get their place first, while there is no header that speaks of them. */
    private static void writeTwo(StoredVolume volume, Path file, Path data, boolean compressed) throws IOException {
        try (WholeFile voxels = WholeFile.beside(data, compressed ? deflated(volume) : volume::writeTo)) {
            byte[] bytes =
                    header(volume, String.valueOf(data.getFileName()), compressed ? Files.size(voxels.part()) : 0);
            try (WholeFile header = WholeFile.beside(file, out -> out.write(bytes))) {
                Files.deleteIfExists(file);
                voxels.moveToPlace();
                header.moveToPlace();
            }
        }
    }

    private static WholeFile.Content deflated(StoredVolume volume) {
        return out -> {
            // Closed, not finished: that alone gives back the memory of the deflater; out may be closed twice.
            try (DeflaterOutputStream deflater =
                    new DeflaterOutputStream(new BufferedOutputStream(out, StoredVolume.BLOCK_BYTES))) {
                volume.writeTo(deflater);
            }
        };
    }

    /** @param compressedBytes 0 if the voxels are not compressed */
    private static byte[] header(StoredVolume volume, String dataFile, long compressedBytes) {
        Grid grid = volume.grid();
        int axes = grid.dimensions();
        String compression = compressedBytes == 0 ? "False" : "True\nCompressedDataSize = " + compressedBytes;
        String header = "ObjectType = Image\n"
                + "NDims = " + axes + "\n"
                + "BinaryData = True\n"
                + "BinaryDataByteOrderMSB = False\n"
                + "CompressedData = " + compression + "\n"
                + "TransformMatrix = "
                + words(axes * axes, i -> grid.direction().get(i % axes, i / axes)) + "\n"
                + "Offset = " + words(axes, grid.origin()::along) + "\n"
                + "CenterOfRotation =" + " 0".repeat(axes) + "\n"
                + "ElementSpacing = " + words(axes, grid.spacing()::along) + "\n"
                + "DimSize = "
                + IntStream.range(0, axes)
                        .mapToObj(a -> Integer.toString(grid.size().along(a)))
                        .collect(Collectors.joining(" "))
                + "\n"
                + "ElementType = " + type(volume.type()) + "\n"
                + "ElementDataFile = " + dataFile + "\n";
        return header.getBytes(StandardCharsets.UTF_8);
    }

    /** Doubles as Java prints them are read back to the bit. */
    private static String words(int count, IntToDoubleFunction number) {
        return IntStream.range(0, count)
                .mapToObj(i -> Double.toString(number.applyAsDouble(i)))
                .collect(Collectors.joining(" "));
    }

    private static String type(PixelType type) {
        return switch (type) {
            case UINT8 -> "MET_UCHAR";
            case INT8 -> "MET_CHAR";
            case UINT16 -> "MET_USHORT";
            case INT16 -> "MET_SHORT";
            case UINT32 -> "MET_UINT";
            case INT32 -> "MET_INT";
            case FLOAT32 -> "MET_FLOAT";
            case FLOAT64 -> "MET_DOUBLE";
        };
    }
}
