package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written is read back: the same voxels to the bit, and the same grid. */
class VolumeWriterInvariantTest {
    private static final VolumeReader READER = VolumeReader.withDefaults().withNonFiniteVoxels(NonFiniteVoxels.KEEP);

    /** Each way to write. */
    enum Way {
        NIFTI_1(FileFormat.NIFTI_1, Compression.BY_NAME, "volume.nii", 1e-6),
        NIFTI_1_GZIP(FileFormat.NIFTI_1, Compression.BY_NAME, "volume.nii.gz", 1e-6),
        NIFTI_2(FileFormat.NIFTI_2, Compression.BY_NAME, "volume.nii", 1e-12),
        NIFTI_2_GZIP(FileFormat.NIFTI_2, Compression.DEFLATE, "volume.nii.gz", 1e-12),
        NRRD(FileFormat.NRRD, Compression.BY_NAME, "volume.nrrd", 1e-12),
        NRRD_GZIP(FileFormat.NRRD, Compression.DEFLATE, "volume.nrrd", 1e-12),
        META(FileFormat.META_IMAGE, Compression.NONE, "volume.mha", 0),
        META_ZLIB(FileFormat.META_IMAGE, Compression.DEFLATE, "volume.mha", 0),
        META_TWO(FileFormat.META_IMAGE, Compression.NONE, "volume.mhd", 0),
        META_TWO_ZLIB(FileFormat.META_IMAGE, Compression.DEFLATE, "volume.mhd", 0);

        private final FileFormat format;
        private final Compression compression;
        private final String name;
        /**
         * Relative, of each number of the grid. NIfTI-1 has 24 bits of each, NIfTI-2 and NRRD the product of direction and
         * spacing, of which both are computed again; MetaImage has all numbers as they are.
         */
        private final double tolerance;

        Way(FileFormat format, Compression compression, String name, double tolerance) {
            this.format = format;
            this.compression = compression;
            this.name = name;
            this.tolerance = tolerance;
        }

        String fileName() {
            return name;
        }

        VolumeWriter writer() {
            return VolumeWriter.withDefaults().withFormat(format).withCompression(compression);
        }
    }

    @Property(tries = 300)
    void imagesComeBackAsTheyWere(@ForAll Way way, @ForAll PixelType type, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        ImageVolume image = image(type, random);
        inFolder(folder -> {
            Path file = folder.resolve(way.name);
            way.writer().write(image, file);
            ImageVolume again = READER.readImage(file);
            assertThat(again.type()).isEqualTo(type);
            assertThat(again.sha1()).isEqualTo(image.sha1());
            assertGrid(again.grid(), image.grid(), way.tolerance);
        });
    }

    @Property(tries = 150)
    void masksComeBackAsTheyWere(@ForAll Way way, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Grid grid = grid(random);
        int bits = 1 + random.nextInt(32);
        int[] labels = new int[(int) grid.size().voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextInt() >>> (32 - bits);
        }
        Mask mask = Mask.of(grid, labels);
        inFolder(folder -> {
            Path file = folder.resolve(way.name);
            way.writer().write(mask, file);
            assertThat(READER.readMask(file).sha1()).isEqualTo(mask.sha1());
            assertGrid(READER.readMask(file).grid(), grid, way.tolerance);
        });
    }

    @Property(tries = 100)
    void writingWhatWasReadGivesTheSameFile(@ForAll Way way, @ForAll PixelType type, @ForAll long seed)
            throws IOException {
        // NRRD and NIfTI multiply direction and spacing, and divide again; exact where the grid runs along the axes.
        Random random = new Random(seed);
        Grid grid = new Grid(
                new Size(2 + random.nextInt(5), 3, 2),
                new Spacing(0.5 + random.nextInt(8) / 8.0, 1.25, 3),
                new Point(random.nextInt(1000) / 4.0, -2.5, 7),
                axes(random));
        inFolder(folder -> {
            Path first = folder.resolve("a-" + way.name);
            Path second = folder.resolve("b-" + way.name);
            way.writer().write(image(grid, type, random), first);
            way.writer().write(READER.readImage(first), second);
            if (way.name.endsWith(".mhd")) {
                assertThat(Files.readString(second).replace("b-", "a-")).isEqualTo(Files.readString(first));
            } else {
                assertThat(second).hasSameBinaryContentAs(first);
            }
        });
    }

