package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Size;

/**
 * The part of an input volume that an output grid looks at.
 *
 * @param box the part
 * @param volume size of the whole input
 * @param isPlane whether the input has two dimensions: there is then nothing to interpolate along z
 */
record InputBox(BoundingBox box, Size volume, boolean isPlane) {

    /** The box around all output voxels and {@code margin} more voxels on each side, cut at the borders of the volume. */
    static InputBox of(IndexMap map, Grid input, int margin) {
        Size volume = input.size();
        int[] first = new int[3];
        int[] size = new int[3];
        for (int a = 0; a < 3; a++) {
            int end = volume.along(a) - 1;
            first[a] = (int) Math.max(0, Math.min(end, Math.floor(map.lowest(a)) - margin));
            size[a] = (int) Math.max(0, Math.min(end, Math.ceil(map.highest(a)) + margin)) - first[a] + 1;
        }
        return new InputBox(
                new BoundingBox(first[0], first[1], first[2], size[0], size[1], size[2]), volume, input.isPlane());
    }
}
