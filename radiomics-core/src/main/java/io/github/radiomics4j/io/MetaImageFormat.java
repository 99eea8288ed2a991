package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.io.VolumeHeader.Rescale;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * MetaImage, in one file (.mha) or with its voxels in others (.mhd with .raw, .zraw, a list or a pattern of slices), plain
 * or compressed, in either byte order or as text, as ITK 5.4 reads it:
 *
 * <ul>
 *   <li>spacing is ElementSpacing, else ElementSize, else 1; origin is Offset (or Position or Origin), in LPS millimetres;
 *   <li>row i of TransformMatrix (or Rotation or Orientation) is the direction of axis i, a column of {@link Direction};
 *   <li>CenterOfRotation, AnatomicalOrientation and fields of other names are not looked at;
 *   <li>HeaderSize bytes at the beginning of each data file are passed over; all but the voxels where it is −1;
 *   <li>ElementNumberOfChannels numbers of a voxel stand side by side; axes beyond the third are frames.
 * </ul>
 *
 * <p>Where ITK reads on, this refuses: an ElementToIntensityFunction that is not the identity and DistanceUnits other than
 * mm (ITK ignores both), a HeaderSize above 0 of voxels in the file of the header (ITK reads the header as voxels),
 * compressed voxels that are damaged, and data files outside the folder of the header.
 *
 * @see <a href="https://docs.itk.org/en/latest/learn/metaio.html">MetaIO</a>
 */
public final class MetaImageFormat implements VolumeFormat {
    /** MetaIO's. */
    private static final int MOST_DIMENSIONS = 10;

    /** Made by the reader and by the service loader. */
    public MetaImageFormat() {}

    @Override
    public String name() {
        return "MetaImage";
    }

    @Override
    public boolean recognizes(Path file, byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(MetaImageFields::isFirst)
                .isPresent();
    }

    @Override
    public VolumeHeader readHeader(Path file) throws IOException {
        return new Interpreter(MetaImageFields.read(file)).header();
    }

    /** The meaning of the fields. */
    private record Interpreter(MetaImageFields fields) {

        VolumeHeader header() throws IOException {
            requireImage();
            SampleType type = sampleType();
            long[] sizes = sizes();
            int channels = channels();
            return new VolumeHeader(
                    "MetaImage",
                    grid(sizes),
                    frames(sizes),
                    channels,
                    SampleOrder.CHANNELS_INTERLEAVED,
                    type,
                    fields.isTrue("BinaryDataByteOrderMSB", false) && isBinary()
                            ? ByteOrder.BIG_ENDIAN
                            : ByteOrder.LITTLE_ENDIAN,
                    Rescale.IDENTITY,
                    voxels(sizes, channels, type));
        }

        private void requireImage() throws VolumeFormatException {
            if (fields.has("ObjectType") && !fields.text("ObjectType").equals("Image")) {
                throw fields.wrong(
                        "ObjectType", "ObjectType must be Image, found \"" + fields.shown("ObjectType") + "\"");
            }
            if (fields.has("DistanceUnits")) {
                String unit = fields.text("DistanceUnits");
                if (!unit.equals("mm") && !unit.equals("?")) {
                    throw fields.wrong(
                            "DistanceUnits",
                            "DistanceUnits must be mm, found \"" + fields.shown("DistanceUnits") + "\"");
                }
            }
            requireNone("ElementToIntensityFunctionSlope", 1);
            requireNone("ElementToIntensityFunctionOffset", 0);
        }

        private void requireNone(String field, double none) throws VolumeFormatException {
            if (fields.has(field) && fields.numbers(field, 1)[0] != none) {
                throw fields.wrong(
                        field,
                        field + " is not supported unless it is " + none + ", found \"" + fields.shown(field) + "\"");
            }
        }

        private SampleType sampleType() throws VolumeFormatException {
            String type = fields.text("ElementType");
            return switch (type.endsWith("_ARRAY") ? type.substring(0, type.length() - 6) : type) {
                case "MET_CHAR", "MET_ASCII_CHAR" -> SampleType.INT8;
                case "MET_UCHAR" -> SampleType.UINT8;
                case "MET_SHORT" -> SampleType.INT16;
                case "MET_USHORT" -> SampleType.UINT16;
                case "MET_INT", "MET_LONG" -> SampleType.INT32;
                case "MET_UINT", "MET_ULONG" -> SampleType.UINT32;
                case "MET_LONG_LONG" -> SampleType.INT64;
                case "MET_ULONG_LONG" -> SampleType.UINT64;
                case "MET_FLOAT" -> SampleType.FLOAT32;
                case "MET_DOUBLE" -> SampleType.FLOAT64;
                default ->
                    throw fields.wrong(
                            "ElementType",
                            "ElementType must be a type of numbers, found \"" + fields.shown("ElementType") + "\"");
            };
        }

