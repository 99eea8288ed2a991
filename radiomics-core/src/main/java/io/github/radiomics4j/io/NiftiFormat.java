package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.io.VolumeHeader.Rescale;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * NIfTI-1 and NIfTI-2, in one file (.nii) or two (.hdr with .img), plain or gzip (.gz), either byte order; NIfTI-1 as ITK
 * 5.4 reads it, NIfTI-2, which ITK does not, by the same rules in 64 bits:
 *
 * <ul>
 *   <li>spacing is pixdim, in the unit of xyzt_units (mm where there is none);
 *   <li>origin and direction are those of sform or qform ({@link NiftiOrientation} says which), with x and y negated
 *       from RAS to LPS; without either the origin is 0 and the axes run along LPS;
 *   <li>intensity = scl_slope · stored + scl_inter, in 32-bit floats (64-bit ones stay); a slope of 0 or NaN counts as
 *       1, an intercept of NaN as 0;
 *   <li>an image of two dimensions has its place in the plane only, as {@link Grid} has it.
 * </ul>
 *
 * <p>Dimensions 4 to 7 are frames, unless the intent says that dimension 5 makes vectors, whose numbers are channels, as
 * those of colors are. Matrices, displacement vectors, complex numbers, 128-bit floats and single bits are refused. What
 * ITK mends silently is refused: a dimension below 1 and a pixdim that is not positive. So is Analyze 7.5, which has no
 * orientation that its writers agree on.
 */
public final class NiftiFormat implements VolumeFormat {
    /** Header and the four bytes that say whether extensions follow. */
    private static final int EXTENDER_BYTES = 4;

    private static final String MAGIC_TAIL = "\r\n\032\n";

    /** ITK's: slopes below are none, intercepts up to it, with slope 1, change nothing. */
    private static final double NEGLIGIBLE = Math.ulp(1.0);

    /** Made by the reader and by the service loader. */
    public NiftiFormat() {}

    @Override
    public String name() {
        return "NIfTI";
    }

    @Override
    public boolean recognizes(Path file, byte[] start) {
        if (start.length >= 4) {
            int size = ByteBuffer.wrap(start).getInt(0);
            if (NiftiHeader.isSize(size) || NiftiHeader.isSize(Integer.reverseBytes(size))) {
                return true;
            }
        }
        if (start.length >= NiftiHeader.BYTES_ONE && start[344] == 'n' && start[345] == '+') {
            return true;
        }
        return NiftiPair.headerOf(file).isPresent();
    }

    @Override
    public VolumeHeader readHeader(Path file) throws IOException {
        Path headerFile = NiftiPair.headerOf(file).orElse(file);
        boolean gzip;
        try (InputStream in = PlainBytes.openAt(headerFile, 0)) {
            gzip = GzipBytes.isGzip(in.readNBytes(2));
        }
        byte[] start;
        try (InputStream in = gzip ? GzipBytes.inflate(headerFile, 0) : PlainBytes.openAt(headerFile, 0)) {
            start = in.readNBytes(NiftiHeader.BYTES_TWO);
        } catch (EOFException | ZipException e) {
            throw new VolumeFormatException(headerFile, 0, "gzip data must be whole, found: " + GzipBytes.why(e), e);
        }
        return new Interpreter(NiftiHeader.of(headerFile, start), gzip).header();
    }

    /** The meaning of the fields. */
    private record Interpreter(NiftiHeader fields, boolean gzip) {

        VolumeHeader header() throws IOException {
            boolean pair = requireMagic();
            int[] dim = dimensions();
            int axes = Math.min(dim[0], 3);
            int datatype = fields.integer(NiftiField.DATATYPE);
            SampleType type = sampleType(datatype);
            int colors = datatype == 128 ? 3 : datatype == 2304 ? 4 : 1;
            int components = components(dim);
            if (colors > 1 && components > 1) {
                throw fields.wrong(NiftiField.DATATYPE, "voxels must be vectors or colors, found vectors of colors");
            }
            return new VolumeHeader(
                    fields.version(),
                    grid(dim, axes),
                    frames(dim, components),
                    colors * components,
                    colors > 1 ? SampleOrder.CHANNELS_INTERLEAVED : SampleOrder.VOLUMES,
                    type,
                    fields.bytes().order(),
                    colors > 1 ? Rescale.IDENTITY : rescale(),
                    voxels(pair));
        }

