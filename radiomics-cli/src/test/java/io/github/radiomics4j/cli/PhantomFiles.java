package io.github.radiomics4j.cli;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Phantoms as NRRD files. */
final class PhantomFiles {
    private PhantomFiles() {}

    static Path image(Path file, IntegerPhantom phantom) throws IOException {
        double[] values = phantom.image().toDoubles();
        ByteBuffer voxels = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            voxels.putShort((short) value);
        }
        return write(file, "short", phantom.image().grid(), voxels.array());
    }

    static Path mask(Path file, IntegerPhantom phantom) throws IOException {
        int[] labels = new int[Math.toIntExact(phantom.mask().grid().size().voxelCount())];
        phantom.mask().copyTo(0, labels, 0, labels.length);
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        return write(file, "uchar", phantom.mask().grid(), bytes);
    }

    private static Path write(Path file, String type, Grid grid, byte[] voxels) throws IOException {
        Size size = grid.size();
        String header = """
                NRRD0004
                type: %s
                dimension: 3
                space: left-posterior-superior
                sizes: %d %d %d
                space directions: (%s,0,0) (0,%s,0) (0,0,%s)
                kinds: domain domain domain
                endian: little
                encoding: raw
                space origin: (%s,%s,%s)

                """.formatted(
                        type,
                        size.x(),
                        size.y(),
                        size.z(),
                        grid.spacing().xMm(),
                        grid.spacing().yMm(),
                        grid.spacing().zMm(),
                        grid.origin().x(),
                        grid.origin().y(),
                        grid.origin().z());
        try (var out = Files.newOutputStream(file)) {
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            out.write(voxels);
        }
        return file;
    }
}
