package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The header of a NIfTI file in one file, little-endian, that {@link NiftiFormat} reads back, and ITK if it is NIfTI-1.
 * As ITK does, sform and qform say the same, both with code 1 (scanner).
 */
final class NiftiHeaderBytes {
    private static final int MM = 2;
    private static final int SCANNER = 1;
    private static final double ORTHOGONAL = 1e-4;

    private final ByteBuffer out;
    private final boolean isTwo;

    private NiftiHeaderBytes(boolean isTwo) {
        this.isTwo = isTwo;
        // Four bytes behind the header say that no extensions follow.
        this.out = ByteBuffer.allocate((isTwo ? NiftiHeader.BYTES_TWO : NiftiHeader.BYTES_ONE) + 4)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws IllegalArgumentException if the format cannot hold the grid */
    static byte[] of(StoredVolume volume, boolean isTwo) {
        NiftiHeaderBytes bytes = new NiftiHeaderBytes(isTwo);
        bytes.put(volume);
        return bytes.out.array();
    }

    private void put(StoredVolume volume) {
        Grid grid = volume.grid();
        out.putInt(0, isTwo ? NiftiHeader.BYTES_TWO : NiftiHeader.BYTES_ONE);
        out.put(
                NiftiField.MAGIC.offset(isTwo),
                (isTwo ? "n+2\0\r\n\032\n" : "n+1\0").getBytes(StandardCharsets.US_ASCII));
        putSize(grid.size(), grid.dimensions());
        out.putShort(NiftiField.DATATYPE.offset(isTwo), (short) datatype(volume.type()));
        out.putShort(NiftiField.BITPIX.offset(isTwo), (short) (8 * volume.type().bytes()));
        if (isTwo) {
            out.putLong(NiftiField.VOX_OFFSET.offset(true), out.capacity());
            out.putInt(NiftiField.XYZT_UNITS.offset(true), MM);
        } else {
            putReal(NiftiField.VOX_OFFSET, 0, out.capacity());
            out.put(NiftiField.XYZT_UNITS.offset(false), (byte) MM);
        }
        putReal(NiftiField.SCL_SLOPE, 0, 1);
        putCode(NiftiField.QFORM_CODE, SCANNER);
        putCode(NiftiField.SFORM_CODE, SCANNER);
        putTransforms(grid);
    }

    private void putSize(Size size, int dimensions) {
        int[] dim = {dimensions, size.x(), size.y(), size.z(), 1, 1, 1, 1};
        for (int i = 0; i < dim.length; i++) {
            int offset = NiftiField.DIM.offset(isTwo);
            if (isTwo) {
                out.putLong(offset + 8 * i, dim[i]);
            } else if (dim[i] <= Short.MAX_VALUE) {
                out.putShort(offset + 2 * i, (short) dim[i]);
            } else {
                throw new IllegalArgumentException(
                        "NIfTI-1 must have at most " + Short.MAX_VALUE + " voxels along an axis, found size " + size);
            }
        }
    }

    private void putTransforms(Grid grid) {
        double[] r = toRas(grid.direction());
        requireOrthogonal(r, grid.direction());
        boolean flips = determinant(r) < 0;
        putReal(NiftiField.PIXDIM, 0, flips ? -1 : 1);
        for (int axis = 0; axis < 3; axis++) {
            putReal(
                    NiftiField.PIXDIM,
                    1 + axis,
                    requireReal("spacing", grid.spacing().along(axis), true));
        }
        double[] quaternion = quaternion(r, flips ? -1 : 1);
        for (int row = 0; row < 3; row++) {
            double origin = grid.origin().along(row);
            double offset = requireReal("origin", row < 2 ? -origin : origin, false);
            for (int column = 0; column < 3; column++) {
                double step = r[3 * row + column] * grid.spacing().along(column);
                putReal(NiftiField.SROW, 4 * row + column, requireReal("spacing", step, false));
            }
            putReal(NiftiField.SROW, 4 * row + 3, offset);
            putReal(NiftiField.QUATERN, row, quaternion[1 + row]);
            putReal(NiftiField.QUATERN, 3 + row, offset);
        }
    }

    /** Rows x and y negated, from LPS to RAS. */
    private static double[] toRas(Direction direction) {
        double[] r = new double[9];
        for (int i = 0; i < 9; i++) {
            double v = direction.get(i / 3, i % 3);
            r[i] = (i < 6 ? -v : v) + 0.0;
        }
        return r;
    }

    private static void requireOrthogonal(double[] r, Direction direction) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double dot = r[i] * r[j] + r[3 + i] * r[3 + j] + r[6 + i] * r[6 + j];
                if (!(Math.abs(dot - (i == j ? 1 : 0)) <= ORTHOGONAL)) {
                    throw new IllegalArgumentException(
                            "directions must be orthogonal unit vectors to be written as NIfTI, found " + direction);
                }
            }
        }
    }

    private static double determinant(double[] r) {
        return r[0] * (r[4] * r[8] - r[5] * r[7])
                - r[1] * (r[3] * r[8] - r[5] * r[6])
                + r[2] * (r[3] * r[7] - r[4] * r[6]);
    }

    /**
     * Returns the unit quaternion (a, b, c, d), a ≥ 0, of a rotation whose third column is {@code flip} times that of
     * {@code r}. The largest of its numbers is computed by a root, the others by division, so that none cancels.
     */
    private static double[] quaternion(double[] r, double flip) {
        double xz = flip * r[2];
        double yz = flip * r[5];
        double zz = flip * r[8];
        double[] squares = {1 + r[0] + r[4] + zz, 1 + r[0] - r[4] - zz, 1 - r[0] + r[4] - zz, 1 - r[0] - r[4] + zz};
        // products[i][j] = 4 · q[i] · q[j]
        double[][] products = {
            {squares[0], r[7] - yz, xz - r[6], r[3] - r[1]},
            {r[7] - yz, squares[1], r[1] + r[3], xz + r[6]},
            {xz - r[6], r[1] + r[3], squares[2], yz + r[7]},
            {r[3] - r[1], xz + r[6], yz + r[7], squares[3]}
        };
        int largest = 0;
        for (int i = 1; i < 4; i++) {
            largest = squares[i] > squares[largest] ? i : largest;
        }
        double[] q = products[largest];
        double length = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        double sign = q[0] < 0 ? -length : length;
        return new double[] {q[0] / sign, q[1] / sign, q[2] / sign, q[3] / sign};
    }

    private double requireReal(String what, double mm, boolean positive) {
        double stored = isTwo ? mm : (float) mm;
        if (!Double.isFinite(stored) || positive && !(stored > 0)) {
            throw new IllegalArgumentException(what + " must fit into the 32 bits of NIfTI-1, found " + mm + " mm");
        }
        return mm;
    }

    private void putReal(NiftiField field, int i, double value) {
        if (isTwo) {
            out.putDouble(field.offset(true) + 8 * i, value);
        } else {
            out.putFloat(field.offset(false) + 4 * i, (float) value);
        }
    }

    private void putCode(NiftiField field, int code) {
        if (isTwo) {
            out.putInt(field.offset(true), code);
        } else {
            out.putShort(field.offset(false), (short) code);
        }
    }

    private static int datatype(PixelType type) {
        return switch (type) {
            case UINT8 -> 2;
            case INT16 -> 4;
            case INT32 -> 8;
            case FLOAT32 -> 16;
            case FLOAT64 -> 64;
            case INT8 -> 256;
            case UINT16 -> 512;
            case UINT32 -> 768;
        };
    }
}
