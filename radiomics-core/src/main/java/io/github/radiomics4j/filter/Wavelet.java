package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The stationary (undecimated) wavelet transform: along each axis a low-pass (L) and a high-pass (H) filter, which gives
 * eight images {@code wavelet-LLH}, {@code -LHL}, {@code -LHH}, {@code -HLL}, {@code -HLH}, {@code -HHL}, {@code -HHH} and
 * {@code -LLL}; the first letter is the x axis. Along an axis of N voxels, with F taps h,
 *
 * <pre>{@code y[n] = Σ_j h[j] · x[(n + F/2 − j) mod N],  j = 0 … F − 1}</pre>
 *
 * the volume being periodic; an axis with an odd number of voxels is first extended by its first voxel. The filters are
 * not normalized: LLL of a constant c is 2√2 c. A volume of 32-bit floats is filtered in 32 bits, every product and sum
 * rounded, and gives 32-bit floats; any other type is filtered in, and gives, 64 bits. IBSI 2 mirrors at the border.
 *
 * <p>A further level transforms LLL of the level before, the added voxels with it, with the same filters: they are not
 * spread, as a textbook's second level would have them. Its images are {@code wavelet2-LLH} and so on; LLL is given of the
 * last level alone. LLL grows by 2√2 at each.
 *
 * <p>With an axis left out, the planes across it are transformed each by itself: PyRadiomics' {@code force2D}. There are
 * then four images, of two letters: {@code wavelet-LH}, {@code -HL}, {@code -HH} and {@code -LL}.
 *
 * <p>An image of two dimensions has two axes to be filtered, or, with one of them left out, one: there are four images of
 * two letters or two of one, {@code wavelet-H} and {@code -L}. To leave out z, which it does not have, changes nothing.
 *
 * @param wavelet the filters
 * @param startLevel transforms before the first that is kept; names do not count them
 * @param level number of transforms that are kept
 * @param leftOutAxis axis that is not filtered: 0 (x), 1 (y), 2 (z), or none
 */
