package io.github.radiomics4j.preprocess;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a value between voxels is found: the ten choices of a PyRadiomics parameter file, with SimpleITK's options. All give
 * 0 outside the image, [−0.5, N − 0.5) along each axis.
 *
 * <p>The five sincs are sums over the ten voxels nearest along each axis; the voxel at distance t weighs w(t) sin(π t) / (π
 * t) along that axis, with the window w of radius m = 5. Beyond the border the outermost voxel repeats. The weights do not
 * add up to exactly 1, so a constant image changes a little.
 */
public enum Interpolator {
    /** The value of the nearest voxel; halfway, of the one with the higher index. */
    NEAREST_NEIGHBOR("sitkNearestNeighbor", 1),
    /** Linear along each axis. */
    LINEAR("sitkLinear", 2),
    /** The cubic B-spline through all voxels, mirrored at the border; PyRadiomics' default. */
    B_SPLINE("sitkBSpline", 3),
    /**
     * The mean under a Gaussian of σ = 0.8 voxels: each voxel weighs as much of it as lies over the voxel, up to 4 σ away
     * and inside the image.
     */
    GAUSSIAN("sitkGaussian", 4),
    /**
     * The value whose voxels together weigh most under a Gaussian of σ = 1 voxel, up to σ away; of equally heavy ones the
     * first, x fastest.
     */
    LABEL_GAUSSIAN("sitkLabelGaussian", 5),
    /** Sinc with a Hamming window, 0.54 + 0.46 cos(π t / m). */
    HAMMING_WINDOWED_SINC("sitkHammingWindowedSinc", 6),
    /** Sinc with a cosine window, cos(π t / (2 m)). */
    COSINE_WINDOWED_SINC("sitkCosineWindowedSinc", 7),
    /** Sinc with a Welch window, 1 − t² / m². */
    WELCH_WINDOWED_SINC("sitkWelchWindowedSinc", 8),
    /** Sinc with a Lanczos window, sin(π t / m) / (π t / m). */
    LANCZOS_WINDOWED_SINC("sitkLanczosWindowedSinc", 9),
    /** Sinc with a Blackman window, 0.42 + 0.5 cos(π t / m) + 0.08 cos(2 π t / m). */
    BLACKMAN_WINDOWED_SINC("sitkBlackmanWindowedSinc", 10);

    private final String itkName;
    private final int number;

    Interpolator(String itkName, int number) {
        this.itkName = itkName;
        this.number = number;
    }

    /** Returns the name in a parameter file, such as {@code "sitkBSpline"}. */
    public String itkName() {
        return itkName;
    }

    /** Returns the number in a parameter file, 1 to 10. */
    public int number() {
        return number;
    }

    /** Returns the interpolator of that name, such as {@code "sitkLinear"}; empty when there is none. */
    public static Optional<Interpolator> byName(String itkName) {
        return Arrays.stream(values()).filter(i -> i.itkName.equals(itkName)).findFirst();
    }

    /** Returns the interpolator of that number, 1 to 10; empty when there is none. */
    public static Optional<Interpolator> byNumber(int number) {
        return Arrays.stream(values()).filter(i -> i.number == number).findFirst();
    }
}
