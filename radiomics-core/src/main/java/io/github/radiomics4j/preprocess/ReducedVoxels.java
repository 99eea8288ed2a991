package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The voxels that a bias field is fitted to: under the mask, of positive weight, and kept by the reduction.
 *
 * @param rows where they lie in the reduced image
 * @param image their intensities
 * @param confidence their weights; null: all 1
 */
record ReducedVoxels(MaskedRows rows, float[] image, float @Nullable [] confidence) {

    /**
     * @param size of the whole image
     * @param values x fastest; not modified
     * @param mask x fastest; not modified
     * @param weights x fastest; null: all 1; not modified
     * @throws InvalidCaseException EMPTY_MASK if there are none; NON_FINITE if one does not fit into 32 bits
     */
    static ReducedVoxels of(
            Size size, Shrinking shrinking, double[] values, boolean[] mask, double @Nullable [] weights) {
        Size kept = shrinking.size();
        int[] xs = shrinking.kept(0);
        int[] ys = shrinking.kept(1);
        int[] zs = shrinking.kept(2);
        boolean[] inside = new boolean[Math.toIntExact(kept.voxelCount())];
        int[] source = new int[inside.length];
        int count = 0;
        int at = 0;
        for (int z : zs) {
            for (int y : ys) {
                for (int x : xs) {
                    int from = x + size.x() * (y + size.y() * z);
                    if (mask[from] && (weights == null || (float) weights[from] > 0)) {
                        inside[at] = true;
                        source[count++] = from;
                    }
                    at++;
                }
            }
        }
        if (count == 0) {
            throw new InvalidCaseException(
                    Reason.EMPTY_MASK,
                    "at least one voxel must be in the mask" + (weights == null ? "" : ", with a weight above 0,")
                            + " and be kept by the reduction to " + kept + ", found none");
        }
        float[] image = new float[count];
        float[] confidence = weights == null ? null : new float[count];
        for (int i = 0; i < count; i++) {
            image[i] = (float) values[source[i]];
            if (Float.isInfinite(image[i])) {
                throw new InvalidCaseException(
                        Reason.NON_FINITE, "intensities must fit into 32 bits, found " + values[source[i]]);
            }
            if (confidence != null && weights != null) {
                confidence[i] = (float) weights[source[i]];
            }
        }
        return new ReducedVoxels(new MaskedRows(kept.x(), kept.y(), kept.z(), inside), image, confidence);
    }
}
