package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.run.Execution;
import java.util.Arrays;
import java.util.List;

/**
 * Second derivatives of the image smoothed by a Gaussian, summed over the three axes, times σ²:
 *
 * <pre>{@code LoG(σ) = σ² Σ_axis ∂²(G_σ * f) / ∂axis²}</pre>
 *
 * one image for each σ, of 32-bit floats, named {@code log-sigma-2-0-mm-3D} after the text of σ. The Gaussian is
 * Deriche's recursive approximation of fourth order, bit for bit as ITK computes it: each line in 64 bits, each
 * intermediate image stored in 32; outside the volume the end values repeat. IBSI 2 samples the kernel, truncates it at
 * 4σ and does not multiply by σ².
 *
 * <p>A σ is skipped, with its reason, where it is not positive or an axis has fewer than ⌈σ / spacing⌉ + 1 voxels; all
 * are where an axis has fewer than 4.
 *
 * @param sigmas in the order of the columns
 */
public record LaplacianOfGaussian(List<Sigma> sigmas) implements ImageFilter {

    /** Copies the list. */
    public LaplacianOfGaussian {
        sigmas = List.copyOf(sigmas);
    }

    /**
     * A standard deviation with its text, which names the column: {@code 2} and {@code 2.0} are the same number and not
     * the same name.
     *
     * @param mm σ in mm, finite
     * @param text as in the parameter file
     */
    public record Sigma(double mm, String text) {

        /** Checks that σ is finite and has a text. */
        public Sigma {
            if (!Double.isFinite(mm) || text.isEmpty()) {
                throw new IllegalArgumentException(
                        "sigma must be finite and have a text, found " + mm + " mm, \"" + text + "\"");
            }
        }

        /** Returns σ with the text that Python gives to a float, such as {@code "2.0"}. */
        public static Sigma of(double mm) {
            return new Sigma(mm, PythonText.of(mm));
        }

        /**
         * Returns the number that {@code text} stands for.
         *
         * @throws NumberFormatException if it is not a number
         */
        public static Sigma parse(String text) {
            return new Sigma(Double.parseDouble(text), text);
        }
    }

    /** Returns a filter for these σ, in mm. */
    public static LaplacianOfGaussian of(double... sigmasMm) {
        return new LaplacianOfGaussian(
                Arrays.stream(sigmasMm).mapToObj(Sigma::of).toList());
    }

    @Override
    public String name() {
        return "LoG";
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
