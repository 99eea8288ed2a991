package io.github.radiomics4j.preprocess;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a value between voxels is found: the ten choices of a PyRadiomics parameter file. {@link #NEAREST_NEIGHBOR},
 * {@link #LINEAR} and {@link #B_SPLINE} are built, the others are refused by {@link Resampling}.
 */
public enum Interpolator {
    /** The value of the nearest voxel; halfway, of the one with the higher index. */
    NEAREST_NEIGHBOR("sitkNearestNeighbor", 1),
    /** Linear along each axis. */
    LINEAR("sitkLinear", 2),
    /** The cubic B-spline through all voxels, mirrored at the border; PyRadiomics' default. */
    B_SPLINE("sitkBSpline", 3),
    /** Gaussian-weighted mean. */
    GAUSSIAN("sitkGaussian", 4),
    /** The label with the largest Gaussian weight. */
    LABEL_GAUSSIAN("sitkLabelGaussian", 5),
    /** Sinc with a Hamming window. */
    HAMMING_WINDOWED_SINC("sitkHammingWindowedSinc", 6),
    /** Sinc with a cosine window. */
    COSINE_WINDOWED_SINC("sitkCosineWindowedSinc", 7),
    /** Sinc with a Welch window. */
    WELCH_WINDOWED_SINC("sitkWelchWindowedSinc", 8),
    /** Sinc with a Lanczos window. */
    LANCZOS_WINDOWED_SINC("sitkLanczosWindowedSinc", 9),
    /** Sinc with a Blackman window. */
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

    /** Returns whether {@link Resampling} accepts it. */
    public boolean isSupported() {
        return this == NEAREST_NEIGHBOR || this == LINEAR || this == B_SPLINE;
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