        private long[] sizes() throws VolumeFormatException {
            long dimensions = fields.integers("NDims", 1)[0];
            if (dimensions < 2 || dimensions > MOST_DIMENSIONS) {
                throw fields.wrong("NDims", "NDims must be 2 to " + MOST_DIMENSIONS + ", found " + dimensions);
            }
            long[] sizes = fields.integers("DimSize", (int) dimensions);
            for (long size : sizes) {
                if (size < 1 || size > Integer.MAX_VALUE) {
                    throw fields.wrong(
                            "DimSize",
                            "DimSize must be 1 to " + Integer.MAX_VALUE + ", found \"" + fields.shown("DimSize")
                                    + "\"");
                }
            }
            return sizes;
        }

        private int frames(long[] sizes) throws VolumeFormatException {
            long frames = 1;
            for (int i = 3; i < sizes.length; i++) {
                frames *= sizes[i];
                if (frames > Integer.MAX_VALUE) {
                    throw fields.wrong(
                            "DimSize",
                            "there may be at most " + Integer.MAX_VALUE + " frames, found \"" + fields.shown("DimSize")
                                    + "\"");
                }
            }
            return (int) frames;
        }

        private int channels() throws VolumeFormatException {
            long channels = fields.integer("ElementNumberOfChannels", 1);
            if (channels < 1 || channels > Integer.MAX_VALUE) {
                throw fields.wrong(
                        "ElementNumberOfChannels", "ElementNumberOfChannels must be at least 1, found " + channels);
            }
            return (int) channels;
        }

        private Grid grid(long[] sizes) throws VolumeFormatException {
            int dimensions = sizes.length;
            int axes = Math.min(dimensions, 3);
            double[] spacing = {1, 1, 1};
            String field = fields.has("ElementSpacing") ? "ElementSpacing" : "ElementSize";
            if (fields.has(field)) {
                double[] given = fields.numbers(field, dimensions);
                for (int i = 0; i < axes; i++) {
                    if (!(given[i] > 0)) {
                        throw fields.wrong(field, field + " must be positive, found \"" + fields.shown(field) + "\"");
                    }
                    spacing[i] = given[i];
                }
            }
            double[] origin = new double[3];
            if (fields.has("Offset")) {
                double[] given = fields.numbers("Offset", dimensions);
                for (int i = 0; i < axes; i++) {
                    origin[i] = given[i] + 0.0;
                }
            }
            return new Grid(
                    new Size((int) sizes[0], (int) sizes[1], axes == 3 ? (int) sizes[2] : 1),
                    new Spacing(spacing[0], spacing[1], spacing[2]),
                    new Point(origin[0], origin[1], origin[2]),
                    direction(dimensions, axes),
                    axes);
        }

        private Direction direction(int dimensions, int axes) throws VolumeFormatException {
            double[] d = {1, 0, 0, 0, 1, 0, 0, 0, 1};
            if (fields.has("TransformMatrix")) {
                double[] given = fields.numbers("TransformMatrix", dimensions * dimensions);
                for (int axis = 0; axis < dimensions; axis++) {
                    for (int row = 0; row < dimensions; row++) {
                        double v = given[dimensions * axis + row];
                        if (axis < axes && row < axes) {
                            d[3 * row + axis] = v + 0.0;
                        } else if ((axis < axes || row < axes) && v != 0) {
                            throw fields.wrong(
                                    "TransformMatrix",
                                    "TransformMatrix must keep frames out of space, found \""
                                            + fields.shown("TransformMatrix") + "\"");
                        }
                    }
                }
            }
            try {
                return new Direction(d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8]);
            } catch (IllegalArgumentException e) {
                throw fields.wrong("TransformMatrix", String.valueOf(e.getMessage()));
            }
        }

        private boolean isBinary() throws VolumeFormatException {
            return fields.isTrue("BinaryData", true);
        }

        private VoxelBytes voxels(long[] sizes, int channels, SampleType type) throws IOException {
            double bytes = (double) channels * type.bytes();
            for (long size : sizes) {
                bytes *= size;
            }
            if (bytes > Long.MAX_VALUE / 2) {
                throw fields.wrong("DimSize", "voxels must fit into a file, found \"" + fields.shown("DimSize") + "\"");
            }
            long total = (long) bytes;
            String name = fields.text(MetaImageFields.DATA_FILE);
            if (name.equalsIgnoreCase("LOCAL")) {
                return local(total, type);
            }
            List<VoxelBytes> parts = new ArrayList<>();
            DataFiles files = new DataFiles(fields.file(), fields.offset(MetaImageFields.DATA_FILE));
            List<String> names = names(files, name, sizes);
            for (String each : names) {
                parts.add(part(files.resolve(each), total / names.size(), type));
            }
            return JoinedBytes.of(fields.file(), parts, total / names.size());
        }

