package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.io.VolumeHeader.Rescale;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * NRRD with its data attached (.nrrd) or in other files (.nhdr: one, a list, a pattern), plain, gzip, ascii or hex, as ITK
 * 5.4 reads it:
 *
 * <ul>
 *   <li>with a space: the spacing along an axis is the length of its space direction, the direction that vector divided by
 *       it, both converted from RAS or LAS to LPS; a space that is none of these is taken as LPS, with a warning;
 *   <li>without: "spacings" along LPS, 1 mm where there are none, and the origin from "axis mins" (and the
 *       centers, cells by default) or 0;
 *   <li>units and measurement frame are not looked at.
 * </ul>
 *
 * <p>Of the axes that are not spatial those of vectors and colors are channels, all others frames; they come before the
 * spatial ones or behind them. Other kinds (complex numbers, matrices, gradients) are refused, and so are blocks, bzip2
 * and data files outside the folder of the header.
 *
 * @see <a href="https://teem.sourceforge.net/nrrd/format.html">Definition of NRRD</a>
 */
public final class NrrdFormat implements VolumeFormat {
    private static final Logger LOG = LoggerFactory.getLogger(NrrdFormat.class);

    /** Kinds of an axis that lies in space; the last two say nothing. */
    private static final Set<String> SPATIAL = Set.of("domain", "space", "???", "none");

    /** Kinds of an axis whose samples are volumes. */
    private static final Set<String> FRAMES = Set.of("list", "time", "stub", "scalar");

    /** Kinds of an axis whose samples are the numbers of a voxel. */
    private static final Set<String> CHANNELS = Set.of(
            "vector",
            "2-vector",
            "3-vector",
            "4-vector",
            "2-color",
            "3-color",
            "4-color",
            "rgb-color",
            "rgba-color",
            "hsv-color",
            "xyz-color");

    /** Made by the reader and by the service loader. */
    public NrrdFormat() {}

    @Override
    public String name() {
        return "NRRD";
    }

    @Override
    public boolean recognizes(Path file, byte[] start) {
        return start.length >= 4 && start[0] == 'N' && start[1] == 'R' && start[2] == 'R' && start[3] == 'D';
    }

    @Override
    public VolumeHeader readHeader(Path file) throws IOException {
        return new Interpreter(NrrdFields.read(file)).header();
    }

    /** The meaning of the fields. */
    private record Interpreter(NrrdFields fields) {

        VolumeHeader header() throws IOException {
            SampleType type = sampleType();
            int dimension = dimension();
            long[] sizes = sizes(dimension);
            Axes axes = axes(sizes);
            Grid grid = grid(sizes, dimension, axes);
            return new VolumeHeader(
                    "NRRD",
                    grid,
                    axes.frames(),
                    axes.channels(),
                    axes.order(),
                    type,
                    byteOrder(type),
                    Rescale.IDENTITY,
                    voxels(sizes, type));
        }

        /**
         * What the axes are.
         *
         * @param first the first that lies in space
         * @param spatial how many do, 2 or 3
         */
        private record Axes(int first, int spatial, int frames, int channels, SampleOrder order) {}

        private SampleType sampleType() throws VolumeFormatException {
            String type = fields.text("type").toLowerCase(Locale.ROOT);
            return switch (type) {
                case "signed char", "int8", "int8_t" -> SampleType.INT8;
                case "uchar", "unsigned char", "uint8", "uint8_t" -> SampleType.UINT8;
                case "short", "short int", "signed short", "signed short int", "int16", "int16_t" -> SampleType.INT16;
                case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" -> SampleType.UINT16;
                case "int", "signed int", "int32", "int32_t" -> SampleType.INT32;
                case "uint", "unsigned int", "uint32", "uint32_t" -> SampleType.UINT32;
                case "longlong",
                        "long long",
                        "long long int",
                        "signed long long",
                        "signed long long int",
                        "int64",
                        "int64_t" -> SampleType.INT64;
                case "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t" ->
                    SampleType.UINT64;
                case "float" -> SampleType.FLOAT32;
                case "double" -> SampleType.FLOAT64;
                case "block" -> throw fields.wrong("type", "type block is not supported");
                default -> throw fields.wrong("type", "type must be one of NRRD, found \"" + type + "\"");
            };
        }

