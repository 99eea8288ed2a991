package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.List;
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
 * @param wavelet the filters
 * @param startLevel transforms before the first that is kept; only 0 is built
 * @param level number of transforms; only 1 is built
 */
public record Wavelet(MotherWavelet wavelet, int startLevel, int level) implements ImageFilter {

    private static final int BANDS = 8;

    /** Checks that the levels are built. */
    public Wavelet {
        if (startLevel < 0 || level < 1) {
            throw new IllegalArgumentException("start_level must be 0 or more and level 1 or more, found start_level "
                    + startLevel + ", level " + level);
        }
        if (startLevel != 0) {
            throw new IllegalArgumentException("start_level must be 0; " + startLevel + " is not built yet");
        }
        if (level != 1) {
            throw new IllegalArgumentException("level must be 1; " + level + " is not built yet");
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

    @Override
    public List<String> imageNames() {
        return IntStream.rangeClosed(1, BANDS).mapToObj(Wavelet::imageName).toList();
    }

    /** Bits of a band are x y z, 1 for high: 001 to 111, and 000 last. */
    private static int bits(int band) {
        return band % BANDS;
    }

    private static String imageName(int band) {
        return "wavelet-" + letters(bits(band));
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        int taps = wavelet.lowPass().length;
        Size size = volume.grid().size();
        PeriodicAxis x = new PeriodicAxis(size.x(), wanted.x(), wanted.sizeX(), taps);
        PeriodicAxis y = new PeriodicAxis(size.y(), wanted.y(), wanted.sizeY(), taps);
        PeriodicAxis z = new PeriodicAxis(size.z(), wanted.z(), wanted.sizeZ(), taps);
        boolean narrow = volume.type() == PixelType.FLOAT32;
        Object input = needed(volume, x, y, z, narrow);
        WaveletPass pass = new WaveletPass(wavelet);
        int nx = x.count();
        int ny = y.count();
        List<Object> alongX = step(pass, List.of(input), y.needed().length * z.needed().length, x, 1, execution);
        List<Object> alongY = step(pass, alongX, z.needed().length, y, nx, execution);
        List<Object> bands = step(pass, alongY, 1, z, nx * ny, execution);
        Grid grid = volume.grid().crop(wanted);
        PixelType type = narrow ? PixelType.FLOAT32 : PixelType.FLOAT64;
        List<NamedVolume> images = new ArrayList<>();
        for (int band = 1; band <= BANDS; band++) {
            images.add(new NamedVolume(imageName(band), ImageVolume.wrap(grid, type, bands.get(bits(band)))));
        }
        return new FilterResult(images, List.of());
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
