package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;

/** A log bias field from its control points on every voxel of an image, and the image divided by the field. */
final class BiasField {
    private static final int TAPS = LatticeAxis.TAPS;

    private BiasField() {}

    /**
     * @param field overwritten: the log bias field
     * @param execution its threads share the slices
     */
    static void evaluate(BiasLattice lattice, Size size, float[] field, Execution execution) {
        LatticeAxis x = new LatticeAxis(size.x(), lattice.points(0), lattice.order());
        LatticeAxis y = new LatticeAxis(size.y(), lattice.points(1), lattice.order());
        LatticeAxis z = new LatticeAxis(size.z(), lattice.points(2), lattice.order());
        Slabs.forEach(size.z(), execution, (first, last) -> {
            float[] slice = new float[x.points() * y.points()];
            float[] row = new float[x.points() + TAPS];
            for (int k = first; k < last; k++) {
                execution.checkCancelled();
                lattice.slice(z, k, slice);
                for (int j = 0; j < size.y(); j++) {
                    lattice.row(slice, y, j, row);
                    alongX(row, x, field, size.x() * (j + size.y() * k));
                }
            }
        });
    }

    private static void alongX(float[] row, LatticeAxis x, float[] out, int to) {
        int[] spans = x.spans();
        float[] weights = x.weights();
        for (int i = 0; i < spans.length; i++) {
            int w = TAPS * i;
            int at = spans[i];
            out[to + i] = weights[w] * row[at]
                    + weights[w + 1] * row[at + 1]
                    + weights[w + 2] * row[at + 2]
                    + weights[w + 3] * row[at + 3];
        }
    }

    /**
     * Divides intensities by the field, in 32 bits as ITK does.
     *
     * @param field logarithms; not modified
     * @throws InvalidCaseException NON_FINITE if a quotient is not finite
     */
    static float[] divideFloats(double[] values, float[] field, Execution execution) {
        float[] out = new float[values.length];
        Slabs.forEach(values.length, execution, (first, last) -> {
            for (int i = first; i < last; i++) {
                out[i] = (float) values[i] / (float) Math.exp(field[i]);
                requireFinite(out[i], field[i]);
            }
        });
        return out;
    }

    /**
     * Divides intensities by the field, in 64 bits.
     *
     * @param field logarithms; not modified
     * @throws InvalidCaseException NON_FINITE if a quotient is not finite
     */
    static double[] divideDoubles(double[] values, float[] field, Execution execution) {
        double[] out = new double[values.length];
        Slabs.forEach(values.length, execution, (first, last) -> {
            for (int i = first; i < last; i++) {
                out[i] = values[i] / Math.exp(field[i]);
                requireFinite(out[i], field[i]);
            }
        });
        return out;
    }

    private static void requireFinite(double corrected, float logField) {
        if (!Double.isFinite(corrected)) {
            throw new InvalidCaseException(
                    Reason.NON_FINITE,
                    "an intensity divided by the field must be finite, found " + corrected + " after a division by exp("
                            + logField + ")");
        }
    }
}