public record Wavelet(MotherWavelet wavelet, int startLevel, int level, OptionalInt leftOutAxis)
        implements ImageFilter {

    /** After more transforms no constant fits into 64 bits any longer: (2√2)^682 is above the largest number. */
    private static final int MOST_TRANSFORMS = 681;

    /** Checks the levels and the axis. */
    public Wavelet {
        if (leftOutAxis.isPresent() && (leftOutAxis.getAsInt() < 0 || leftOutAxis.getAsInt() > 2)) {
            throw new IllegalArgumentException("axis must be 0, 1 or 2, found " + leftOutAxis.getAsInt());
        }
        if (startLevel < 0 || level < 1 || (long) startLevel + level > MOST_TRANSFORMS) {
            throw new IllegalArgumentException(
                    "start_level must be 0 or more, level 1 or more and both together at most " + MOST_TRANSFORMS
                            + ", found start_level " + startLevel + ", level " + level);
        }
    }

    /** PyRadiomics' defaults: coif1, one level, all axes. */
    public static Wavelet withDefaults() {
        return new Wavelet(MotherWavelet.COIF1, 0, 1, OptionalInt.empty());
    }

    @Override
    public String name() {
        return "Wavelet";
    }

    /** Returns this filter with another wavelet. */
    public Wavelet withWavelet(MotherWavelet newWavelet) {
        return new Wavelet(newWavelet, startLevel, level, leftOutAxis);
    }

    /** Returns this filter with other levels. */
    public Wavelet withLevels(int newStartLevel, int newLevel) {
        return new Wavelet(wavelet, newStartLevel, newLevel, leftOutAxis);
    }

    /**
     * Returns this filter for the planes across an axis.
     *
     * @param axis 0 (x), 1 (y) or 2 (z)
     */
    public Wavelet inPlanesAcross(int axis) {
        return new Wavelet(wavelet, startLevel, level, OptionalInt.of(axis));
    }

    private boolean filters(int axis, int dimensions) {
        return axis < dimensions && (leftOutAxis.isEmpty() || leftOutAxis.getAsInt() != axis);
    }

    /** Returns the number of letters in a name. */
    private int letterCount(int dimensions) {
        return (int)
                IntStream.range(0, 3).filter(axis -> filters(axis, dimensions)).count();
    }

    @Override
    public List<String> imageNames() {
        return imageNames(3);
    }

    @Override
    public List<String> imageNames(int dimensions) {
        int letters = letterCount(dimensions);
        List<String> names = new ArrayList<>();
        for (int at = 1; at <= level; at++) {
            for (int band = 1; band < 1 << letters; band++) {
                names.add(imageName(at, band, letters));
            }
        }
        names.add(imageName(level, 0, letters));
        return List.copyOf(names);
    }

    /** Bits of a band are x y z, or those of them that are filtered, 1 for high: 0 of the last level comes at the end. */
    private static String imageName(int level, int band, int letters) {
        return (level == 1 ? "wavelet-" : "wavelet" + level + "-") + letters(band, letters);
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        int transforms = startLevel + level;
        int letters = letterCount(volume.grid().dimensions());
        PeriodicAxis[] x = chain(volume, wanted, 0);
        PeriodicAxis[] y = chain(volume, wanted, 1);
        PeriodicAxis[] z = chain(volume, wanted, 2);
        boolean narrow = volume.type() == PixelType.FLOAT32;
        Grid grid = volume.grid().crop(wanted);
        PixelType type = narrow ? PixelType.FLOAT32 : PixelType.FLOAT64;
        WaveletPass pass = new WaveletPass(wavelet);
        List<NamedVolume> images = new ArrayList<>();
        Object approximation = needed(volume, x[0], y[0], z[0], narrow);
        for (int t = 0; t < transforms; t++) {
            boolean kept = t >= startLevel;
            List<Object> bands = transform(
                    pass,
                    approximation,
                    new PeriodicAxis[] {x[t], y[t], z[t]},
                    volume.grid().dimensions(),
                    kept,
                    execution);
            for (int band = 1; band < bands.size(); band++) {
                Object part = cut(bands.get(band), x[t], y[t], z[t], wanted);
                images.add(new NamedVolume(
                        imageName(t - startLevel + 1, band, letters), ImageVolume.wrap(grid, type, part)));
            }
            approximation = bands.get(0);
        }
        images.add(new NamedVolume(imageName(level, 0, letters), ImageVolume.wrap(grid, type, approximation)));
        return new FilterResult(images, List.of());
    }

    private PeriodicAxis[] chain(ImageVolume volume, BoundingBox wanted, int axis) {
        int length = volume.grid().size().along(axis);
        int first = wanted.start(axis);
        int count = wanted.size().along(axis);
        int transforms = startLevel + level;
        return filters(axis, volume.grid().dimensions())
                ? PeriodicAxis.chain(length, first, count, wavelet.lowPass().length, transforms, startLevel)
                : PeriodicAxis.unfiltered(length, first, count, transforms);
    }

    /** Returns the bands by their bits, or the first, low along each axis, alone. */
    private List<Object> transform(
            WaveletPass pass, Object input, PeriodicAxis[] axes, int dimensions, boolean all, Execution execution) {
        PeriodicAxis x = axes[0];
        PeriodicAxis y = axes[1];
        PeriodicAxis z = axes[2];
        int nx = x.count();
        int ny = y.count();
        List<Object> bands = List.of(input);
        if (filters(0, dimensions)) {
            bands = some(step(pass, bands, y.needed().length * z.needed().length, x, 1, execution), all);
        }
        if (filters(1, dimensions)) {
            bands = some(step(pass, bands, z.needed().length, y, nx, execution), all);
        }
        if (filters(2, dimensions)) {
            bands = some(step(pass, bands, 1, z, nx * ny, execution), all);
        }
        return bands;
    }

    private static List<Object> some(List<Object> volumes, boolean all) {
        return all ? volumes : volumes.subList(0, 1);
    }

    /** Returns the wanted part of a band: all of it unless a further level looks at more. */
    private static Object cut(Object band, PeriodicAxis x, PeriodicAxis y, PeriodicAxis z, BoundingBox wanted) {
        int width = wanted.sizeX();
        int height = wanted.sizeY();
        int depth = wanted.sizeZ();
        if (x.count() == width && y.count() == height && z.count() == depth) {
            return band;
        }
        boolean narrow = band instanceof float[];
        Object out = narrow ? new float[width * height * depth] : new double[width * height * depth];
        int firstX = x.placeOf(wanted.x());
        int firstY = y.placeOf(wanted.y());
        int firstZ = z.placeOf(wanted.z());
        for (int k = 0; k < depth; k++) {
            for (int j = 0; j < height; j++) {
                int from = firstX + x.count() * (firstY + j + y.count() * (firstZ + k));
                System.arraycopy(band, from, out, width * (j + height * k), width);
            }
        }
        return out;
    }

    private static String letters(int bits, int count) {
        StringBuilder letters = new StringBuilder();
        for (int bit = count - 1; bit >= 0; bit--) {
            letters.append(letter(bits >> bit));
        }
        return letters.toString();
    }

    private static char letter(int bits) {
        return (bits & 1) == 0 ? 'L' : 'H';
    }

    /**
     * Filters each volume along one axis.
     *
     * @return for each volume its low- and its high-pass result
     */
    private static List<Object> step(
            WaveletPass pass, List<Object> volumes, int outer, PeriodicAxis axis, int inner, Execution execution) {
        Object[] out = new Object[2 * volumes.size()];
        int n = outer * axis.count() * inner;
        List<Runnable> tasks = new ArrayList<>();
        for (int v = 0; v < volumes.size(); v++) {
            int at = v;
            tasks.add(() -> {
                if (volumes.get(at) instanceof float[] in) {
                    float[] low = new float[n];
                    float[] high = new float[n];
                    pass.apply(in, outer, axis, inner, low, high);
                    out[2 * at] = low;
                    out[2 * at + 1] = high;
                } else {
                    double[] low = new double[n];
                    double[] high = new double[n];
                    pass.apply((double[]) volumes.get(at), outer, axis, inner, low, high);
                    out[2 * at] = low;
                    out[2 * at + 1] = high;
                }
            });
        }
        execution.withoutListener().runAll(tasks);
        return List.of(out);
    }

    /** Returns the voxels that any output looks at, x fastest, as {@code float[]} or {@code double[]}. */
    private static Object needed(ImageVolume volume, PeriodicAxis x, PeriodicAxis y, PeriodicAxis z, boolean narrow) {
        Size size = volume.grid().size();
        int nx = x.needed().length;
        int n = nx * y.needed().length * z.needed().length;
        float[] floats = new float[narrow ? n : 0];
        double[] doubles = new double[narrow ? 0 : n];
        double[] row = new double[size.x()];
        int to = 0;
        for (int k : z.needed()) {
            for (int j : y.needed()) {
                volume.copyTo(size.x() * (j + size.y() * k), row, 0, row.length);
                for (int i = 0; i < nx; i++, to++) {
                    double value = row[x.needed()[i]];
                    if (narrow) {
                        floats[to] = (float) value;
                    } else {
                        doubles[to] = value;
                    }
                }
            }
        }
        return narrow ? floats : doubles;
    }
}