        private int dimension() throws VolumeFormatException {
            long dimension = fields.integer("dimension");
            if (dimension < 2 || dimension > 16) {
                throw fields.wrong("dimension", "dimension must be 2 to 16, found " + dimension);
            }
            return (int) dimension;
        }

        private long[] sizes(int dimension) throws VolumeFormatException {
            List<String> words = fields.words("sizes", dimension);
            long[] sizes = new long[dimension];
            for (int i = 0; i < dimension; i++) {
                sizes[i] = fields.parseLong("sizes", words.get(i));
                if (sizes[i] < 1 || sizes[i] > Integer.MAX_VALUE) {
                    throw fields.wrong(
                            "sizes", "sizes must be 1 to " + Integer.MAX_VALUE + ", found " + fields.text("sizes"));
                }
            }
            return sizes;
        }

        private Axes axes(long[] sizes) throws VolumeFormatException {
            int dimension = sizes.length;
            List<String> kinds = kinds(dimension);
            int first = 0;
            while (first < dimension && !SPATIAL.contains(kinds.get(first))) {
                first++;
            }
            int end = first;
            while (end < Math.min(first + 3, dimension) && SPATIAL.contains(kinds.get(end))) {
                end++;
            }
            if (end - first < 2) {
                throw fields.wrong(
                        "sizes",
                        "an image must have 2 or 3 axes in space beside each other, found "
                                + (fields.has("kinds") ? fields.text("kinds") : String.valueOf(end - first)));
            }
            // Fastest first: the axes before those in space, and those behind.
            long frames = 1;
            long channels = 1;
            boolean framesBefore = false;
            boolean channelsBefore = false;
            boolean channelsBehind = false;
            for (int i = 0; i < dimension; i++) {
                if (i >= first && i < end || sizes[i] == 1) {
                    continue;
                }
                boolean isChannel = CHANNELS.contains(kinds.get(i));
                if (isChannel) {
                    boolean inPlace = channels == 1 && !framesBefore;
                    if (!inPlace) {
                        throw mixed();
                    }
                    channels = sizes[i];
                    channelsBefore |= i < first;
                    channelsBehind |= i > first;
                } else {
                    if (channelsBehind || framesBefore && i > first) {
                        throw mixed();
                    }
                    frames *= sizes[i];
                    framesBefore |= i < first;
                }
                if (frames > Integer.MAX_VALUE) {
                    throw fields.wrong(
                            "sizes",
                            "there may be at most " + Integer.MAX_VALUE + " frames, found sizes "
                                    + fields.text("sizes"));
                }
            }
            SampleOrder order = framesBefore
                    ? SampleOrder.FRAMES_INTERLEAVED
                    : channelsBefore ? SampleOrder.CHANNELS_INTERLEAVED : SampleOrder.VOLUMES;
            return new Axes(first, end - first, (int) frames, (int) channels, order);
        }

        /** Returns the kind of each axis; "domain" where none is given, "list" for one that has no direction in space. */
        private List<String> kinds(int dimension) throws VolumeFormatException {
            List<String> kinds = new ArrayList<>(Collections.nCopies(dimension, "domain"));
            if (fields.has("kinds")) {
                List<String> given = fields.words("kinds", dimension);
                for (int i = 0; i < dimension; i++) {
                    String kind = given.get(i).toLowerCase(Locale.ROOT);
                    if (!SPATIAL.contains(kind) && !FRAMES.contains(kind) && !CHANNELS.contains(kind)) {
                        throw fields.wrong(
                                "kinds",
                                "voxels must be numbers or vectors, found axis " + i + " of kind " + given.get(i));
                    }
                    kinds.set(i, kind);
                }
            }
            if (fields.has("space directions")) {
                List<double[]> vectors = fields.vectors("space directions", dimension);
                for (int i = 0; i < dimension; i++) {
                    boolean inSpace = vectors.get(i).length > 0;
                    if (!inSpace && SPATIAL.contains(kinds.get(i))) {
                        kinds.set(i, "list");
                    }
                }
            }
            return kinds;
        }

        private VolumeFormatException mixed() throws VolumeFormatException {
            return fields.wrong(
                    "kinds",
                    "frames and channels must not be mixed, found "
                            + fields.text(fields.has("kinds") ? "kinds" : "space directions"));
        }

