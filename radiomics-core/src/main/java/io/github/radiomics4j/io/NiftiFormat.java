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
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * NIfTI-1 in one file, plain or gzip (.nii, .nii.gz), either byte order, as ITK 5.4 reads it:
 *
 * <ul>
 *   <li>spacing is pixdim, in the unit of xyzt_units (mm where there is none);
 *   <li>origin and direction are those of sform or qform ({@link NiftiOrientation} says which), with x and y negated
 *       from RAS to LPS; without either the origin is 0 and the axes run along LPS;
 *   <li>intensity = scl_slope · stored + scl_inter, in 32-bit floats (64-bit ones stay); a slope of 0 or NaN counts as
 *       1, an intercept of NaN as 0;
 *   <li>an image of two dimensions has its place in the plane only: one slice at z = 0, 1 mm thick.
 * </ul>
 *
 * <p>Dimensions 4 to 7 are frames, unless the intent says that they are vectors or matrices, which are refused as complex
 * and color voxels are. What ITK mends silently is refused: a dimension below 1 and a pixdim that is not positive.
 */
public final class NiftiFormat implements VolumeFormat {
    private static final int HEADER_BYTES = 348;
    private static final int NIFTI_2_HEADER_BYTES = 540;
    /** Header and the four bytes that say whether extensions follow. */
    private static final int EARLIEST_VOXELS = 352;

    /** ITK's: slopes below are none, intercepts up to it, with slope 1, change nothing. */
    private static final double NEGLIGIBLE = Math.ulp(1.0);

    private static final int DIM = 40;
    private static final int INTENT_CODE = 68;
    private static final int DATATYPE = 70;
    private static final int PIXDIM = 76;
    private static final int VOX_OFFSET = 108;
    private static final int SCL_SLOPE = 112;
    private static final int SCL_INTER = 116;
    private static final int XYZT_UNITS = 123;
    private static final int QFORM_CODE = 252;
    private static final int MAGIC = 344;

    /** Made by the reader and by the service loader. */
    public NiftiFormat() {}

    @Override
    public String name() {
        return "NIfTI-1";
    }

    @Override
    public boolean recognizes(Path file, byte[] start) {
        if (start.length < 4) {
            return false;
        }
        int size = ByteBuffer.wrap(start).getInt(0);
        int swapped = Integer.reverseBytes(size);
        return isHeaderSize(size)
                || isHeaderSize(swapped)
                || (start.length >= HEADER_BYTES
                        && magic(ByteBuffer.wrap(start)).startsWith("n+"));
    }

    @Override
    public VolumeHeader readHeader(Path file) throws IOException {
        byte[] start;
        boolean gzip;
        try (InputStream in = PlainBytes.openAt(file, 0)) {
            gzip = GzipBytes.isGzip(in.readNBytes(2));
        }
        try (InputStream in = gzip ? GzipBytes.inflate(file, 0) : PlainBytes.openAt(file, 0)) {
            start = in.readNBytes(HEADER_BYTES);
        } catch (EOFException | ZipException e) {
            throw new VolumeFormatException(file, 0, "gzip data must be whole, found " + e.getMessage(), e);
        }
        return new Header(file, start).read(gzip);
    }

    private static boolean isHeaderSize(int size) {
        return size == HEADER_BYTES || size == NIFTI_2_HEADER_BYTES;
    }

    private static String magic(ByteBuffer header) {
        byte[] magic = new byte[4];
        header.get(MAGIC, magic);
        return new String(magic, StandardCharsets.ISO_8859_1);
    }

    /** One header of {@value NiftiFormat#HEADER_BYTES} bytes. */
    private record Header(Path file, ByteBuffer bytes) {

        Header(Path file, byte[] start) throws VolumeFormatException {
            this(file, ByteBuffer.wrap(start));
            if (start.length < HEADER_BYTES) {
                throw wrong(start.length, "a header takes " + HEADER_BYTES + " bytes, found " + start.length);
            }
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            if (isHeaderSize(Integer.reverseBytes(bytes.getInt(0)))) {
                bytes.order(ByteOrder.BIG_ENDIAN);
            }
        }

