package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Local binary patterns, slice by slice, named {@code lbp-2D}: P points on a circle of radius R around the voxel, each
 * interpolated from its four neighbors, give one bit each: whether it is as bright as the voxel, or brighter,
 *
 * <pre>{@code
 * s_k = [f(r − R sin(2πk/P), c + R cos(2πk/P)) ≥ f(r, c)],  k = 0 … P − 1
 * }</pre>
 *
 * with f = 0 outside the slice and R in voxels. A {@link Method} makes one number of the bits, or of the P values
 * themselves. The image keeps its pixel type, as in PyRadiomics: a pattern too large for it wraps around, and a variance
 * loses its fraction in an image of integers, and is 0 (−2³¹ in 32 bits) where it is beyond 2³¹. Of an image of two
 * dimensions, which is one slice whatever the axis, the numbers are kept in 64 bits.
 *
 * <p>Numbers of bits have 32 of them, as in scikit-image. With 32 samples the last one makes them negative; with more,
 * those after the 32nd have no bit, and a number turns as on a processor that counts shifts modulo 32, which is where
 * the values of scikit-image come from; {@link Method#UNIFORM} and {@link Method#VAR} see all samples.
 *
 * <p>Where a slice is flat, rounding decides which point is "as bright": positions are rounded to five decimals and every
 * product and sum is that of scikit-image's {@code local_binary_pattern}, which PyRadiomics calls, and so are its patterns.
 * T. Ojala, M. Pietikäinen, T. Mäenpää, IEEE Trans. Pattern Anal. Mach. Intell. 24 (2002) 971–987,
 * doi:10.1109/TPAMI.2002.1017623.
 *
 * @param radiusVoxels R, above 0; used as a 32-bit float
 * @param samples P, from 1 to 4096
 * @param method what becomes of the bits
 * @param axis the axis that is cut into slices, as {@code force2Ddimension}: 0 is z, 1 is y, 2 is x
 */
public record LocalBinaryPattern2D(double radiusVoxels, int samples, Method method, int axis) implements ImageFilter {
    /** The most samples: where each lies, from every row and column, is held in memory. */
    public static final int MAXIMUM_SAMPLES = 4096;

    private static final String IMAGE_NAME = "lbp-2D";

    /** Checks the ranges. */
    public LocalBinaryPattern2D {
        if (!(radiusVoxels > 0) || Double.isInfinite(radiusVoxels)) {
            throw new IllegalArgumentException("the radius must be above 0 and finite, found " + radiusVoxels);
        }
        if (samples < 1 || samples > MAXIMUM_SAMPLES) {
            throw new IllegalArgumentException("samples must be 1 to " + MAXIMUM_SAMPLES + ", found " + samples);
        }
        if (axis < 0 || axis > 2) {
            throw new IllegalArgumentException("the axis must be 0 (z), 1 (y) or 2 (x), found " + axis);
        }
    }

    /** What becomes of the P points of a voxel. */
    public enum Method {
        /** The number {@code Σ s_k 2^k}. */
        DEFAULT,
        /** The smallest number that turning the circle gives: invariant under rotation. */
        ROR,
        /** The number of ones where neighboring bits differ at most twice, from s_0 to s_{P−1}; else P + 1. */
        UNIFORM,
        /**
         * No bits, but the variance of the points, {@code (Σ f_k² − (Σ f_k)² / P) / P}. NaN where it is exactly 0: a
         * region of floats, or of an image of two dimensions, with such a voxel is refused, as PyRadiomics fails there; a
         * volume of integers gets 0 (−2³¹ in 32 bits). Where a slice is flat it may be some 1e-18 instead, as rounding has it.
         */
        VAR;

        /** Returns the method that a parameter file calls {@code name}, such as {@code "uniform"}. */
        public static Optional<Method> byName(String name) {
            return Arrays.stream(values())
                    .filter(method -> method.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    /** PyRadiomics' defaults: 8 samples at radius 1, uniform patterns, slices along z. Its documentation says 9 samples. */
    public static LocalBinaryPattern2D withDefaults() {
        return new LocalBinaryPattern2D(1, 8, Method.UNIFORM, 0);
    }

    /** Returns a copy with another radius, in voxels. */
    public LocalBinaryPattern2D withRadiusVoxels(double radius) {
        return new LocalBinaryPattern2D(radius, samples, method, axis);
    }

    /** Returns a copy with another number of samples. */
    public LocalBinaryPattern2D withSamples(int count) {
        return new LocalBinaryPattern2D(radiusVoxels, count, method, axis);
    }

    /** Returns a copy with another method. */
    public LocalBinaryPattern2D withMethod(Method other) {
        return new LocalBinaryPattern2D(radiusVoxels, samples, other, axis);
    }

    /** Returns a copy that cuts slices along another axis: 0 is z, 1 is y, 2 is x. */
    public LocalBinaryPattern2D withAxis(int other) {
        return new LocalBinaryPattern2D(radiusVoxels, samples, method, other);
    }

    @Override
    public String name() {
        return "LBP2D";
    }

    @Override
    public List<String> imageNames() {
        return List.of(IMAGE_NAME);
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        execution.checkCancelled();
        // As NumPy's swapaxes(0, axis) of [z][y][x] leaves them.
        int cut = volume.grid().isPlane() ? 0 : axis;
        int slices = 2 - cut;
        int rows = cut == 1 ? 2 : 1;
        int columns = cut == 2 ? 2 : 0;
        double[] values = volume.toDoubles();
        double[] numbers = new double[Math.toIntExact(wanted.size().voxelCount())];
        PatternSlice kernel = new PatternSlice(
                volume.grid().size().along(rows),
                volume.grid().size().along(columns),
                wanted.start(rows),
                wanted.size().along(rows),
                wanted.start(columns),
                wanted.size().along(columns),
                rowOffsets(),
                columnOffsets());
        Size from = volume.grid().size();
        Size to = wanted.size();
        List<Runnable> tasks = new ArrayList<>();
        for (int s = 0; s < to.along(slices); s++) {
            int in = (wanted.start(slices) + s) * stride(from, slices);
            int out = s * stride(to, slices);
            tasks.add(() -> {
                double[] slice = method == Method.VAR
                        ? kernel.variances(values, in, stride(from, rows), stride(from, columns))
                        : coded(kernel.bits(values, in, stride(from, rows), stride(from, columns)), kernel.pixels());
                kernel.scatter(slice, numbers, out, stride(to, rows), stride(to, columns));
            });
        }
        execution.withoutListener().runAll(tasks);
        PixelType type = volume.grid().isPlane() ? PixelType.FLOAT64 : volume.type();
        return FilterResult.of(
                new NamedVolume(IMAGE_NAME, ImageVolume.wrap(volume.grid().crop(wanted), type, stored(numbers, type))));
    }

    private static int stride(Size size, int axis) {
        return axis == 0 ? 1 : axis == 1 ? size.x() : size.x() * size.y();
    }

    private double[] rowOffsets() {
        double[] offsets = new double[samples];
        for (int k = 0; k < samples; k++) {
            offsets[k] = rounded(-(float) radiusVoxels * StrictMath.sin(2 * Math.PI * k / samples));
        }
        return offsets;
    }

    private double[] columnOffsets() {
        double[] offsets = new double[samples];
        for (int k = 0; k < samples; k++) {
            offsets[k] = rounded((float) radiusVoxels * StrictMath.cos(2 * Math.PI * k / samples));
        }
        return offsets;
    }

    private static double rounded(double offset) {
        return Math.rint(offset * 1e5) / 1e5;
    }

    /**
     * Returns one number for the bits of each pixel.
     *
     * @param bits s_k is bit k mod 32 of word ⌊k / 32⌋, words of one place side by side; not modified
     */
    private double[] coded(int[] bits, int pixels) {
        double[] out = new double[pixels];
        switch (method) {
            case DEFAULT -> {
                for (int i = 0; i < pixels; i++) {
                    out[i] = bits[i];
                }
            }
            case ROR -> {
                for (int i = 0; i < pixels; i++) {
                    int smallest = bits[i];
                    int turned = bits[i];
                    for (int k = 1; k < samples; k++) {
                        turned = turned >> 1 | (turned & 1) << samples - 1;
                        smallest = Math.min(smallest, turned);
                    }
                    out[i] = smallest;
                }
            }
            case UNIFORM -> {
                for (int i = 0; i < pixels; i++) {
                    out[i] = uniform(bits, i, pixels);
                }
            }
            case VAR -> throw new IllegalStateException("a variance has no bits");
        }
        return out;
    }

    private int uniform(int[] bits, int pixel, int pixels) {
        int ones = 0;
        int changes = 0;
        int last = bits[pixel] & 1;
        for (int first = 0; first < samples; first += Integer.SIZE) {
            int word = bits[pixel];
            int pairs = samples - first >= Integer.SIZE ? -1 : (1 << samples - first) - 1;
            ones += Integer.bitCount(word);
            changes += Integer.bitCount((word ^ (word << 1 | last)) & pairs);
            last = word >>> Integer.SIZE - 1;
            pixel += pixels;
        }
        return changes <= 2 ? ones : samples + 1;
    }

    /** Returns the numbers in the Java array of {@code type}; integers keep the lowest bits of the number cut to 32. */
    private static Object stored(double[] numbers, PixelType type) {
        int n = numbers.length;
        switch (type) {
            case UINT8, INT8 -> {
                byte[] out = new byte[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (byte) whole(numbers[i]);
                }
                return out;
            }
            case UINT16, INT16 -> {
                short[] out = new short[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (short) whole(numbers[i]);
                }
                return out;
            }
            case INT32 -> {
                int[] out = new int[n];
                for (int i = 0; i < n; i++) {
                    out[i] = whole(numbers[i]);
                }
                return out;
            }
            case UINT32 -> {
                int[] out = new int[n];
                for (int i = 0; i < n; i++) {
                    boolean isLarge = numbers[i] >= 0x1p31;
                    out[i] = isLarge ? whole(numbers[i] - 0x1p31) ^ Integer.MIN_VALUE : whole(numbers[i]);
                }
                return out;
            }
            case FLOAT32 -> {
                float[] out = new float[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (float) numbers[i];
                }
                return out;
            }
            case FLOAT64 -> {
                return numbers;
            }
        }
        throw new IllegalStateException("pixel type " + type);
    }

    /** Toward zero; −2³¹ for NaN and what has no place in 32 bits, as processors do, unlike Java. */
    private static int whole(double number) {
        return number > -0x1p31 - 1 && number < 0x1p31 ? (int) number : Integer.MIN_VALUE;
    }
}