        private Grid grid(long[] sizes, int dimension, Axes all) throws VolumeFormatException {
            int first = all.first();
            int axes = all.spatial();
            Size size = new Size((int) sizes[first], (int) sizes[first + 1], axes == 3 ? (int) sizes[first + 2] : 1);
            if (fields.has("space") || fields.has("space dimension")) {
                return gridInSpace(size, dimension, all);
            }
            double[] spacing = {1, 1, 1};
            double[] origin = new double[3];
            if (fields.has("spacings")) {
                double[] spacings = fields.numbers("spacings", dimension);
                for (int i = 0; i < axes; i++) {
                    spacing[i] = requireSpacing("spacings", i, spacings[first + i]);
                }
            }
            if (fields.has("axis mins")) {
                if (!fields.has("spacings")) {
                    throw fields.wrong("axis mins", "axis mins must come with spacings, found none");
                }
                double[] mins = fields.numbers("axis mins", dimension);
                for (int i = 0; i < axes; i++) {
                    origin[i] = requireFinite("axis mins", mins[first + i])
                            + (isCell(dimension, first + i) ? spacing[i] / 2 : 0);
                }
            }
            return new Grid(
                    size, spacing(spacing), new Point(origin[0], origin[1], origin[2]), Direction.IDENTITY, axes);
        }

        private Grid gridInSpace(Size size, int dimension, Axes all) throws VolumeFormatException {
            int first = all.first();
            int axes = all.spatial();
            double[] sign = signs(axes);
            double[] spacing = {1, 1, 1};
            double[] d = {1, 0, 0, 0, 1, 0, 0, 0, 1};
            if (fields.has("spacings")
                    && Arrays.stream(fields.numbers("spacings", dimension))
                            .skip(first)
                            .limit(axes)
                            .anyMatch(v -> !Double.isNaN(v))) {
                throw fields.wrong("spacings", "an axis must have a spacing or a space direction, found both");
            }
            if (fields.has("space directions")) {
                List<double[]> vectors = fields.vectors("space directions", dimension);
                for (int column = 0; column < axes; column++) {
                    double[] v = requireLength("space directions", vectors.get(first + column), axes);
                    double squares = 0;
                    for (int row = 0; row < axes; row++) {
                        squares += v[row] * v[row];
                    }
                    spacing[column] = requireSpacing("space directions", column, Math.sqrt(squares));
                    double scale = 1 / spacing[column];
                    for (int row = 0; row < axes; row++) {
                        d[3 * row + column] = sign[row] * (v[row] * scale) + 0.0;
                    }
                }
            }
            double[] origin = new double[3];
            if (fields.has("space origin")) {
                double[] v = requireLength(
                        "space origin", fields.vectors("space origin", 1).get(0), axes);
                for (int row = 0; row < axes; row++) {
                    origin[row] = sign[row] * requireFinite("space origin", v[row]) + 0.0;
                }
            }
            return new Grid(size, spacing(spacing), new Point(origin[0], origin[1], origin[2]), direction(d), axes);
        }

        /** Returns what each coordinate is multiplied by to be in LPS. */
        private double[] signs(int axes) throws VolumeFormatException {
            if (fields.has("space dimension")) {
                if (fields.integer("space dimension") != axes) {
                    throw fields.wrong(
                            "space dimension",
                            "space must have as many dimensions as there are axes in it, " + axes + ", found "
                                    + fields.text("space dimension"));
                }
                return new double[] {1, 1, 1};
            }
            String space = fields.text("space")
                    .toLowerCase(Locale.ROOT)
                    .replace('-', ' ')
                    .replace(" ", "");
            if (axes != 3) {
                throw fields.wrong("space", "space " + space + " must have 3 axes in it, found " + axes);
            }
            switch (space) {
                case "leftposteriorsuperior", "lps" -> {
                    return new double[] {1, 1, 1};
                }
                case "rightanteriorsuperior", "ras" -> {
                    return new double[] {-1, -1, 1};
                }
                case "leftanteriorsuperior", "las" -> {
                    return new double[] {1, -1, 1};
                }
                case "scannerxyz", "3drighthanded", "3dlefthanded" -> {
                    LOG.warn("NRRD space \"{}\" is taken as left-posterior-superior", fields.text("space"));
                    return new double[] {1, 1, 1};
                }
                default ->
                    throw fields.wrong(
                            "space",
                            "space must be left-posterior-superior, right-anterior-superior, left-anterior-superior,"
                                    + " scanner-xyz, 3D-right-handed or 3D-left-handed, found \"" + fields.text("space")
                                    + "\"");
            }
        }

