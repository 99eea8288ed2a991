package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.io.VolumeHeader.Rescale;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * NRRD with its data attached, plain or gzip, as ITK 5.4 reads it:
 *
 * <ul>
 *   <li>with a space: the spacing along an axis is the length of its space direction, the direction that vector divided by
 *       it, both converted from RAS or LAS to LPS; a space that is none of these is taken as LPS, with a warning;
 *   <li>without: "spacings" along LPS, 1 mm where there are none, and the origin from "axis mins" (and the
 *       centers, cells by default) or 0;
 *   <li>units and measurement frame are not looked at.
 * </ul>
 *
 * <p>Axes that are not spatial follow the spatial ones and are frames. Vectors, colors and frames that are interleaved
 * (an axis that is not spatial comes first) are refused, and so are detached data and other encodings.
 *
 * @see <a href="https://teem.sourceforge.net/nrrd/format.html">Definition of NRRD</a>
 */
public final class NrrdFormat implements VolumeFormat {
    private static final Logger LOG = LoggerFactory.getLogger(NrrdFormat.class);

    /** Kinds of an axis that lies in space; the last two say nothing. */
    private static final Set<String> SPATIAL = Set.of("domain", "space", "???", "none");

    /** Kinds of an axis whose samples are volumes, or, where it comes first, parts of a voxel. */
    private static final Set<String> FRAMES = Set.of("list", "time", "stub", "scalar");

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
            requireAttached();
            SampleType type = sampleType();
            int dimension = dimension();
            long[] sizes = sizes(dimension);
            int axes = spatialAxes(dimension);
            int frames = frames(sizes, axes);
            Grid grid = grid(sizes, dimension, axes);
            return new VolumeHeader("NRRD", grid, frames, type, byteOrder(type), Rescale.IDENTITY, voxels(sizes, type));
        }

        private void requireAttached() throws VolumeFormatException {
            if (fields.has("data file")) {
                throw fields.wrong(
                        "data file", "detached data are not supported, only data in the same file; found a data file");
            }
            if (fields.has("line skip") && fields.integer("line skip") != 0) {
                throw fields.wrong("line skip", "a line skip is not supported, found " + fields.text("line skip"));
            }
        }

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

        /** Returns how many axes lie in space, 2 or 3; they come first. */
        private int spatialAxes(int dimension) throws VolumeFormatException {
            int axes = Math.min(dimension, 3);
            if (fields.has("kinds")) {
                List<String> kinds = fields.words("kinds", dimension);
                int spatial = 0;
                for (int i = 0; i < dimension; i++) {
                    String kind = kinds.get(i).toLowerCase(Locale.ROOT);
                    if (SPATIAL.contains(kind) && i < 3) {
                        if (spatial < i) {
                            throw interleaved(kinds);
                        }
                        spatial++;
                    } else if (!FRAMES.contains(kind) && !SPATIAL.contains(kind)) {
                        throw fields.wrong(
                                "kinds", "voxels must be single numbers, found axis " + i + " of kind " + kinds.get(i));
                    }
                }
                axes = spatial;
            }
            if (fields.has("space directions")) {
                List<double[]> vectors = fields.vectors("space directions", dimension);
                int spatial = 0;
                for (int i = 0; i < dimension; i++) {
                    if (vectors.get(i).length > 0) {
                        if (spatial < i) {
                            throw fields.wrong(
                                    "space directions",
                                    "axes in space must come first, found " + fields.text("space directions"));
                        }
                        spatial++;
                    }
                }
                axes = Math.min(axes, spatial);
            }
            if (axes < 2) {
                throw fields.wrong("sizes", "an image must have 2 or 3 axes in space, found " + axes);
            }
            return axes;
        }

        private VolumeFormatException interleaved(List<String> kinds) {
            return fields.wrong(
                    "kinds", "frames must follow each other, found them interleaved: " + String.join(" ", kinds));
        }

        private int frames(long[] sizes, int axes) throws VolumeFormatException {
            long frames = 1;
            for (int i = axes; i < sizes.length; i++) {
                frames *= sizes[i];
                if (frames > Integer.MAX_VALUE) {
                    throw fields.wrong(
                            "sizes",
                            "there may be at most " + Integer.MAX_VALUE + " frames, found sizes "
                                    + fields.text("sizes"));
                }
            }
            return (int) frames;
        }

        private Grid grid(long[] sizes, int dimension, int axes) throws VolumeFormatException {
            Size size = new Size((int) sizes[0], (int) sizes[1], axes == 3 ? (int) sizes[2] : 1);
            if (fields.has("space") || fields.has("space dimension")) {
                return gridInSpace(size, dimension, axes);
            }
            double[] spacing = {1, 1, 1};
            double[] origin = new double[3];
            if (fields.has("spacings")) {
                double[] spacings = fields.numbers("spacings", dimension);
                for (int i = 0; i < axes; i++) {
                    spacing[i] = requireSpacing("spacings", i, spacings[i]);
                }
            }
            if (fields.has("axis mins")) {
                if (!fields.has("spacings")) {
                    throw fields.wrong("axis mins", "axis mins must come with spacings, found none");
                }
                double[] mins = fields.numbers("axis mins", dimension);
                for (int i = 0; i < axes; i++) {
                    origin[i] = requireFinite("axis mins", mins[i]) + (isCell(dimension, i) ? spacing[i] / 2 : 0);
                }
            }
            return new Grid(size, spacing(spacing), new Point(origin[0], origin[1], origin[2]), Direction.IDENTITY);
        }

        private Grid gridInSpace(Size size, int dimension, int axes) throws VolumeFormatException {
            double[] sign = signs(axes);
            double[] spacing = {1, 1, 1};
            double[] d = {1, 0, 0, 0, 1, 0, 0, 0, 1};
            if (fields.has("spacings")
                    && Arrays.stream(fields.numbers("spacings", dimension))
                            .limit(axes)
                            .anyMatch(v -> !Double.isNaN(v))) {
                throw fields.wrong("spacings", "an axis must have a spacing or a space direction, found both");
            }
            if (fields.has("space directions")) {
                List<double[]> vectors = fields.vectors("space directions", dimension);
                for (int column = 0; column < axes; column++) {
                    double[] v = requireLength("space directions", vectors.get(column), axes);
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
            return new Grid(size, spacing(spacing), new Point(origin[0], origin[1], origin[2]), direction(d));
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
            if (type.bytes() == 1 && !fields.has("endian")) {
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
            long skip = fields.has("byte skip") ? fields.integer("byte skip") : 0;
            long start = fields.end();
            String encoding = fields.text("encoding").toLowerCase(Locale.ROOT);
            switch (encoding) {
                case "raw" -> {
                    if (skip == -1) {
                        return VoxelBytes.plain(fields.file(), Math.max(start, fromEnd(sizes, type)));
                    }
                    requireSkip(skip);
                    return VoxelBytes.plain(fields.file(), start + skip);
                }
                case "gzip", "gz" -> {
                    requireSkip(skip);
                    return VoxelBytes.gzip(fields.file(), start, skip);
                }
                case "txt", "text", "ascii", "hex", "bz2", "bzip2", "zrl" ->
                    throw fields.wrong("encoding", "encoding " + encoding + " is not supported, only raw and gzip");
                default -> throw fields.wrong("encoding", "encoding must be one of NRRD, found \"" + encoding + "\"");
            }
        }

        /** Returns where the voxels begin that are the last bytes of the file; negative if they do not fit in. */
        private long fromEnd(long[] sizes, SampleType type) throws IOException {
            double bytes = type.bytes();
            for (long size : sizes) {
                bytes *= size;
            }
            long length = Files.size(fields.file());
            return bytes > length ? -1 : length - (long) bytes;
        }

        private void requireSkip(long skip) throws VolumeFormatException {
            if (skip < 0 || skip > 1L << 62) {
                throw fields.wrong(
                        "byte skip", "byte skip must not be negative (-1 in raw encoding apart), found " + skip);
            }
        }
    }
}
