package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;

/** A region interpolated linearly, 1 inside and 0 outside, and cut at one half. */
final class LinearMask {
    /** Weights are rounded at their sixth decimal: from 3 mm to 2 mm many are one half but for rounding. */
    private static final double SCALE = 1e6;

    private LinearMask() {}

    /** Returns the voxels of {@code label}, which occurs, on {@code output}. */
    static Mask resample(Mask mask, int label, Grid output, Execution execution) {
        // One voxel more on each side, so that what lies there is background or, at the border, the border.
        BoundingBox box =
                mask.boundingBox(label).orElseThrow().padWithin(1, mask.grid().size());
        double[] weights = Linear.resample(inside(mask, label, box), output, execution);
        int[] labels = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            labels[i] = Math.rint(weights[i] * SCALE) >= SCALE / 2 ? label : 0;
        }
        return Mask.of(output, labels);
    }

    private static ImageVolume inside(Mask mask, int label, BoundingBox box) {
        Size size = mask.grid().size();
        int[] row = new int[box.sizeX()];
        byte[] inside = new byte[Math.toIntExact(box.size().voxelCount())];
        int to = 0;
        for (int z = box.z(); z < box.z() + box.sizeZ(); z++) {
            for (int y = box.y(); y < box.y() + box.sizeY(); y++) {
                mask.copyTo(box.x() + size.x() * (y + size.y() * z), row, 0, row.length);
                for (int value : row) {
                    inside[to++] = (byte) (value == label ? 1 : 0);
                }
            }
        }
        return ImageVolume.wrap(mask.grid().crop(box), PixelType.UINT8, inside);
    }
}