        private boolean isCell(int dimension, int axis) throws VolumeFormatException {
            return !fields.has("centers")
                    || !fields.words("centers", dimension).get(axis).equalsIgnoreCase("node");
        }

        private double[] requireLength(String field, double[] vector, int length) throws VolumeFormatException {
            if (vector.length != length) {
                throw fields.wrong(
                        field, "vectors must have " + length + " coordinates, found \"" + fields.text(field) + "\"");
            }
            return vector;
        }

        private double requireSpacing(String field, int axis, double mm) throws VolumeFormatException {
            if (!(mm > 0 && mm <= Double.MAX_VALUE && 1 / mm <= Double.MAX_VALUE)) {
                throw fields.wrong(field, "spacing must be positive and finite, found " + mm + " along axis " + axis);
            }
            return mm;
        }

        private double requireFinite(String field, double mm) throws VolumeFormatException {
            if (!Double.isFinite(mm)) {
                throw fields.wrong(field, field + " must be finite, found " + mm);
            }
            return mm;
        }

        private static Spacing spacing(double[] mm) {
            return new Spacing(mm[0], mm[1], mm[2]);
        }

        private Direction direction(double[] d) throws VolumeFormatException {
            try {
                return new Direction(d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8]);
            } catch (IllegalArgumentException e) {
                throw fields.wrong("space directions", String.valueOf(e.getMessage()));
            }
        }

        private ByteOrder byteOrder(SampleType type) throws VolumeFormatException {
            // Decimal numbers have no order; they are read into little-endian samples.
            boolean isDecimal = Set.of("txt", "text", "ascii")
                    .contains(fields.text("encoding").toLowerCase(Locale.ROOT));
            if (isDecimal || type.bytes() == 1 && !fields.has("endian")) {
                return ByteOrder.LITTLE_ENDIAN;
            }
            String endian = fields.text("endian").toLowerCase(Locale.ROOT);
            return switch (endian) {
                case "little" -> ByteOrder.LITTLE_ENDIAN;
                case "big" -> ByteOrder.BIG_ENDIAN;
                default -> throw fields.wrong("endian", "endian must be little or big, found \"" + endian + "\"");
            };
        }

        private VoxelBytes voxels(long[] sizes, SampleType type) throws IOException {
            double bytes = type.bytes();
            for (long size : sizes) {
                bytes *= size;
            }
            if (bytes > Long.MAX_VALUE / 2) {
                throw fields.wrong("sizes", "voxels must fit into a file, found sizes " + fields.text("sizes"));
            }
            if (!fields.has(NrrdFields.DATA_FILE)) {
                return encoded(fields.file(), fields.end(), (long) bytes, type);
            }
            DataFiles files = new DataFiles(fields.file(), fields.offset(NrrdFields.DATA_FILE));
            List<String> names = dataFiles(files, sizes);
            List<VoxelBytes> parts = new ArrayList<>();
            for (String name : names) {
                parts.add(encoded(files.resolve(name), 0, (long) bytes / names.size(), type));
            }
            return JoinedBytes.of(fields.file(), parts, (long) bytes / names.size());
        }