        /** Returns whether the voxels are in a file of their own. */
        private boolean requireMagic() throws VolumeFormatException {
            int size = fields.bytes().getInt(0);
            if (!NiftiHeader.isSize(size)) {
                throw new VolumeFormatException(
                        fields.file(), 0, "sizeof_hdr must be 348, or 540 in NIfTI-2, found " + size);
            }
            String magic = fields.magic();
            String tail = "\0" + (fields.isTwo() ? MAGIC_TAIL : "");
            String digit = fields.isTwo() ? "2" : "1";
            if (magic.equals("ni" + digit + tail)) {
                return true;
            }
            if (!magic.equals("n+" + digit + tail)) {
                boolean analyze = !fields.isTwo() && NiftiPair.isHeaderName(fields.file());
                throw fields.wrong(
                        NiftiField.MAGIC,
                        "magic must be \"n+" + digit + "\" or \"ni" + digit + "\", found \""
                                + HeaderLines.shown(magic) + "\""
                                + (analyze ? "; Analyze 7.5 is not supported, it has no orientation" : ""));
            }
            return false;
        }

        private int[] dimensions() throws VolumeFormatException {
            long axes = fields.dim(0);
            if (axes < 2 || axes > 7) {
                throw fields.wrong(NiftiField.DIM, "dim[0] must be 2 to 7, found " + axes);
            }
            int[] dim = {(int) axes, 1, 1, 1, 1, 1, 1, 1};
            for (int i = 1; i <= axes; i++) {
                long size = fields.dim(i);
                if (size < 1) {
                    throw fields.wrong(NiftiField.DIM, i, "dim[" + i + "] must be at least 1, found " + size);
                }
                if (size > Integer.MAX_VALUE) {
                    throw fields.wrong(
                            NiftiField.DIM,
                            i,
                            "dim[" + i + "] must be at most " + Integer.MAX_VALUE + ", found " + size);
                }
                dim[i] = (int) size;
            }
            return dim;
        }

        /** Returns how many numbers a voxel has by the intent. */
        private int components(int[] dim) throws VolumeFormatException {
            String refused = switch (fields.integer(NiftiField.INTENT_CODE)) {
                case 1004 -> "matrices";
                case 1005 -> "symmetric matrices";
                case 1006 -> "displacement vectors";
                case 1007 -> "";
                default -> "none";
            };
            if (refused.equals("none") || dim[5] == 1) {
                return 1;
            }
            if (!refused.isEmpty()) {
                throw fields.wrong(
                        NiftiField.INTENT_CODE,
                        "voxels must be numbers or vectors, found " + refused + " of " + dim[5]);
            }
            if (dim[6] > 1 || dim[7] > 1) {
                throw fields.wrong(
                        NiftiField.DIM,
                        6,
                        "dim[6] and dim[7] of vectors must be 1, found " + dim[6] + " and " + dim[7]);
            }
            return dim[5];
        }

        private int frames(int[] dim, int components) throws VolumeFormatException {
            long frames = 1;
            for (int i = 4; i <= 7; i++) {
                frames *= i == 5 && components > 1 ? 1 : dim[i];
                if (frames > Integer.MAX_VALUE) {
                    throw fields.wrong(
                            NiftiField.DIM, "there may be at most " + Integer.MAX_VALUE + " frames, found " + frames);
                }
            }
            return (int) frames;
        }

        private SampleType sampleType(int code) throws VolumeFormatException {
            return switch (code) {
                case 2, 128, 2304 -> SampleType.UINT8;
                case 4 -> SampleType.INT16;
                case 8 -> SampleType.INT32;
                case 16 -> SampleType.FLOAT32;
                case 64 -> SampleType.FLOAT64;
                case 256 -> SampleType.INT8;
                case 512 -> SampleType.UINT16;
                case 768 -> SampleType.UINT32;
                case 1024 -> SampleType.INT64;
                case 1280 -> SampleType.UINT64;
                case 1 -> throw fields.wrong(NiftiField.DATATYPE, "datatype 1 (single bits) is not supported");
                case 32, 1792, 2048 ->
                    throw fields.wrong(NiftiField.DATATYPE, "datatype " + code + " (complex) is not supported");
                case 1536 -> throw fields.wrong(NiftiField.DATATYPE, "datatype 1536 (128-bit floats) is not supported");
                default -> throw fields.wrong(NiftiField.DATATYPE, "datatype must be one of NIfTI, found " + code);
            };
        }

        private VoxelBytes voxels(boolean pair) throws IOException {
            int earliest = pair ? 0 : fields.length() + EXTENDER_BYTES;
            long offset = voxelOffset(earliest);
            if (!pair) {
                return gzip ? VoxelBytes.gzip(fields.file(), 0, offset) : VoxelBytes.plain(fields.file(), offset);
            }
            Optional<Path> image = NiftiPair.imageOf(fields.file());
            if (image.isEmpty()) {
                throw fields.wrong(
                        NiftiField.MAGIC,
                        "a header named .hdr with its voxels in a file named .img beside it must be there, found none");
            }
            boolean imageGzip;
            try (InputStream in = PlainBytes.openAt(image.get(), 0)) {
                // Voxels may begin like gzip, so that the name counts too.
                imageGzip = NiftiPair.isGzipName(image.get()) && GzipBytes.isGzip(in.readNBytes(2));
            }
            return imageGzip ? VoxelBytes.gzip(image.get(), 0, offset) : VoxelBytes.plain(image.get(), offset);
        }

