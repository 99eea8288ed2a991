package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How far is reading a volume from what inflating, or the page cache, costs alone? The volume is phantom C, repeated to
 * 6.1 million 16-bit voxels, as NRRD.
 *
 * <p>Tried and rejected: mapping the file (of plain data perhaps twice as fast, a few milliseconds of 12 MB, but a mapping
 * stays until the garbage collector finds it and cannot help with compressed data), sample by sample (ten times slower).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadBenchmark {
    private static final int REPEATS = 32;

    /** Encoding of the data. */
    @Param({"raw", "gzip"})
    private String encoding;

    /** Byte order of the file. */
    @Param({"little", "big"})
    private String endian;

    private Path file;
    private long dataOffset;
    private int voxels;

    /** Writes the file. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        ImageVolume phantom = IntegerPhantom.C.image();
        Grid grid = phantom.grid();
        double[] values = phantom.toDoubles();
        voxels = values.length * REPEATS;
        ByteBuffer samples = ByteBuffer.allocate(2 * values.length)
                .order(endian.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            samples.putShort((short) value);
        }
        String header = "NRRD0004\ntype: short\ndimension: 3\nsizes: %d %d %d\nencoding: %s\nendian: %s\n\n"
                .formatted(grid.size().x(), grid.size().y(), grid.size().z() * REPEATS, encoding, endian);
        dataOffset = header.length();
        file = Files.createTempFile("read", ".nrrd");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            try (OutputStream data =
                    encoding.equals("gzip") ? new GZIPOutputStream(out) : new BufferedOutputStream(out)) {
                for (int i = 0; i < REPEATS; i++) {
                    data.write(samples.array());
                }
            }
        }
    }

    /** Removes the file. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** The library. */
    @Benchmark
    public ImageVolume read() throws IOException {
        return VolumeReader.withDefaults().readImage(file);
    }

    /** Nothing but the bytes, inflated where they are compressed: the floor. */
    @Benchmark
    public long bytesAlone() throws IOException {
        byte[] block = new byte[1 << 16];
        long sum = 0;
        try (InputStream plain = Files.newInputStream(file)) {
            plain.skipNBytes(dataOffset);
            InputStream in = encoding.equals("gzip") ? new GZIPInputStream(plain, 1 << 16) : plain;
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                sum += n;
            }
        }
        return sum;
    }

    /** Candidate: sample by sample through a DataInputStream; big-endian values, whatever the file says. */
    @Benchmark
    public short[] sampleBySample() throws IOException {
        short[] out = new short[voxels];
        try (InputStream plain = Files.newInputStream(file)) {
            plain.skipNBytes(dataOffset);
            InputStream in = encoding.equals("gzip")
                    ? new GZIPInputStream(plain, 1 << 16)
                    : new BufferedInputStream(plain, 1 << 16);
            DataInputStream data = new DataInputStream(in);
            for (int i = 0; i < out.length; i++) {
                out[i] = data.readShort();
            }
        }
        return out;
    }

    /** Candidate: the file mapped; of compressed data the compressed bytes, as far as they go. */
    @Benchmark
    public short[] mapped() throws IOException {
        short[] out = new short[voxels];
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, dataOffset, channel.size() - dataOffset)
                    .order(endian.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            int available = map.remaining() / 2;
            map.asShortBuffer().get(out, 0, Math.min(available, out.length));
        }
        return out;
    }
}
