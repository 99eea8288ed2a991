package io.github.radiomics4j.filter;

import io.github.radiomics4j.filter.RecursiveGaussian.Terms;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Second derivatives of the image smoothed by a Gaussian, summed over its two or three axes, times σ²:
 *
 * <pre>{@code LoG(σ) = σ² Σ_axis ∂²(G_σ * f) / ∂axis²}</pre>
 *
 * one image for each σ, of 32-bit floats, named {@code log-sigma-2-0-mm-3D} after the text of σ. The Gaussian is
 * Deriche's recursive approximation of fourth order, bit for bit as ITK computes it: each line in 64 bits, each
 * intermediate image stored in 32; outside the volume the end values repeat. IBSI 2 samples the kernel, truncates it at
 * 4σ and does not multiply by σ².
 *
 * <p>A σ is skipped, with its reason, where it is not positive or an axis has fewer than ⌈σ / spacing⌉ + 1 voxels; all
 * are where an axis has fewer than 4. An image of two dimensions has two axes; its images are named {@code -3D} as well.
 *
 * @param sigmas in the order of the columns
 */
public record LaplacianOfGaussian(List<Sigma> sigmas) implements ImageFilter {
    private static final int MINIMUM_VOXELS = 4;

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
    public List<String> imageNames() {
        return sigmas.stream().map(LaplacianOfGaussian::imageName).toList();
    }

    private static String imageName(Sigma sigma) {
        return "log-sigma-" + sigma.text().replace('.', '-') + "-mm-3D";
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        Grid grid = volume.grid();
        if (IntStream.range(0, grid.dimensions()).anyMatch(a -> grid.size().along(a) < MINIMUM_VOXELS)) {
            return new FilterResult(
                    List.of(),
                    List.of("LoG needs at least 4 voxels along each axis, found " + grid.size() + ": no image made"));
        }
        List<String> skipped = new ArrayList<>();
        List<Sigma> possible = new ArrayList<>();
        for (Sigma sigma : sigmas) {
            String obstacle = obstacle(sigma, grid);
            if (obstacle.isEmpty()) {
                possible.add(sigma);
            } else {
                skipped.add(obstacle);
            }
        }
        if (possible.isEmpty()) {
            return new FilterResult(List.of(), skipped);
        }
        return new FilterResult(images(possible, volume, wanted, execution), skipped);
    }

    /** Says why an image of this size has no image for σ; empty when it has. */
    private static String obstacle(Sigma sigma, Grid grid) {
        if (!(sigma.mm() > 0)) {
            return "LoG sigma must be positive, found " + sigma.text() + ": skipped";
        }
        for (int a = 0; a < grid.dimensions(); a++) {
            double needed = Math.ceil(sigma.mm() / grid.spacing().along(a)) + 1;
            if (grid.size().along(a) < needed) {
                return "LoG sigma %s mm needs %.0f voxels along %c, found %d: skipped"
                        .formatted(
                                sigma.text(),
                                needed,
                                "xyz".charAt(a),
                                grid.size().along(a));
            }
        }
        return "";
    }

    /** A task for each σ and axis of the second derivative; then one sum for each σ. */
    private static List<NamedVolume> images(
            List<Sigma> sigmas, ImageVolume volume, BoundingBox wanted, Execution execution) {
        double[] values = volume.toDoubles();
        List<Terms[]> terms = sigmas.stream()
                .map(sigma -> terms(sigma.mm(), volume.grid().spacing()))
                .toList();
        int axes = volume.grid().dimensions();
        float[][] derivatives = new float[axes * sigmas.size()][];
        List<Runnable> tasks = new ArrayList<>();
        for (int t = 0; t < derivatives.length; t++) {
            int task = t;
            Terms[] ofSigma = Arrays.copyOf(terms.get(t / axes), axes);
            tasks.add(() -> derivatives[task] = derivative(values, volume.grid().size(), wanted, ofSigma, task % axes));
        }
        execution.withoutListener().runAll(tasks);
        Grid grid = volume.grid().crop(wanted);
        List<NamedVolume> images = new ArrayList<>();
        for (int s = 0; s < sigmas.size(); s++) {
            float[] sum = new float[Math.toIntExact(wanted.size().voxelCount())];
            for (int axis = 0; axis < axes; axis++) {
                double spacing = grid.spacing().along(axis);
                accumulate(derivatives[axes * s + axis], 1.0 / (spacing * spacing), sum);
            }
            images.add(new NamedVolume(imageName(sigmas.get(s)), ImageVolume.wrap(grid, PixelType.FLOAT32, sum)));
        }
        return images;
    }

    /** Returns the terms along each axis; axes of the same spacing share theirs. */
    private static Terms[] terms(double sigmaMm, Spacing spacing) {
        Terms x = Terms.of(sigmaMm, spacing.xMm());
        Terms y = spacing.yMm() == spacing.xMm() ? x : Terms.of(sigmaMm, spacing.yMm());
        Terms z = spacing.zMm() == spacing.xMm() ? x : Terms.of(sigmaMm, spacing.zMm());
        return new Terms[] {x, y, z};
    }

    /**
     * Returns the second derivative along {@code axis}, smoothed along the others, of the wanted box. Each pass leaves
     * out what no later one looks at: once an axis is filtered, only the wanted part of it is kept.
     */
    private static float[] derivative(double[] values, Size whole, BoundingBox wanted, Terms[] axes, int axis) {
        int[] size = {whole.x(), whole.y(), whole.z()};
        float[] out = pass(RecursiveGaussian.secondDerivative(axes[axis]), size, axis, wanted)
                .apply(values);
        for (int a = 0; a < axes.length; a++) {
            if (a != axis) {
                out = pass(RecursiveGaussian.smoothing(axes[a]), size, a, wanted)
                        .apply(out);
            }
        }
        return out;
    }

    /**
     * Returns the filter along one axis.
     *
     * @param size of its input; modified: of its output
     */
    private static GaussianPass pass(RecursiveGaussian filter, int[] size, int axis, BoundingBox wanted) {
        int inner = axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1];
        int outer = axis == 2 ? 1 : axis == 1 ? size[2] : size[1] * size[2];
        int n = size[axis];
        size[axis] = wanted.size().along(axis);
        return new GaussianPass(filter, inner, n, outer, wanted.start(axis), size[axis]);
    }

    private static void accumulate(float[] derivative, double factor, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (sum[i] + derivative[i] * factor);
        }
    }
}
