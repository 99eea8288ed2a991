package io.github.radiomics4j.extract;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;
import java.util.Random;

/**
 * A small random lesion and what can be done to it without changing what it is: an image of whole numbers and labels on
 * the same voxels, x fastest.
 *
 * @param voxels intensities; not modified
 * @param labels not modified
 */
record Lesion(Size size, Spacing spacing, int[] voxels, int[] labels) {

    /** Returns a lesion of 2 to 12 × 2 to 12 × 2 to 10 voxels, of label 1, with label 2 around it, in one part or many. */
    static Lesion random(long seed) {
        Random random = new Random(seed);
        Size size = new Size(2 + random.nextInt(11), 2 + random.nextInt(11), 2 + random.nextInt(9));
        Spacing[] spacings = {new Spacing(1, 1, 1), new Spacing(0.8, 0.8, 2.5), new Spacing(1, 1.25, 1.5)};
        int n = Math.toIntExact(size.voxelCount());
        int range = new int[] {3, 40, 600}[random.nextInt(3)];
        int[] voxels = random.ints(n, -range / 2, range).toArray();
        double fill = new double[] {0.15, 0.5, 0.9, 1}[random.nextInt(4)];
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> random.nextDouble() < fill ? 1 : random.nextInt(3) == 0 ? 2 : 0);
        // Two voxels that do not share a line, so that the region has two dimensions.
        labels[0] = 1;
        labels[n - 1] = 1;
        return new Lesion(size, spacings[random.nextInt(3)], voxels, labels);
    }

    Grid grid() {
        return Grid.of(size, spacing);
    }

    ImageVolume image() {
        return ImageVolume.of(grid(), voxels);
    }

    ImageVolume image(PixelType type) {
        Grid grid = grid();
        return switch (type) {
            case INT16 -> {
                short[] out = new short[voxels.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = (short) voxels[i];
                }
                yield ImageVolume.of(grid, out);
            }
            case INT32 -> ImageVolume.of(grid, voxels);
            case FLOAT32 -> {
                float[] out = new float[voxels.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = voxels[i];
                }
                yield ImageVolume.of(grid, out);
            }
            case FLOAT64 ->
                ImageVolume.of(grid, Arrays.stream(voxels).asDoubleStream().toArray());
            default -> throw new IllegalArgumentException(type + " cannot hold these intensities");
        };
    }

    Mask mask() {
        return Mask.of(grid(), labels);
    }

    /** Returns the lesion with {@code before} more voxels of background before it along each axis and some behind it. */
    Lesion within(int before, int behind, long seed) {
        Random random = new Random(seed);
        int more = before + behind;
        Size to = new Size(size.x() + more, size.y() + more, size.z() + more);
        int[] image = random.ints(Math.toIntExact(to.voxelCount()), -2000, 2000).toArray();
        int[] mask = new int[image.length];
        for (int i = 0; i < voxels.length; i++) {
            int x = i % size.x() + before;
            int y = i / size.x() % size.y() + before;
            int z = i / size.x() / size.y() + before;
            int at = x + to.x() * (y + to.y() * z);
            image[at] = voxels[i];
            mask[at] = labels[i];
        }
        return new Lesion(to, spacing, image, mask);
    }

    /** Returns the lesion with its axes x, y, z renamed to y, z, x. */
    Lesion renamed() {
        Size to = new Size(size.z(), size.x(), size.y());
        return rearranged(to, new Spacing(spacing.zMm(), spacing.xMm(), spacing.yMm()), true, 0);
    }

    /** Returns the mirror image of the lesion along axis 0 (x), 1 (y) or 2 (z). */
    Lesion mirrored(int axis) {
        return rearranged(size, spacing, false, axis);
    }

    private Lesion rearranged(Size to, Spacing newSpacing, boolean rename, int mirror) {
        int[] image = new int[voxels.length];
        int[] mask = new int[voxels.length];
        for (int i = 0; i < voxels.length; i++) {
            int[] p = {i % size.x(), i / size.x() % size.y(), i / size.x() / size.y()};
            if (rename) {
                p = new int[] {p[2], p[0], p[1]};
            } else {
                p[mirror] = size.along(mirror) - 1 - p[mirror];
            }
            int at = p[0] + to.x() * (p[1] + to.y() * p[2]);
            image[at] = voxels[i];
            mask[at] = labels[i];
        }
        return new Lesion(to, newSpacing, image, mask);
    }

    /** Returns the lesion with {@code constant} added to every intensity. */
    Lesion plus(int constant) {
        return new Lesion(
                size, spacing, Arrays.stream(voxels).map(v -> v + constant).toArray(), labels);
    }

    /** Returns the lesion with label {@code from} renamed {@code to}, and the other way round. */
    Lesion relabelled(int from, int to) {
        return new Lesion(
                size,
                spacing,
                voxels,
                Arrays.stream(labels)
                        .map(l -> l == from ? to : l == to ? from : l)
                        .toArray());
    }

    /** Returns the grid of the lesion, somewhere else in space. */
    Grid elsewhere() {
        return new Grid(size, spacing, new Point(-120.5, 33, 1e3), io.github.radiomics4j.image.Direction.IDENTITY);
    }
}
