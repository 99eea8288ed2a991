package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;

/**
 * Computed values back into the pixel type of their source: cut to its range, integers lose their fraction toward zero,
 * 32-bit floats are rounded.
 */
final class PixelStore {
    private PixelStore() {}

    /** Returns a volume of {@code values}, which it may keep. */
    static ImageVolume store(Grid grid, PixelType type, double[] values) {
        return ImageVolume.wrap(grid, type, array(type, values));
    }

    /** Returns what {@code value} becomes in {@code type}. */
    static double cast(PixelType type, double value) {
        if (type == PixelType.FLOAT64) {
            return value;
        }
        double cut = Math.max(type.minimum(), Math.min(type.maximum(), value));
        return type == PixelType.FLOAT32 ? (float) cut : (double) (long) cut;
    }

    /**
     * Returns whether a change of {@code value} by {@code slack} would matter: to what an integer or a 32-bit float
     * becomes; and of 64 bits, where the value is a whole number or another of 24 bits, such as a bin begins with.
     */
    static boolean isDecidedByRounding(PixelType type, double value, double slack) {
        return type == PixelType.FLOAT64
                ? Math.abs(value - (float) value) <= slack
                : cast(type, value - slack) != cast(type, value + slack);
    }

    private static Object array(PixelType type, double[] values) {
        int n = values.length;
        double lowest = type.minimum();
        double highest = type.maximum();
        return switch (type) {
            case UINT8, INT8 -> {
                byte[] out = new byte[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (byte) (int) Math.max(lowest, Math.min(highest, values[i]));
                }
                yield out;
            }
            case UINT16, INT16 -> {
                short[] out = new short[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (short) (int) Math.max(lowest, Math.min(highest, values[i]));
                }
                yield out;
            }
            case UINT32, INT32 -> {
                int[] out = new int[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (int) (long) Math.max(lowest, Math.min(highest, values[i]));
                }
                yield out;
            }
            case FLOAT32 -> {
                float[] out = new float[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (float) Math.max(lowest, Math.min(highest, values[i]));
                }
                yield out;
            }
            case FLOAT64 -> values;
        };
    }
}
