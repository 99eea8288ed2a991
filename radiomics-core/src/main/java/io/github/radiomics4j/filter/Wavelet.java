package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.List;

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
 * @param wavelet the filters
 * @param startLevel transforms before the first that is kept; names do not count them
 * @param level number of transforms that are kept
 */
public record Wavelet(MotherWavelet wavelet, int startLevel, int level) implements ImageFilter {

    private static final int BANDS = 8;

    /** After more transforms no constant fits into 64 bits any longer: (2√2)^682 is above the largest number. */
    private static final int MOST_TRANSFORMS = 681;

    /** Checks the levels. */
    public Wavelet {
        if (startLevel < 0 || level < 1 || (long) startLevel + level > MOST_TRANSFORMS) {
            throw new IllegalArgumentException(
                    "start_level must be 0 or more, level 1 or more and both together at most " + MOST_TRANSFORMS
                            + ", found start_level " + startLevel + ", level " + level);
        }
    }

    /** PyRadiomics' defaults: coif1, one level. */
    public static Wavelet withDefaults() {
        return new Wavelet(MotherWavelet.COIF1, 0, 1);
    }

    @Override
    public String name() {
        return "Wavelet";
    }

    /** Returns this filter with another wavelet. */
    public Wavelet withWavelet(MotherWavelet newWavelet) {
        return new Wavelet(newWavelet, startLevel, level);
    }

    /** Returns this filter with other levels. */
    public Wavelet withLevels(int newStartLevel, int newLevel) {
        return new Wavelet(wavelet, newStartLevel, newLevel);
    }

    @Override
    public List<String> imageNames() {
        List<String> names = new ArrayList<>();
        for (int at = 1; at <= level; at++) {
            for (int band = 1; band < BANDS; band++) {
                names.add(imageName(at, band));
            }
        }
        names.add(imageName(level, 0));
        return List.copyOf(names);
    }

    /** Bits of a band are x y z, 1 for high: 001 to 111, and 000 of the last level at the end. */
    private static String imageName(int level, int band) {
        return (level == 1 ? "wavelet-" : "wavelet" + level + "-") + letters(band);
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        int taps = wavelet.lowPass().length;
        int transforms = startLevel + level;
        Size size = volume.grid().size();
        PeriodicAxis[] x = PeriodicAxis.chain(size.x(), wanted.x(), wanted.sizeX(), taps, transforms, startLevel);
        PeriodicAxis[] y = PeriodicAxis.chain(size.y(), wanted.y(), wanted.sizeY(), taps, transforms, startLevel);
        PeriodicAxis[] z = PeriodicAxis.chain(size.z(), wanted.z(), wanted.sizeZ(), taps, transforms, startLevel);
        boolean narrow = volume.type() == PixelType.FLOAT32;
        Grid grid = volume.grid().crop(wanted);
        PixelType type = narrow ? PixelType.FLOAT32 : PixelType.FLOAT64;
        WaveletPass pass = new WaveletPass(wavelet);
        List<NamedVolume> images = new ArrayList<>();
        Object approximation = needed(volume, x[0], y[0], z[0], narrow);
        for (int t = 0; t < transforms; t++) {
            boolean kept = t >= startLevel;
            List<Object> bands = transform(pass, approximation, x[t], y[t], z[t], kept, execution);
            for (int band = 1; band < bands.size(); band++) {
                Object part = cut(bands.get(band), x[t], y[t], z[t], wanted);
                images.add(new NamedVolume(imageName(t - startLevel + 1, band), ImageVolume.wrap(grid, type, part)));
            }
            approximation = bands.get(0);
        }
        images.add(new NamedVolume(imageName(level, 0), ImageVolume.wrap(grid, type, approximation)));
        return new FilterResult(images, List.of());
    }

    /** Returns the eight bands by their bits, or LLL alone. */
    private static List<Object> transform(
            WaveletPass pass,
            Object input,
            PeriodicAxis x,
            PeriodicAxis y,
            PeriodicAxis z,
            boolean all,
            Execution execution) {
        int nx = x.count();
        int ny = y.count();
        List<Object> alongX = step(pass, List.of(input), y.needed().length * z.needed().length, x, 1, execution);
        List<Object> alongY = step(pass, some(alongX, all), z.needed().length, y, nx, execution);
        return some(step(pass, some(alongY, all), 1, z, nx * ny, execution), all);
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

    private static String letters(int bits) {
        return "" + letter(bits >> 2) + letter(bits >> 1) + letter(bits);
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
