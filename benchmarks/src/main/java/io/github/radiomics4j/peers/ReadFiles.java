package io.github.radiomics4j.peers;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.io.Compression;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.io.VolumeWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Reads files, says what is in them and how long it took; writes them too: the twin of benchmarks/peers/read_files.py, with the same
 * requests and answers.
 */
public final class ReadFiles {
    private final VolumeReader reader = VolumeReader.withDefaults();
    private final PrintStream out;

    private ReadFiles(PrintStream out) {
        this.out = out;
    }

    /**
     * Answers the requests on standard input.
     *
     * @throws IOException if standard input cannot be read, or a file that is timed
     */
    public static void main(String[] arguments) throws IOException {
        ReadFiles files = new ReadFiles(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        files.out.printf(
                "{\"done\": \"start\", \"side\": \"Radiomics4J\", \"versions\": \"%s %s\"}%n",
                System.getProperty("java.vm.name"), System.getProperty("java.vm.version"));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] request = line.split("\t");
            switch (request[0]) {
                case "describe" -> files.describe(Path.of(request[1]));
                case "time" -> files.time(Path.of(request[1]), Integer.parseInt(request[2]));
                case "write" -> files.write(Path.of(request[1]), Path.of(request[2]), request[3]);
                default ->
                    throw new IllegalArgumentException(
                            "a request must be describe, time or write, found " + request[0]);
            }
        }
    }

    private void describe(Path file) {
        try {
            ImageVolume volume = reader.readImage(file);
            Grid grid = volume.grid();
            Direction d = grid.direction();
            out.printf(
                    "{\"done\": \"describe\", \"type\": \"%s\", \"size\": [%d, %d, %d], \"spacing\": [%s, %s, %s],"
                            + " \"origin\": [%s, %s, %s], \"direction\": [%s, %s, %s, %s, %s, %s, %s, %s, %s],"
                            + " \"sha1\": \"%s\"}%n",
                    volume.type(),
                    grid.size().x(),
                    grid.size().y(),
                    grid.size().z(),
                    grid.spacing().xMm(),
                    grid.spacing().yMm(),
                    grid.spacing().zMm(),
                    grid.origin().x(),
                    grid.origin().y(),
                    grid.origin().z(),
                    d.xx(),
                    d.xy(),
                    d.xz(),
                    d.yx(),
                    d.yy(),
                    d.yz(),
                    d.zx(),
                    d.zy(),
                    d.zz(),
                    sha1(volume.toDoubles()));
        } catch (IOException | RuntimeException e) {
            out.printf(
                    "{\"done\": \"describe\", \"error\": \"%s\"}%n",
                    e.toString().replaceAll("[\"\\\\\n]", " "));
        }
    }

    /** Writes what another file holds: FROM, TO, a {@link Compression}. The twin has no such request. */
    private void write(Path from, Path to, String compression) throws IOException {
        VolumeWriter.withDefaults()
                .withCompression(Compression.valueOf(compression))
                .write(reader.readImage(from), to);
        out.println("{\"done\": \"write\"}");
    }

    private void time(Path file, int calls) throws IOException {
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            ImageVolume volume = reader.readImage(file);
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(Locale.ROOT, "{\"seconds\": %.9f, \"type\": \"%s\"}%n", seconds, volume.type());
        }
        out.printf("{\"done\": \"time\", \"peak_kb\": %d}%n", peakKb());
    }

    /** The kernel's own number, in Linux alone. */
    private static long peakKb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }

    /** Of the voxels as little-endian 64-bit floats, whatever their type. */
    private static String sha1(double[] voxels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * voxels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(voxels);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
