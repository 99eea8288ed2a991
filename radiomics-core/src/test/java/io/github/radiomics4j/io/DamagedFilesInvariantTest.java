package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.InvalidCaseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A damaged file of any format is refused with a typed exception that names it, or is by chance a volume: no other
 * exception, no waiting, and never other voxels where there is a check sum over all of the file. The build runs this in a
 * heap of 48 MB, which a size that is believed would fill; profile {@code fuzz} tries a hundred times as many.
 */
class DamagedFilesInvariantTest {
    private static final long ALLOWED_NANOS = 20_000_000_000L;

    private static final VolumeReader READER = VolumeReader.withDefaults();

    private static final List<Sample> SAMPLES = samples();

    /** What words of text headers are replaced with. */
    private static final String[] WORDS = {
        "",
        "-1",
        "0",
        "1",
        "65535",
        "2147483647",
        "2147483648",
        "-2147483648",
        "9223372036854775807",
        "99999999999999999999",
        "1e308",
        "1e-320",
        "-0.0",
        "nan",
        "inf",
        "(1,0)",
        "none",
        "LIST",
        "LIST 3",
        "%d 1 99999999 1",
        "%d",
        "../x",
        ".",
        "LOCAL",
        "double",
        "MET_DOUBLE",
        "gzip",
        "ascii",
        "hex",
        "True",
        "\n",
        "\0",
        "é"
    };

    private static final Pattern WORD = Pattern.compile("[^\\s,()]+");

    /** How a file is damaged. */
    enum Damage {
        BITS,
        HEADER_BYTES,
        EXTREMES,
        TRUNCATION,
        WORD,
        CUT,
        DOUBLED,
        APPENDED
    }

    /**
     * A volume in one file or several.
     *
     * @param main the name of the file that is read
     * @param files bytes by name
     * @param isChecked whether a check sum covers every byte, so that what is read is the volume itself
     */
    private record Sample(String main, Map<String, byte[]> files, boolean isChecked, String sha1) {}

    // As many tries as jqwik.tries.default says: 1000 unless the profile says more.
    @Property
    void damagedFilesAreRefusedOrVolumes(@ForAll Damage damage, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Sample sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
        List<String> names = List.copyOf(sample.files().keySet());
        String victim = names.get(random.nextInt(names.size()));
        Map<String, byte[]> files = new LinkedHashMap<>(sample.files());
        files.computeIfPresent(victim, (name, bytes) -> damaged(bytes.clone(), damage, random));
        Path folder = Files.createTempDirectory("damaged");
        try {
            long total = 0;
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
                total += file.getValue().length;
            }
            assertRefusedOrVolume(folder, sample, total);
        } finally {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void assertRefusedOrVolume(Path folder, Sample sample, long bytes) {
        long start = System.nanoTime();
        try {
            ImageVolume volume = READER.readImage(folder.resolve(sample.main()));
            long voxels = volume.grid().size().voxelCount();
            // Not a voxel more than the bytes can hold.
            assertThat(voxels).isLessThanOrEqualTo(1032L * bytes);
            if (sample.isChecked()) {
                assertThat(volume.sha1()).isEqualTo(sample.sha1());
            }
        } catch (VolumeFormatException e) {
            assertThat(e.path().getParent()).isEqualTo(folder);
            assertThat(e.byteOffset()).isNotNegative();
            assertThat(e.getMessage()).startsWith(e.path() + ": ").doesNotContain("null");
        } catch (InvalidCaseException e) {
            assertThat(e.reason()).isEqualTo(InvalidCaseException.Reason.NON_FINITE);
        } catch (IOException e) {
            fail("a damaged file must be a VolumeFormatException", e);
        }
        assertThat(System.nanoTime() - start).isLessThan(ALLOWED_NANOS);
    }

    private static byte[] damaged(byte[] bytes, Damage damage, Random random) {
        int header = Math.min(bytes.length, 560);
        switch (damage) {
            case BITS -> {
                for (int n = 1 + random.nextInt(8); n > 0; n--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return bytes;
            }
            case HEADER_BYTES -> {
                for (int n = 1 + random.nextInt(4); n > 0; n--) {
                    bytes[random.nextInt(header)] = (byte) random.nextInt(256);
                }
                return bytes;
            }
            case EXTREMES -> {
                long[] extremes = {
                    0,
                    -1,
                    1,
                    Integer.MAX_VALUE,
                    Integer.MIN_VALUE,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    0x7fc00000,
                    0x00800000,
                    0x7f800000,
                    Double.doubleToLongBits(Double.NaN),
                    Double.doubleToLongBits(Double.MIN_VALUE),
                    Double.doubleToLongBits(Double.POSITIVE_INFINITY)
                };
                ByteBuffer buffer = ByteBuffer.wrap(bytes)
                        .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                long extreme = extremes[random.nextInt(extremes.length)];
                switch (random.nextInt(3)) {
                    case 0 -> buffer.putShort(random.nextInt(header - 2), (short) extreme);
                    case 1 -> buffer.putInt(random.nextInt(header - 4), (int) extreme);
                    default -> buffer.putLong(random.nextInt(header - 8), extreme);
                }
                return bytes;
            }
            case TRUNCATION -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case WORD -> {
                return wordReplaced(bytes, header, random);
            }
            case CUT -> {
                int from = random.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + 1 + random.nextInt(16));
                return Bytes.join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            }
            case DOUBLED -> {
                int from = random.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + 1 + random.nextInt(bytes.length));
                return Bytes.join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            }
            case APPENDED -> {
                byte[] more = new byte[1 + random.nextInt(40)];
                random.nextBytes(more);
                return Bytes.join(bytes, more);
            }
        }
        throw new AssertionError(damage);
    }