        private long voxelOffset(int earliest) throws VolumeFormatException {
            // Written so that NaN is refused; a whole number of 64 bits that is no double is far too large anyway.
            double offset = fields.isTwo()
                    ? fields.bytes().getLong(NiftiField.VOX_OFFSET.offset(true))
                    : fields.real(NiftiField.VOX_OFFSET);
            if (!(offset >= earliest && offset < 0x1p62 && offset == (long) offset)) {
                throw fields.wrong(
                        NiftiField.VOX_OFFSET,
                        "vox_offset must be a whole number of at least " + earliest + ", found " + offset);
            }
            return (long) offset;
        }

        private Rescale rescale() throws VolumeFormatException {
            double slope = fields.real(NiftiField.SCL_SLOPE);
            double intercept = fields.real(NiftiField.SCL_INTER);
            if (Double.isInfinite(slope) || Double.isInfinite(intercept)) {
                throw fields.wrong(
                        NiftiField.SCL_SLOPE,
                        "scl_slope and scl_inter must not be infinite, found " + slope + " and " + intercept);
            }
            double effectiveSlope = Math.abs(slope) >= NEGLIGIBLE ? slope : 1;
            double effectiveIntercept = Double.isNaN(intercept) ? 0 : intercept;
            return effectiveSlope == 1 && Math.abs(effectiveIntercept) <= NEGLIGIBLE
                    ? Rescale.IDENTITY
                    : new Rescale(effectiveSlope, effectiveIntercept);
        }

        private Grid grid(int[] dim, int axes) throws VolumeFormatException {
            double unit = unitMm();
            double[] pixdim = fields.reals(NiftiField.PIXDIM, 4);
            for (int i = 1; i <= axes; i++) {
                if (!isSpacing(pixdim[i]) || !isSpacing(pixdim[i] * unit)) {
                    throw fields.wrong(
                            NiftiField.PIXDIM, i, "pixdim[" + i + "] must be positive and finite, found " + pixdim[i]);
                }
            }
            Size size = new Size(dim[1], dim[2], axes == 3 ? dim[3] : 1);
            Spacing spacing = new Spacing(pixdim[1] * unit, pixdim[2] * unit, axes == 3 ? pixdim[3] * unit : 1);
            double[] toRas = NiftiOrientation.toRas(fields, pixdim);
            if (toRas.length == 0) {
                return Grid.of(size, spacing).withDimensions(axes);
            }
            return new Grid(size, spacing, origin(toRas, axes, unit), direction(toRas, axes), axes);
        }

        private static boolean isSpacing(double mm) {
            return mm > 0 && mm <= Double.MAX_VALUE;
        }

        private double unitMm() throws VolumeFormatException {
            int unit = fields.integer(NiftiField.XYZT_UNITS) & 7;
            return switch (unit) {
                case 1 -> 1e3;
                case 0, 2 -> 1;
                case 3 -> 1e-3;
                default ->
                    throw fields.wrong(
                            NiftiField.XYZT_UNITS, "the unit of space must be 0 to 3 in xyzt_units, found " + unit);
            };
        }

        private Point origin(double[] m, int axes, double unit) throws VolumeFormatException {
            for (int row = 0; row < axes; row++) {
                if (!Double.isFinite(m[4 * row + 3] * unit)) {
                    throw fields.wrong(NiftiField.QFORM_CODE, "the origin must be finite, found " + m[4 * row + 3]);
                }
            }
            return new Point(toPositiveZero(-m[3] * unit), toPositiveZero(-m[7] * unit), axes == 3 ? m[11] * unit : 0);
        }

        /** Columns of the matrix, x and y negated, each divided by its length. */
        private Direction direction(double[] m, int axes) throws VolumeFormatException {
            double[] d = {1, 0, 0, 0, 1, 0, 0, 0, 1};
            for (int column = 0; column < axes; column++) {
                double squares = 0;
                for (int row = 0; row < axes; row++) {
                    double v = m[4 * row + column];
                    squares += v * v;
                }
                double length = Math.sqrt(squares);
                for (int row = 0; row < axes; row++) {
                    double v = m[4 * row + column] / length;
                    d[3 * row + column] = toPositiveZero(row < 2 ? -v : v);
                }
            }
            try {
                return new Direction(d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8]);
            } catch (IllegalArgumentException e) {
                throw fields.wrong(NiftiField.QFORM_CODE, String.valueOf(e.getMessage()));
            }
        }

        private static double toPositiveZero(double v) {
            return v + 0.0;
        }
    }
}
