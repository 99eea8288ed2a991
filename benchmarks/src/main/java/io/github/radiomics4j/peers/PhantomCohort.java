package io.github.radiomics4j.peers;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a cohort of phantoms of mixed size, as NRRD files with gzip, and its list {@code cases.csv}, for
 * benchmarks/peers/kill.py. Every tenth case is broken in one of five ways, which the column {@code Broken} names by the
 * reason that a run must give.
 */
public final class PhantomCohort {
    private static final int LARGE_EVERY = 97;

    private PhantomCohort() {}

    /**
     * Writes the files.
     *
     * @param arguments a folder, which is made, and the number of cases
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> list = new ArrayList<>(List.of("case,Image,Mask,Broken"));
        for (int number = 0; number < Integer.parseInt(arguments[1]); number++) {
            list.add(write(folder, number));
        }
        Files.write(folder.resolve("cases.csv"), list);
    }

    private static String write(Path folder, int number) throws IOException {
        String id = "P%04d".formatted(number);
        Path image = folder.resolve(id + "_image.nrrd");
        Path mask = folder.resolve(id + "_mask.nrrd");
        Grid grid = grid(number);
        ImageVolume voxels = IntegerPhantom.image(grid, number);
        writeMask(mask, IntegerPhantom.mask(grid));
        String broken = switch (number % 50) {
            case 29 -> {
                writeImage(image, voxels, "short");
                writeMask(
                        mask,
                        Mask.of(grid, new boolean[Math.toIntExact(grid.size().voxelCount())]));
                yield "EMPTY_MASK";
            }
            case 39 -> {
                writeImage(image, voxels, "short");
                writeMask(mask, IntegerPhantom.mask(grid(number + 1)));
                yield "GRID_MISMATCH";
            }
            case 49 -> {
                writeImage(image, voxels, "float");
                yield "NON_FINITE";
            }
            case 9 -> {
                writeImage(image, voxels, "short");
                byte[] whole = Files.readAllBytes(image);
                Files.write(image, Arrays.copyOf(whole, whole.length / 2));
                yield "UNREADABLE";
            }
            case 19 -> "UNREADABLE"; // there is no image
            default -> {
                writeImage(image, voxels, "short");
                yield "";
            }
        };
        return id + "," + image.getFileName() + "," + mask.getFileName() + "," + broken;
    }

    /** Some are too thin for a wide filter, so that columns are NaN; one in a hundred is large. */
    private static Grid grid(int number) {
        Size size = number % LARGE_EVERY == LARGE_EVERY - 1
                ? new Size(96, 96, 48)
                : new Size(24 + number % 25, 26 + number % 19, 8 + number % 15);
        return Grid.of(size, new Spacing(1, 1, 1));
    }

    private static void writeImage(Path file, ImageVolume image, String type) throws IOException {
        double[] values = image.toDoubles();
        ByteBuffer voxels = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (type.equals("float")) {
                voxels.putFloat((float) value);
            } else {
                voxels.putShort((short) value);
            }
        }
        if (type.equals("float")) {
            voxels.putFloat(4 * (values.length / 2), Float.NaN);
        }
        write(file, type, image.grid(), Arrays.copyOf(voxels.array(), voxels.position()));
    }

    private static void writeMask(Path file, Mask mask) throws IOException {
        int[] labels = new int[Math.toIntExact(mask.grid().size().voxelCount())];
        mask.copyTo(0, labels, 0, labels.length);
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        write(file, "uchar", mask.grid(), bytes);
    }

    private static void write(Path file, String type, Grid grid, byte[] voxels) throws IOException {
        String header = """
                NRRD0004
                type: %s
                dimension: 3
                space: left-posterior-superior
                sizes: %d %d %d
                space directions: (1,0,0) (0,1,0) (0,0,1)
                space origin: (0,0,0)
                endian: little
                encoding: gzip

                """.formatted(
                        type, grid.size().x(), grid.size().y(), grid.size().z());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            GZIPOutputStream compressed = new GZIPOutputStream(out);
            compressed.write(voxels);
            compressed.finish();
        }
    }
}
