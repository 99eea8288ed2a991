package io.github.radiomics4j.image;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Labels on a {@link Grid}: 0 is background, every other whole number names a segmented structure. Immutable and safe
 * for use by many threads.
 *
 * <p>Values are cast to 32-bit unsigned integers, as PyRadiomics does: fractions are cut off, so that 0.9 is background.
 */
public final class Mask {
    private final Grid grid;
    private final VoxelSource voxels;
    /** Made when first asked for; two threads may both make it, and make the same. */
    private @Nullable LabelCensus census;

    private Mask(Grid grid, VoxelSource voxels) {
        long expected = grid.size().voxelCount();
        if (voxels.length() != expected) {
            throw new IllegalArgumentException("a grid of size " + grid.size() + " has " + expected
                    + " voxels, found an array of " + voxels.length());
        }
        this.grid = grid;
        this.voxels = voxels;
    }

    /** Returns a mask of labels 0 to 255, stored unsigned. The array is copied. */
    public static Mask of(Grid grid, byte[] labels) {
        return new Mask(grid, new Voxels(PixelType.UINT8, labels.clone()));
    }

    /** Returns a mask of 32-bit labels. The array is copied. */
    public static Mask of(Grid grid, int[] labels) {
        return new Mask(grid, new Voxels(PixelType.UINT32, labels.clone()));
    }

    /** Returns a binary mask: label 1 where {@code inside} is true. */
    public static Mask of(Grid grid, boolean[] inside) {
        byte[] labels = new byte[inside.length];
        for (int i = 0; i < inside.length; i++) {
            labels[i] = (byte) (inside[i] ? 1 : 0);
        }
        return new Mask(grid, new Voxels(PixelType.UINT8, labels));
    }

    /** Returns the intensities of {@code volume}, cast to labels. */
    public static Mask of(ImageVolume volume) {
        return new Mask(volume.grid(), volume.voxels());
    }

    /**
     * Returns a mask around {@code labels} without a copy.
     *
     * @param labels 0 to 255, unsigned; handed over: the caller must not modify it any more
     */
    public static Mask wrap(Grid grid, byte[] labels) {
        return new Mask(grid, new Voxels(PixelType.UINT8, labels));
    }

    /** Returns where the voxels lie. */
    public Grid grid() {
        return grid;
    }

    /** Returns the label of voxel (x, y, z); 0 is background. */
    public long labelAt(int x, int y, int z) {
        Size size = grid.size();
        Objects.checkIndex(x, size.x());
        Objects.checkIndex(y, size.y());
        Objects.checkIndex(z, size.z());
        int[] label = new int[1];
        voxels.copyLabels(x + size.x() * (y + size.y() * z), label, 0, 1);
        return label[0] & 0xffffffffL;
    }

    /**
     * Copies {@code length} labels (32-bit unsigned), from flat index {@code from} on, into {@code out} (overwritten)
     * from {@code to}.
     */
    public void copyTo(int from, int[] out, int to, int length) {
        Objects.checkFromIndexSize(from, length, voxels.length());
        Objects.checkFromIndexSize(to, length, out.length);
        voxels.copyLabels(from, out, to, length);
    }

    /** Returns each label that occurs, 0 left out, with its number of voxels, in ascending order. */
    public SortedMap<Long, Long> census() {
        return known().counts();
    }

    private LabelCensus known() {
        LabelCensus made = census;
        if (made == null) {
            made = LabelCensus.of(grid.size(), voxels);
            census = made;
        }
        return made;
    }

    /** Returns a binary mask: label 1 where this mask has {@code label}. */
    public Mask label(int label) {
        if (label < 1) {
            throw new IllegalArgumentException("a label must be positive, found " + label);
        }
        return labels(Set.of(label));
    }

    /** Returns a binary mask: label 1 where this mask has one of {@code labels}. */
    public Mask labels(Collection<Integer> labels) {
        Set<Integer> wanted = Set.copyOf(labels);
        return binary(wanted::contains);
    }

    /** Returns a binary mask: label 1 where this mask has any label but 0. */
    public Mask anyLabel() {
        return binary(label -> label != 0);
    }

    /**
     * Returns the 26-connected components of {@code label}, each under a label of its own: 1, 2, … in the order of their
     * first voxels, x fastest. With more than one component, {@link #label(int)} of the result is one of them.
     *
     * @throws IllegalArgumentException if the mask has no voxel of {@code label}
     */
    public Mask components(int label) {
        RegionOfInterest region = RegionOfInterest.of(this, label);
        ConnectedComponents components = ConnectedComponents.of(region);
        BoundingBox box = region.box();
        Size size = grid.size();
        int strideY = region.strideY();
        int strideZ = region.strideZ();
        int[] out = new int[voxels.length()];
        for (int i = 0; i < region.voxelCount(); i++) {
            int position = region.position(i);
            int x = box.x() + position % strideY - 1;
            int y = box.y() + position % strideZ / strideY - 1;
            int z = box.z() + position / strideZ - 1;
            out[x + size.x() * (y + size.y() * z)] = components.componentOf(i);
        }
        return new Mask(grid, new Voxels(PixelType.UINT32, out));
    }

    private Mask binary(java.util.function.IntPredicate inside) {
        int nx = grid.size().x();
        int[] row = new int[nx];
        byte[] out = new byte[voxels.length()];
        for (int from = 0; from < out.length; from += nx) {
            if (voxels.isBackground(from, nx)) {
                continue;
            }
            voxels.copyLabels(from, row, 0, nx);
            for (int i = 0; i < nx; i++) {
                out[from + i] = (byte) (row[i] != 0 && inside.test(row[i]) ? 1 : 0);
            }
        }
        return new Mask(grid, new Voxels(PixelType.UINT8, out));
    }

    /** Returns the smallest box that holds every voxel of {@code label}; empty when there is none. */
    public Optional<BoundingBox> boundingBox(int label) {
        return known().box(label);
    }

    /** Returns the part of this mask in {@code box}. */
    public Mask crop(BoundingBox box) {
        if (!box.isWithin(grid.size())) {
            throw new IllegalArgumentException(
                    "a box must lie within the mask of size " + grid.size() + ", found " + box);
        }
        return box.equals(grid.box()) ? this : new Mask(grid.crop(box), voxels.crop(grid.size(), box));
    }

    /** Returns the same labels on {@code grid}, which must have the same size. */
    public Mask withGrid(Grid grid) {
        return new Mask(grid, voxels);
    }

    /** Returns the SHA-1 of the labels as little-endian 32-bit integers, in hexadecimal digits. */
    public String sha1() {
        int[] labels = new int[voxels.length()];
        voxels.copyLabels(0, labels, 0, labels.length);
        return new Voxels(PixelType.UINT32, labels).sha1();
    }

    @Override
    public String toString() {
        return "Mask[" + grid.size() + ", spacing " + grid.spacing() + " mm]";
    }
}
