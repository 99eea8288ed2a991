package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
 * How far is writing a volume from what deflating, or the file system, costs alone, though each voxel goes through a
 * 64-bit float? The volume is phantom C, repeated to 6.1 million 16-bit voxels, as NRRD.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WriteBenchmark {
    private static final int REPEATS = 32;

    /** Whether voxels are compressed. */
    @Param({"NONE", "DEFLATE"})
    private Compression compression;

    private Path file;
    private short[] voxels;
    private byte[] bytes;
    private ImageVolume image;
    private Mask mask;

    /** Makes the volume. */
    @Setup(Level.Trial)
    public void make() throws IOException {
        ImageVolume phantom = IntegerPhantom.C.image();
        double[] values = phantom.toDoubles();
        voxels = new short[values.length * REPEATS];
        ByteBuffer buffer = ByteBuffer.allocate(2 * voxels.length);
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (short) values[i % values.length];
            buffer.putShort(voxels[i]);
        }
        bytes = buffer.array();
        Size size = phantom.grid().size();
        Grid grid = Grid.of(
                new Size(size.x(), size.y(), size.z() * REPEATS), phantom.grid().spacing());
        image = ImageVolume.of(grid, voxels);
        mask = Mask.of(image);
        file = Files.createTempFile("write", ".nrrd");
    }

    /** Removes the file. */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.delete(file);
    }

    /** The library. */
    @Benchmark
    public void image() throws IOException {
        VolumeWriter.withDefaults().withCompression(compression).write(image, file);
    }

    /** The library; labels are looked at twice, first for the largest. */
    @Benchmark
    public void mask() throws IOException {
        VolumeWriter.withDefaults().withCompression(compression).write(mask, file);
    }

    /** Nothing but the bytes, deflated where they are to be: the floor. */
    @Benchmark
    public void bytesAlone() throws IOException {
        try (OutputStream out = open()) {
            out.write(bytes);
        }
    }

    /** Candidate: sample by sample through a DataOutputStream. */
    @Benchmark
    public void sampleBySample() throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(open(), 1 << 16))) {
            for (short voxel : voxels) {
                out.writeShort(voxel);
            }
        }
    }

    private OutputStream open() throws IOException {
        OutputStream plain = Files.newOutputStream(file);
        return compression == Compression.DEFLATE ? new GZIPOutputStream(plain, 1 << 16) : plain;
    }
}