    /** Numbers and names are where a header that is text is believed most easily. */
    private static byte[] wordReplaced(byte[] bytes, int header, Random random) {
        String text = new String(bytes, 0, header, StandardCharsets.ISO_8859_1);
        List<MatchResult> words = WORD.matcher(text).results().toList();
        if (words.isEmpty()) {
            return bytes;
        }
        MatchResult word = words.get(random.nextInt(words.size()));
        byte[] with = WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
        return Bytes.join(
                Arrays.copyOf(bytes, word.start()), with, Arrays.copyOfRange(bytes, word.end(), bytes.length));
    }

    private static List<Sample> samples() {
        try {
            List<Sample> samples = new ArrayList<>();
            ImageVolume image = VolumeWriterInvariantTest.image(
                    new Grid(
                            new Size(7, 6, 5),
                            new Spacing(0.5, 1.25, 3),
                            new Point(-10.5, 20, 30),
                            VolumeWriterInvariantTest.oblique(new Random(1))),
                    PixelType.INT16,
                    new Random(2));
            for (VolumeWriterInvariantTest.Way way : VolumeWriterInvariantTest.Way.values()) {
                samples.add(written(way, image));
            }
            samples.addAll(detached());
            return samples;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Sample written(VolumeWriterInvariantTest.Way way, ImageVolume image) throws IOException {
        Path folder = Files.createTempDirectory("whole");
        way.writer().write(image, folder.resolve(way.fileName()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        Files.delete(folder);
        return new Sample(way.fileName(), files, way.fileName().endsWith(".gz"), image.sha1());
    }

    /** What the writer does not write. */
    private static List<Sample> detached() {
        byte[] samples = new byte[48];
        new Random(5).nextBytes(samples);
        Map<String, byte[]> slices = new LinkedHashMap<>();
        Map<String, byte[]> packed = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            byte[] slice = Arrays.copyOfRange(samples, 12 * i, 12 * i + 12);
            slices.put("s" + (i + 1) + ".raw", slice);
            packed.put("s" + (i + 1) + ".raw", Bytes.gzip(slice));
        }
        String list = "LIST\ns1.raw\ns2.raw\ns3.raw\ns4.raw\n";
        String pattern = "s%d.raw 1 4 1";
        byte[] pair = new NiftiFile(ByteOrder.BIG_ENDIAN, 2, 3, 4)
                .qform(1, 0.1, 0.2, 0.3, 1, 2, 3)
                .scale(2, 1)
                .putFloats(108, 0)
                .putByte(345, 'i')
                .bytes();
        String numbers = "1 -2 3 4 5 6 7 8 9 10 11 12\n1,2,3,4,5,6,7,8,9,10,11,-12\n";
        String hex = "01 ff 03 7f\n".repeat(12);
        List<Sample> all = new ArrayList<>();
        all.add(sample("a.nhdr", NrrdFile.small().bytes("data file: " + list), slices));
        all.add(sample("a.nhdr", NrrdFile.small().bytes("data file: " + pattern), slices));
        all.add(sample("a.nhdr", NrrdFile.small().with("encoding: gzip").bytes("data file: " + list), packed));
        all.add(sample("a.mhd", MetaImageFile.small().dataFile(list).bytes(), slices));
        all.add(sample(
                "a.mhd",
                MetaImageFile.small("CompressedData = True").dataFile(pattern).bytes(),
                packed));
        all.add(sample("a.hdr", pair, Map.of("a.img", samples)));
        all.add(sample("a.img.gz", Bytes.gzip(samples), Map.of("a.hdr", pair)));
        all.add(sample(
                "a.nrrd",
                NrrdFile.small("space: RAS", "space origin: (1,2,3)", "space directions: (1,0,0) (0,1,0) (0,0.5,2)")
                        .with("encoding: ascii")
                        .data(numbers.getBytes(StandardCharsets.US_ASCII))
                        .bytes(),
                Map.of()));
        all.add(sample(
                "a.nrrd",
                NrrdFile.small()
                        .with("encoding: hex")
                        .data(hex.getBytes(StandardCharsets.US_ASCII))
                        .bytes(),
                Map.of()));
        all.add(sample(
                "a.mha",
                MetaImageFile.small("BinaryData = False")
                        .data(numbers.getBytes(StandardCharsets.US_ASCII))
                        .bytes(),
                Map.of()));
        all.add(sample(
                "a.nrrd",
                NrrdFile.small("kinds: scalar domain domain domain")
                        .with("dimension: 4")
                        .with("sizes: 1 2 3 4")
                        .bytes(),
                Map.of()));
        return all;
    }

    private static Sample sample(String main, byte[] bytes, Map<String, byte[]> more) {
        Map<String, byte[]> files = new LinkedHashMap<>(more);
        files.put(main, bytes);
        return new Sample(main, files, false, "");
    }
}
