package io.github.radiomics4j.filter;

import java.util.Arrays;
import java.util.Locale;

/**
 * The wavelets, by their PyWavelets names: the two decomposition filters of each. A further wavelet is a further
 * constant.
 */
public enum MotherWavelet {
    /** Coiflet of order 1, six taps; PyRadiomics' default. */
    COIF1(
            new double[] {
                -0.015655728135791993,
                -0.07273261951252645,
                0.3848648468648578,
                0.8525720202116004,
                0.3378976624574818,
                -0.07273261951252645
            },
            new double[] {
                0.07273261951252645,
                0.3378976624574818,
                -0.8525720202116004,
                0.3848648468648578,
                0.07273261951252645,
                -0.015655728135791993
            });

    private final double[] lowPass;
    private final double[] highPass;

    MotherWavelet(double[] lowPass, double[] highPass) {
        this.lowPass = lowPass;
        this.highPass = highPass;
    }

    /** Returns the name in a parameter file, such as {@code "coif1"}. */
    public String pyWaveletsName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a copy of the low-pass decomposition filter. */
    public double[] lowPass() {
        return lowPass.clone();
    }

    /** Returns a copy of the high-pass decomposition filter. */
    public double[] highPass() {
        return highPass.clone();
    }

    /**
     * Returns the wavelet of that name.
     *
     * @throws IllegalArgumentException if it is not built
     */
    public static MotherWavelet byName(String pyWaveletsName) {
        return Arrays.stream(values())
                .filter(w -> w.pyWaveletsName().equals(pyWaveletsName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("wavelet must be one of "
                        + Arrays.stream(values())
                                .map(MotherWavelet::pyWaveletsName)
                                .toList() + "; " + pyWaveletsName + " is not built yet"));
    }
}