        VolumeHeader read(boolean gzip) throws IOException {
            requireOneFile();
            int[] dim = dimensions();
            int frames = frames(dim);
            int axes = Math.min(dim[0], 3);
            SampleType type = sampleType();
            long offset = voxelOffset();
            return new VolumeHeader(
                    "NIfTI-1",
                    grid(dim, axes),
                    frames,
                    type,
                    bytes.order(),
                    rescale(),
                    gzip ? VoxelBytes.gzip(file, 0, offset) : VoxelBytes.plain(file, offset));
        }

        private void requireOneFile() throws VolumeFormatException {
            int size = bytes.getInt(0);
            if (size == NIFTI_2_HEADER_BYTES) {
                throw wrong(0, "NIfTI-2 is not supported, only NIfTI-1");
            }
            String magic = magic(bytes);
            if (magic.equals("ni1\0")) {
                throw wrong(MAGIC, "NIfTI-1 in two files (.hdr and .img) is not supported, only in one (.nii)");
            }
            if (size != HEADER_BYTES) {
                throw wrong(0, "sizeof_hdr must be " + HEADER_BYTES + ", found " + size);
            }
            if (!magic.equals("n+1\0")) {
                throw wrong(MAGIC, "magic must be \"n+1\", found \"" + printable(magic) + "\"");
            }
        }

        private int[] dimensions() throws VolumeFormatException {
            int[] dim = new int[8];
            for (int i = 0; i < 8; i++) {
                dim[i] = bytes.getShort(DIM + 2 * i);
            }
            if (dim[0] < 2 || dim[0] > 7) {
                throw wrong(DIM, "dim[0] must be 2 to 7, found " + dim[0]);
            }
            for (int i = 1; i <= dim[0]; i++) {
                if (dim[i] < 1) {
                    throw wrong(DIM + 2 * i, "dim[" + i + "] must be at least 1, found " + dim[i]);
                }
            }
            return dim;
        }

        private int frames(int[] dim) throws VolumeFormatException {
            int intent = bytes.getShort(INTENT_CODE);
            String kind = switch (intent) {
                case 1004 -> "matrices";
                case 1005 -> "symmetric matrices";
                case 1006 -> "displacement vectors";
                case 1007 -> "vectors";
                default -> "";
            };
            if (!kind.isEmpty() && dim[0] >= 5 && dim[5] > 1) {
                throw wrong(INTENT_CODE, "voxels must be single numbers, found " + kind + " of " + dim[5]);
            }
            long frames = 1;
            for (int i = 4; i <= dim[0]; i++) {
                frames *= dim[i];
            }
            if (frames > Integer.MAX_VALUE) {
                throw wrong(DIM, "there may be at most " + Integer.MAX_VALUE + " frames, found " + frames);
            }
            return (int) frames;
        }

        private SampleType sampleType() throws VolumeFormatException {
            int code = bytes.getShort(DATATYPE);
            return switch (code) {
                case 2 -> SampleType.UINT8;
                case 4 -> SampleType.INT16;
                case 8 -> SampleType.INT32;
                case 16 -> SampleType.FLOAT32;
                case 64 -> SampleType.FLOAT64;
                case 256 -> SampleType.INT8;
                case 512 -> SampleType.UINT16;
                case 768 -> SampleType.UINT32;
                case 1024 -> SampleType.INT64;
                case 1280 -> SampleType.UINT64;
                case 1 -> throw wrong(DATATYPE, "datatype 1 (single bits) is not supported");
                case 32, 1792, 2048 -> throw wrong(DATATYPE, "datatype " + code + " (complex) is not supported");
                case 128, 2304 -> throw wrong(DATATYPE, "datatype " + code + " (color) is not supported");
                case 1536 -> throw wrong(DATATYPE, "datatype 1536 (128-bit floats) is not supported");
                default -> throw wrong(DATATYPE, "datatype must be one of NIfTI-1, found " + code);
            };
        }

