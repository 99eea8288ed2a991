package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.run.Execution;

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
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        throw new UnsupportedOperationException();
    }
}