    private static void assertGrid(Grid actual, Grid expected, double tolerance) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < 3; i++) {
            double spacing = expected.spacing().along(i);
            double origin = expected.origin().along(i);
            assertThat(actual.spacing().along(i)).isCloseTo(spacing, within(tolerance * spacing));
            assertThat(actual.origin().along(i)).isCloseTo(origin, within(tolerance * Math.abs(origin)));
            for (int j = 0; j < 3; j++) {
                assertThat(actual.direction().get(i, j))
                        .isCloseTo(expected.direction().get(i, j), within(tolerance));
            }
        }
    }

    static ImageVolume image(PixelType type, Random random) {
        return image(grid(random), type, random);
    }

    static ImageVolume image(Grid grid, PixelType type, Random random) {
        int voxels = (int) grid.size().voxelCount();
        Object array = switch (type) {
            case UINT8, INT8 -> {
                byte[] a = new byte[voxels];
                random.nextBytes(a);
                yield a;
            }
            case UINT16, INT16 -> {
                short[] a = new short[voxels];
                for (int i = 0; i < voxels; i++) {
                    a[i] = (short) random.nextInt();
                }
                yield a;
            }
            case UINT32, INT32 -> random.ints(voxels).toArray();
            case FLOAT32 -> {
                float[] a = new float[voxels];
                for (int i = 0; i < voxels; i++) {
                    a[i] = i % 9 == 0 ? (float) special(random) : (float) random.nextGaussian();
                }
                yield a;
            }
            case FLOAT64 -> {
                double[] a = new double[voxels];
                for (int i = 0; i < voxels; i++) {
                    a[i] = i % 9 == 0 ? special(random) : random.nextGaussian();
                }
                yield a;
            }
        };
        return ImageVolume.wrap(grid, type, array);
    }

    private static double special(Random random) {
        double[] special = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Float.MIN_VALUE, -Float.MAX_VALUE};
        return special[random.nextInt(special.length)];
    }

    private static Grid grid(Random random) {
        return new Grid(
                new Size(1 + random.nextInt(40), 1 + random.nextInt(40), 1 + random.nextInt(40)),
                new Spacing(
                        0.1 + 5 * random.nextDouble(), 0.1 + 5 * random.nextDouble(), 0.1 + 5 * random.nextDouble()),
                new Point(
                        600 * random.nextDouble() - 300, 600 * random.nextDouble() - 300, 1e3 * random.nextGaussian()),
                random.nextInt(3) == 0 ? axes(random) : oblique(random));
    }

    /** Axes in any order, each in either direction. */
    private static Direction axes(Random random) {
        int x = random.nextInt(3);
        int y = (x + 1 + random.nextInt(2)) % 3;
        double[] d = new double[9];
        d[3 * x] = random.nextBoolean() ? 1 : -1;
        d[3 * y + 1] = random.nextBoolean() ? 1 : -1;
        d[3 * (3 - x - y) + 2] = random.nextBoolean() ? 1 : -1;
        return new Direction(d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8]);
    }

    /** Any rotation, half of the time with the last axis turned round. */
    static Direction oblique(Random random) {
        double a = random.nextGaussian();
        double b = random.nextGaussian();
        double c = random.nextGaussian();
        double d = random.nextGaussian();
        double s = 2 / (a * a + b * b + c * c + d * d);
        double flip = random.nextBoolean() ? 1 : -1;
        return new Direction(
                1 - s * (c * c + d * d),
                s * (b * c - a * d),
                flip * s * (b * d + a * c),
                s * (b * c + a * d),
                1 - s * (b * b + d * d),
                flip * s * (c * d - a * b),
                s * (b * d - a * c),
                s * (c * d + a * b),
                flip * (1 - s * (b * b + c * c)));
    }

    private interface InFolder {
        void run(Path folder) throws IOException;
    }

    private static void inFolder(InFolder action) throws IOException {
        Path folder = Files.createTempDirectory("written");
        try {
            action.run(folder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