        private long voxelOffset() throws VolumeFormatException {
            float offset = bytes.getFloat(VOX_OFFSET);
            if (!(offset >= EARLIEST_VOXELS && offset < 0x1p62f && offset == (long) offset)) {
                throw wrong(
                        VOX_OFFSET,
                        "vox_offset must be a whole number of at least " + EARLIEST_VOXELS + ", found " + offset);
            }
            return (long) offset;
        }

        private Rescale rescale() throws VolumeFormatException {
            float slope = bytes.getFloat(SCL_SLOPE);
            float intercept = bytes.getFloat(SCL_INTER);
            if (Float.isInfinite(slope) || Float.isInfinite(intercept)) {
                throw wrong(
                        SCL_SLOPE,
                        "scl_slope and scl_inter must not be infinite, found " + slope + " and " + intercept);
            }
            double effectiveSlope = Math.abs(slope) >= NEGLIGIBLE ? slope : 1;
            double effectiveIntercept = Float.isNaN(intercept) ? 0 : intercept;
            return effectiveSlope == 1 && Math.abs(effectiveIntercept) <= NEGLIGIBLE
                    ? Rescale.IDENTITY
                    : new Rescale(effectiveSlope, effectiveIntercept);
        }

        private Grid grid(int[] dim, int axes) throws VolumeFormatException {
            double unit = unitMm();
            float[] pixdim = new float[4];
            for (int i = 0; i < 4; i++) {
                pixdim[i] = bytes.getFloat(PIXDIM + 4 * i);
            }
            for (int i = 1; i <= axes; i++) {
                if (!(pixdim[i] > 0 && pixdim[i] <= Float.MAX_VALUE)) {
                    throw wrong(PIXDIM + 4 * i, "pixdim[" + i + "] must be positive and finite, found " + pixdim[i]);
                }
            }
            Size size = new Size(dim[1], dim[2], axes == 3 ? dim[3] : 1);
            Spacing spacing = new Spacing(pixdim[1] * unit, pixdim[2] * unit, axes == 3 ? pixdim[3] * unit : 1);
            float[] toRas = NiftiOrientation.toRas(file, bytes, pixdim);
            if (toRas.length == 0) {
                return Grid.of(size, spacing);
            }
            return new Grid(size, spacing, origin(toRas, axes, unit), direction(toRas, axes));
        }

        private double unitMm() throws VolumeFormatException {
            int unit = bytes.get(XYZT_UNITS) & 7;
            return switch (unit) {
                case 1 -> 1e3;
                case 0, 2 -> 1;
                case 3 -> 1e-3;
                default -> throw wrong(XYZT_UNITS, "the unit of space must be 0 to 3 in xyzt_units, found " + unit);
            };
        }

        private Point origin(float[] m, int axes, double unit) throws VolumeFormatException {
            for (int row = 0; row < axes; row++) {
                if (!Float.isFinite(m[4 * row + 3])) {
                    throw wrong(QFORM_CODE, "the origin must be finite, found " + m[4 * row + 3]);
                }
            }
            return new Point(toPositiveZero(-m[3] * unit), toPositiveZero(-m[7] * unit), axes == 3 ? m[11] * unit : 0);
        }

        /** Columns of the matrix, x and y negated, each divided by its length. */
        private Direction direction(float[] m, int axes) throws VolumeFormatException {
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
                throw new VolumeFormatException(file, QFORM_CODE, String.valueOf(e.getMessage()), e);
            }
        }

        private static double toPositiveZero(double v) {
            return v + 0.0;
        }

        private VolumeFormatException wrong(long offset, String message) {
            return new VolumeFormatException(file, offset, message);
        }

        private static String printable(String text) {
            return text.replaceAll("[^ -~]", "?");
        }
    }
}
