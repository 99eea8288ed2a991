package io.github.radiomics4j.peers;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;

/**
 * The voxels of a volume that was read once, to make any number of equal volumes from: each has an array and a grid of
 * its own, so that nothing can be remembered of it from one call to the next.
 *
 * @param array the Java array that {@code type} names; never modified
 */
record PixelSource(Grid grid, PixelType type, Object array) {

    static PixelSource of(ImageVolume volume) {
        double[] voxels = volume.toDoubles();
        return new PixelSource(volume.grid(), volume.type(), cast(voxels, volume.type()));
    }

    ImageVolume freshImage() {
        Grid fresh = new Grid(grid.size(), grid.spacing(), grid.origin(), grid.direction());
        return ImageVolume.wrap(fresh, type, copy());
    }

    Mask freshMask() {
        return Mask.of(freshImage());
    }

    private Object copy() {
        return switch (type) {
            case UINT8, INT8 -> ((byte[]) array).clone();
            case UINT16, INT16 -> ((short[]) array).clone();
            case UINT32, INT32 -> ((int[]) array).clone();
            case FLOAT32 -> ((float[]) array).clone();
            case FLOAT64 -> ((double[]) array).clone();
        };
    }

    /** Returns the voxels in the array of their type; the way through double is exact for each of them. */
    private static Object cast(double[] voxels, PixelType type) {
        switch (type) {
            case UINT8, INT8 -> {
                byte[] out = new byte[voxels.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = (byte) voxels[i];
                }
                return out;
            }
            case UINT16, INT16 -> {
                short[] out = new short[voxels.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = (short) voxels[i];
                }
                return out;
            }
            case UINT32, INT32 -> {
                int[] out = new int[voxels.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = (int) (long) voxels[i];
                }
                return out;
            }
            case FLOAT32 -> {
                float[] out = new float[voxels.length];
                for (int i = 0; i < out.length; i++) {
                    out[i] = (float) voxels[i];
                }
                return out;
            }
            case FLOAT64 -> {
                return voxels;
            }
        }
        throw new AssertionError(type);
    }
}