        private List<String> names(DataFiles files, String name, long[] sizes) throws VolumeFormatException {
            String[] words = name.split("\\s+");
            if (words[0].equals("LIST")) {
                return list(files, words, sizes);
            }
            return DataFiles.isPattern(name) ? pattern(files, name, sizes) : List.of(name);
        }

        /** LIST and, if it is not one less than there are, the number of axes of each file. */
        private List<String> list(DataFiles files, String[] words, long[] sizes) throws VolumeFormatException {
            int axes = sizes.length - 1;
            if (words.length > 1) {
                if (words.length > 2 || !words[1].matches("[1-9]|10") || Integer.parseInt(words[1]) > sizes.length) {
                    throw wrongDataFile("LIST and 1 to " + sizes.length + " axes");
                }
                axes = Integer.parseInt(words[1]);
            }
            long count = 1;
            for (int i = axes; i < sizes.length; i++) {
                count *= sizes[i];
                files.requireCount(count);
            }
            if (fields.list().size() != count) {
                throw fields.wrong(
                        MetaImageFields.DATA_FILE,
                        "the list must name " + count + " files, found "
                                + fields.list().size());
            }
            return fields.list();
        }

        /** A pattern, one file for each place along the last axis, and the numbers: none, the first, or first, last, step. */
        private List<String> pattern(DataFiles files, String name, long[] sizes) throws VolumeFormatException {
            List<String> words = List.of(name.split("\\s+"));
            int end = words.size();
            while (end > 1 && end > words.size() - 3 && words.get(end - 1).matches("\\d{1,9}")) {
                end--;
            }
            List<Long> numbers =
                    words.subList(end, words.size()).stream().map(Long::valueOf).toList();
            long first = numbers.isEmpty() ? 1 : numbers.get(0);
            long step = numbers.size() == 3 ? numbers.get(2) : 1;
            long count = sizes[sizes.length - 1];
            boolean wrong = numbers.size() == 2
                    || numbers.size() == 3 && (step == 0 || (numbers.get(1) - first) / step + 1 != count);
            if (wrong) {
                throw wrongDataFile(count + " files by a pattern and their first number, last number and step");
            }
            return files.names(String.join(" ", words.subList(0, end)), first, step, count);
        }

        private VolumeFormatException wrongDataFile(String what) {
            return fields.wrong(
                    MetaImageFields.DATA_FILE,
                    "ElementDataFile must be " + what + ", found \"" + fields.shown(MetaImageFields.DATA_FILE) + "\"");
        }

        private VoxelBytes local(long bytes, SampleType type) throws IOException {
            long headerSize = fields.integer("HeaderSize", 0);
            if (headerSize > 0) {
                throw fields.wrong(
                        "HeaderSize", "HeaderSize must be 0 or -1 where voxels follow the header, found " + headerSize);
            }
            return bytes(fields.file(), fields.end(), bytes, type);
        }

        private VoxelBytes part(Path file, long bytes, SampleType type) throws IOException {
            return bytes(file, Math.max(0, fields.integer("HeaderSize", 0)), bytes, type);
        }

        /** Returns the voxels of a file from {@code start} on, which take so many bytes. */
        private VoxelBytes bytes(Path file, long start, long bytes, SampleType type) throws IOException {
            long headerSize = fields.integer("HeaderSize", 0);
            boolean compressed = fields.isTrue("CompressedData", false);
            if (headerSize < -1 || headerSize > 1L << 62) {
                throw fields.wrong("HeaderSize", "HeaderSize must be at least -1, found " + headerSize);
            }
            if (headerSize == -1 && (compressed || !isBinary())) {
                throw fields.wrong("HeaderSize", "HeaderSize must not be -1 unless voxels are plain, found -1");
            }
            if (!isBinary()) {
                return TextBytes.decimal(file, start, type);
            }
            if (!compressed) {
                return VoxelBytes.plain(file, headerSize == -1 ? Math.max(start, Files.size(file) - bytes) : start);
            }
            long stored = fields.integer("CompressedDataSize", 0);
            long there = Files.size(file) - start;
            if (stored > there) {
                throw new VolumeFormatException(
                        file, start, "compressed voxels must be " + stored + " bytes, found " + there);
            }
            return isGzip(file, start) ? VoxelBytes.gzip(file, start, 0) : ZlibBytes.of(file, start);
        }

        private static boolean isGzip(Path file, long start) throws IOException {
            try (InputStream in = PlainBytes.openAt(file, start)) {
                return GzipBytes.isGzip(in.readNBytes(2));
            }
        }
    }
}
