package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.run.InvalidCaseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A damaged file is refused with a typed exception, or is by chance a volume; and a naive reader agrees. */
class VolumeReaderInvariantTest {
    private static final VolumeReader READER = VolumeReader.withDefaults();

    private static final List<byte[]> FILES = List.of(nifti(), Bytes.gzip(nifti()), nrrd(false), nrrd(true));

    @Property(tries = 1000)
    void damagedFilesAreRefusedOrVolumes(
            @ForAll @IntRange(max = 3) int file, @ForAll @IntRange(max = 4) int damage, @ForAll long seed)
            throws IOException {
        byte[] bytes = damaged(FILES.get(file).clone(), damage, new Random(seed));
        Path path = Files.createTempFile("damaged", ".bin");
        try {
            Files.write(path, bytes);
            ImageVolume volume = READER.readImage(path);
            long voxels = volume.grid().size().voxelCount();
            assertThat(volume.toDoubles()).hasSize((int) voxels);
            // Not a voxel more than the bytes can hold.
            assertThat(voxels).isLessThanOrEqualTo(1032L * bytes.length);
        } catch (VolumeFormatException e) {
            assertThat(e.path()).isEqualTo(path);
            assertThat(e.byteOffset()).isNotNegative();
        } catch (InvalidCaseException e) {
            assertThat(e.reason()).isEqualTo(InvalidCaseException.Reason.NON_FINITE);
        } catch (IOException e) {
            fail("a damaged file must be a VolumeFormatException", e);
        } finally {
            Files.delete(path);
        }
    }

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

    private static double[] naive(byte[] samples, ByteOrder order) {
        double[] out = new double[samples.length / 2];
        for (int i = 0; i < out.length; i++) {
            int first = samples[2 * i];
            int second = samples[2 * i + 1];
            out[i] = order == ByteOrder.BIG_ENDIAN ? first * 256 + (second & 0xff) : second * 256 + (first & 0xff);
        }
        return out;
    }

    /** Flips bits, overwrites bytes or header words with extremes, cuts the end off, or adds to it. */
    private static byte[] damaged(byte[] bytes, int damage, Random random) {
        switch (damage) {
            case 0 -> {
                for (int n = 1 + random.nextInt(8); n > 0; n--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> {
                for (int n = 1 + random.nextInt(4); n > 0; n--) {
                    bytes[random.nextInt(Math.min(bytes.length, 360))] = (byte) random.nextInt(256);
                }
            }
            case 2 -> {
                int[] extremes = {0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7fc00000, 0x00800000, 0x7f800000};
                int at = random.nextInt(Math.min(bytes.length, 352) - 4);
                ByteBuffer.wrap(bytes).putInt(at, extremes[random.nextInt(extremes.length)]);
            }
            case 3 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            default -> {
                // Digits are where an NRRD header is believed most easily.
                int at = random.nextInt(Math.min(bytes.length, 300));
                byte[] digits = {'9', '9', '9', '9', '9'};
                System.arraycopy(digits, 0, bytes, at, Math.min(digits.length, bytes.length - at));
            }
        }
        return bytes;
    }

    private static byte[] nifti() {
        byte[] samples = new byte[8 * 7 * 6 * 4];
        new Random(3).nextBytes(samples);
        return new NiftiFile(ByteOrder.LITTLE_ENDIAN, 8, 7, 6)
                .datatype(16)
                .qform(1, 0.1, 0.2, 0.3, 1, 2, 3)
                .sform(2, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0)
                .scale(2, 1)
                .samples(samples)
                .bytes();
    }

    private static byte[] nrrd(boolean gzip) {
        byte[] samples = new byte[8 * 7 * 6 * 2];
        new Random(5).nextBytes(samples);
        return NrrdFile.small(
                        "space: RAS",
                        "space directions: (1,0,0) (0,1.5,0) (0,0.25,2)",
                        "space origin: (1,2,3)",
                        "kinds: domain domain domain")
                .with("sizes: 8 7 6")
                .with("encoding: " + (gzip ? "gzip" : "raw"))
                .data(gzip ? Bytes.gzip(samples) : samples)
                .bytes();
    }
}
