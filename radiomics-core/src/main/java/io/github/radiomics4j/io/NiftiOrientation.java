package io.github.radiomics4j.io;

/**
 * Which of NIfTI's two transforms from voxel index to RAS millimetres counts, by the rules of ITK 5.4:
 *
 * <ol>
 *   <li>sform, if its columns are orthogonal and either there is no qform, or sform_code is 1 (scanner), or the two
 *       agree within 10⁻⁴;
 *   <li>else qform, if there is one;
 *   <li>else the header is refused, or, without either, has no orientation.
 * </ol>
 *
 * <p>Only origin and direction are taken; the lengths of the columns are not, spacing is always pixdim. ITK compares the
 * two by singular vectors, which are not unique for equal spacings; here the rotations themselves are compared. Where
 * that decides otherwise the two agree within the tolerance anyway.
 */
final class NiftiOrientation {
    private static final int SCANNER = 1;

    private static final double TOLERANCE = 1e-4;

    private NiftiOrientation() {}

    /**
     * Returns the first three rows of the transform, row by row; nothing where the header has no orientation. Numbers of
     * NIfTI-1 are rounded to 32 bits, as ITK does.
     *
     * @param pixdim the first four; not modified
     */
    static double[] toRas(NiftiHeader header, double[] pixdim) throws VolumeFormatException {
        int qformCode = header.integer(NiftiField.QFORM_CODE);
        int sformCode = header.integer(NiftiField.SFORM_CODE);
        boolean hasQform = qformCode > 0;
        boolean hasSform = sformCode > 0;
        if (!hasQform && !hasSform) {
            return new double[0];
        }
        double[] sform = hasSform ? header.reals(NiftiField.SROW, 12) : new double[0];
        double[] qform = hasQform ? qform(header.reals(NiftiField.QUATERN, 6), pixdim) : new double[0];
        if (hasQform && !header.isTwo()) {
            for (int i = 0; i < qform.length; i++) {
                qform[i] = (float) qform[i];
            }
        }
        boolean orthogonal = hasSform && isOrthogonal(sform);
        if (orthogonal && (!hasQform || sformCode == SCANNER || agree(sform, qform))) {
            return sform;
        }
        if (hasQform) {
            return qform;
        }
        throw header.wrong(
                NiftiField.SROW,
                0,
                "the columns of sform must be orthogonal where there is no qform, found they are not");
    }

    /**
     * Returns the transform of a quaternion (a, b, c, d) with a = √(1 − b² − c² − d²), as NIfTI defines it: a rotation
     * times the spacing, the third column negated where pixdim[0] is negative.
     *
     * @param q quatern_b, quatern_c, quatern_d, qoffset_x, qoffset_y, qoffset_z; not modified
     */
    private static double[] qform(double[] q, double[] pixdim) {
        double b = q[0];
        double c = q[1];
        double d = q[2];
        double a = 1 - (b * b + c * c + d * d);
        if (a < 1e-7) {
            double scale = 1 / Math.sqrt(b * b + c * c + d * d);
            b *= scale;
            c *= scale;
            d *= scale;
            a = 0;
        } else {
            a = Math.sqrt(a);
        }
        double x = pixdim[1] > 0 ? pixdim[1] : 1;
        double y = pixdim[2] > 0 ? pixdim[2] : 1;
        double z = pixdim[3] > 0 ? pixdim[3] : 1;
        if (pixdim[0] < 0) {
            z = -z;
        }
        return new double[] {
            (a * a + b * b - c * c - d * d) * x,
            2 * (b * c - a * d) * y,
            2 * (b * d + a * c) * z,
            q[3],
            2 * (b * c + a * d) * x,
            (a * a + c * c - b * b - d * d) * y,
            2 * (c * d - a * b) * z,
            q[4],
            2 * (b * d - a * c) * x,
            2 * (c * d + a * b) * y,
            (a * a + d * d - c * c - b * b) * z,
            q[5]
        };
    }

    /** Whether the columns, each divided by its length, are orthogonal; false for NaN and for a column of zeros. */
    private static boolean isOrthogonal(double[] m) {
        double[] r = rotation(m);
        return isIdentity(r, r);
    }

    private static boolean agree(double[] sform, double[] qform) {
        for (int row = 0; row < 3; row++) {
            if (!(Math.abs(sform[4 * row + 3] - qform[4 * row + 3]) <= TOLERANCE)) {
                return false;
            }
        }
        for (int column = 0; column < 3; column++) {
            if (!(Math.abs(length(sform, column) - length(qform, column)) <= TOLERANCE)) {
                return false;
            }
        }
        return isIdentity(rotation(sform), rotation(qform));
    }

    private static double length(double[] m, int column) {
        double x = m[column];
        double y = m[4 + column];
        double z = m[8 + column];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static double[] rotation(double[] m) {
        double[] r = new double[9];
        for (int column = 0; column < 3; column++) {
            double length = length(m, column);
            for (int row = 0; row < 3; row++) {
                r[3 * row + column] = m[4 * row + column] / length;
            }
        }
        return r;
    }

    /** Whether r · tᵀ is the identity within the tolerance. */
    private static boolean isIdentity(double[] r, double[] t) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double dot = r[3 * i] * t[3 * j] + r[3 * i + 1] * t[3 * j + 1] + r[3 * i + 2] * t[3 * j + 2];
                if (!(Math.abs(dot - (i == j ? 1 : 0)) <= TOLERANCE)) {
                    return false;
                }
            }
        }
        return true;
    }
}
