package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.ImageVolume;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A naive reader agrees. */
class VolumeReaderInvariantTest {
    private static final VolumeReader READER = VolumeReader.withDefaults();

    @Property(tries = 100)
    void voxelsAreThoseOfANaiveReader(
            @ForAll @IntRange(min = 1, max = 40) int nx,
            @ForAll @IntRange(min = 1, max = 40) int ny,
            @ForAll @IntRange(min = 1, max = 40) int nz,
            @ForAll boolean big,
            @ForAll boolean gzip,
            @ForAll long seed)
            throws IOException {
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] samples = new byte[2 * nx * ny * nz];
        new Random(seed).nextBytes(samples);
        byte[] bytes = new NiftiFile(order, nx, ny, nz).samples(samples).bytes();
        Path path = Files.createTempFile("naive", ".bin");
        try {
            ImageVolume volume = READER.readImage(Files.write(path, gzip ? Bytes.gzip(bytes) : bytes));
            assertThat(volume.toDoubles()).isEqualTo(naive(samples, order));
        } finally {
            Files.delete(path);
        }
    }

    @Property(tries = 100)
    void channelsAreThoseOfANaiveReader(
            @ForAll @IntRange(min = 1, max = 30) int nx,
            @ForAll @IntRange(min = 1, max = 30) int ny,
            @ForAll @IntRange(min = 2, max = 200) int channels,
            @ForAll boolean gzip,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        byte[] samples = new byte[2 * nx * ny * channels];
        random.nextBytes(samples);
        int channel = random.nextInt(channels);
        byte[] bytes = NrrdFile.small("kinds: vector domain domain domain")
                .with("dimension: 4")
                .with("sizes: " + channels + " " + nx + " " + ny + " 1")
                .with("encoding: " + (gzip ? "gzip" : "raw"))
                .data(gzip ? Bytes.gzip(samples) : samples)
                .bytes();
        double[] all = naive(samples, ByteOrder.LITTLE_ENDIAN);
        double[] expected = new double[nx * ny];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = all[channels * i + channel];
        }
        Path path = Files.createTempFile("channels", ".bin");
        try {
            ImageVolume volume = READER.withChannel(channel).readImage(Files.write(path, bytes));
            assertThat(volume.toDoubles()).isEqualTo(expected);
        } finally {
            Files.delete(path);
        }
    }

    private static double[] naive(byte[] samples, ByteOrder order) {
        double[] out = new double[samples.length / 2];
        for (int i = 0; i < out.length; i++) {
            int first = samples[2 * i];
            int second = samples[2 * i + 1];
            out[i] = order == ByteOrder.BIG_ENDIAN ? first * 256 + (second & 0xff) : second * 256 + (first & 0xff);
        }
        return out;
    }
}