        /** One name; LIST and the axes of each file; or a pattern, first, last and step, and the axes of each file. */
        private List<String> dataFiles(DataFiles files, long[] sizes) throws VolumeFormatException {
            String text = fields.text(NrrdFields.DATA_FILE);
            List<String> words = List.of(text.split("\\s+"));
            if (words.get(0).equals("LIST")) {
                requireFiles(files, fields.list().size(), words.subList(1, words.size()), sizes);
                return fields.list();
            }
            if (!DataFiles.isPattern(text) || words.size() < 4) {
                return List.of(text);
            }
            long first = fields.parseLong(NrrdFields.DATA_FILE, words.get(1));
            long last = fields.parseLong(NrrdFields.DATA_FILE, words.get(2));
            long step = fields.parseLong(NrrdFields.DATA_FILE, words.get(3));
            boolean small = Math.max(Math.abs(first), Math.abs(last)) < Integer.MAX_VALUE;
            if (step == 0 || !small || (last - first) / step < 0) {
                throw fields.wrong(
                        NrrdFields.DATA_FILE,
                        "a pattern must have first, last and step that lead from one to the other, found \""
                                + HeaderLines.shown(text) + "\"");
            }
            long count = (last - first) / step + 1;
            requireFiles(files, count, words.subList(4, words.size()), sizes);
            return files.names(words.get(0), first, step, count);
        }

        /** Checks that there are as many files as the axes beyond those of each file ask for. */
        private void requireFiles(DataFiles files, long count, List<String> words, long[] sizes)
                throws VolumeFormatException {
            files.requireCount(count);
            long axes = words.isEmpty() ? sizes.length - 1 : fields.parseLong(NrrdFields.DATA_FILE, words.get(0));
            if (words.size() > 1 || axes < 1 || axes > sizes.length) {
                throw fields.wrong(
                        NrrdFields.DATA_FILE,
                        "each file must have 1 to " + sizes.length + " axes, found \""
                                + HeaderLines.shown(fields.text(NrrdFields.DATA_FILE)) + "\"");
            }
            boolean slabs = axes == sizes.length && sizes[sizes.length - 1] % count == 0;
            double expected = 1;
            for (int i = (int) axes; i < sizes.length; i++) {
                expected *= sizes[i];
            }
            if (!slabs && expected != count) {
                throw fields.wrong(
                        NrrdFields.DATA_FILE, "there must be " + (long) expected + " data files, found " + count);
            }
        }

        /** Returns the voxels of {@code file} from {@code from} on, which take so many bytes. */
        private VoxelBytes encoded(Path file, long from, long bytes, SampleType type) throws IOException {
            long skip = fields.has("byte skip") ? fields.integer("byte skip") : 0;
            long start = from + skippedLines(file, from);
            String encoding = fields.text("encoding").toLowerCase(Locale.ROOT);
            switch (encoding) {
                case "raw" -> {
                    if (skip == -1) {
                        return VoxelBytes.plain(file, Math.max(start, Files.size(file) - bytes));
                    }
                    requireSkip(skip);
                    return VoxelBytes.plain(file, start + skip);
                }
                case "gzip", "gz" -> {
                    requireSkip(skip);
                    return VoxelBytes.gzip(file, start, skip);
                }
                case "txt", "text", "ascii" -> {
                    requireSkip(skip);
                    return TextBytes.decimal(file, start + skip, type);
                }
                case "hex" -> {
                    requireSkip(skip);
                    return TextBytes.hexadecimal(file, start + skip, type);
                }
                case "bz2", "bzip2", "zrl" ->
                    throw fields.wrong(
                            "encoding", "encoding " + encoding + " is not supported, only raw, gzip, ascii and hex");
                default -> throw fields.wrong("encoding", "encoding must be one of NRRD, found \"" + encoding + "\"");
            }
        }

        /** Returns how many bytes the lines have that are to be passed over. */
        private long skippedLines(Path file, long from) throws IOException {
            long lines = fields.has("line skip") ? fields.integer("line skip") : 0;
            if (lines < 0) {
                throw fields.wrong("line skip", "line skip must not be negative, found " + lines);
            }
            if (lines == 0) {
                return 0;
            }
            try (InputStream in = new BufferedInputStream(PlainBytes.openAt(file, from))) {
                long bytes = 0;
                for (long left = lines; left > 0; bytes++) {
                    int b = in.read();
                    if (b < 0) {
                        throw fields.wrong(
                                "line skip", "the data must have " + lines + " lines to skip, found " + (lines - left));
                    }
                    left -= b == '\n' ? 1 : 0;
                }
                return bytes;
            }
        }

        private void requireSkip(long skip) throws VolumeFormatException {
            if (skip < 0 || skip > 1L << 62) {
                throw fields.wrong(
                        "byte skip", "byte skip must not be negative (-1 in raw encoding apart), found " + skip);
            }
        }
    }
}
