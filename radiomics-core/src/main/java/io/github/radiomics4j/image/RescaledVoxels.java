package io.github.radiomics4j.image;

/**
 * Voxels of 64-bit floats that are computed when they are read: scale · clip((v + shift) · factor) of the stored v, where
 * clip cuts at ± limit. Of a large image around a small lesion, few ever are.
 */
record RescaledVoxels(Voxels stored, double shift, double factor, double limit, double scale) implements VoxelSource {
    @Override
    public PixelType type() {
        return PixelType.FLOAT64;
    }

    @Override
    public int length() {
        return stored.length();
    }

    @Override
    public double get(int index) {
        return Math.max(-limit, Math.min(limit, (stored.get(index) + shift) * factor)) * scale;
    }

    @Override
    public void copy(int from, double[] out, int to, int length) {
        stored.copy(from, out, to, length);
        if (limit == Double.POSITIVE_INFINITY) {
            for (int i = to; i < to + length; i++) {
                out[i] = (out[i] + shift) * factor * scale;
            }
        } else {
            for (int i = to; i < to + length; i++) {
                out[i] = Math.max(-limit, Math.min(limit, (out[i] + shift) * factor)) * scale;
            }
        }
    }

    @Override
    public void copyLabels(int from, int[] out, int to, int length) {
        for (int i = 0; i < length; i++) {
            out[to + i] = (int) (long) get(from + i);
        }
    }

    @Override
    public boolean isBackground(int from, int length) {
        return false;
    }

    @Override
    public VoxelSource crop(Size size, BoundingBox box) {
        return new RescaledVoxels(stored.crop(size, box), shift, factor, limit, scale);
    }

    @Override
    public String sha1() {
        double[] all = new double[length()];
        copy(0, all, 0, all.length);
        return new Voxels(PixelType.FLOAT64, all).sha1();
    }

    // As for stored voxels: compared by content through their owners, never through this.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return stored.hashCode();
    }
}
