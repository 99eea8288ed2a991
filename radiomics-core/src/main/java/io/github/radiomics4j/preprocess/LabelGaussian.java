package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.run.Execution;

/**
 * The value whose voxels together weigh most under {@link GaussianKernel#forLabels}; of equally heavy ones, the value that
 * was so heavy first, x fastest. 0 outside [−0.5, N − 0.5) along any axis.
 */
final class LabelGaussian {
    /** More than twice the 27 voxels under the kernel. */
    private static final int SLOTS = 64;

    private final long[] labels = new long[SLOTS];
    private final double[] weights = new double[SLOTS];
    private final int[] places = new int[SLOTS];
    private int place;

    private LabelGaussian() {}

    /** Returns the values of {@code image} on {@code output}, x fastest. */
    static double[] resample(ImageVolume image, Grid output, Execution execution) {
        AxisKernel kernel = GaussianKernel.forLabels(image.grid().spacing());
        IndexMap map = new IndexMap(output, image.grid());
        InputBox box = InputBox.of(map, image.grid(), kernel.reach() + 1);
        double[] values = image.toDoubles(box.box());
        KernelTaps[] tables = KernelPlaces.tables(kernel, map, box);
        int nx = output.size().x();
        double[] out = new double[Math.toIntExact(output.size().voxelCount())];
        Slabs.forEach(output.size().y() * output.size().z(), execution, (first, last) -> {
            KernelPlaces places = new KernelPlaces(kernel, map, box, output.size(), tables);
            LabelGaussian labels = new LabelGaussian();
            for (int row = first; row < last; row++) {
                for (int i = 0; i < nx; i++) {
                    out[row * nx + i] = places.read(row, i)
                            ? labels.heaviest(values, box.box(), places.weights(), places.positions())
                            : 0;
                }
            }
        });
        return out;
    }

    /**
     * Returns the heaviest value around one place.
     *
     * @param in values of {@code box}, x fastest; not modified
     * @param w as many weights along x as along y and z, one after another; not modified
     * @param p their positions in the box; not modified
     */
    private double heaviest(double[] in, BoundingBox box, double[] w, int[] p) {
        place++;
        int taps = w.length / 3;
        double most = 0;
        double heaviest = 0;
        for (int k = 2 * taps; k < 3 * taps; k++) {
            for (int j = taps; j < 2 * taps; j++) {
                int row = box.sizeX() * (p[j] + box.sizeY() * p[k]);
                for (int i = 0; i < taps; i++) {
                    double label = in[row + p[i]];
                    double weight = add(label, w[i] * w[j] * w[k]);
                    if (weight > most) {
                        most = weight;
                        heaviest = label;
                    }
                }
            }
        }
        return heaviest;
    }

    /** Adds to the weight of a label at this place and returns it. Open addressing: slots of other places are free. */
    private double add(double label, double weight) {
        // + 0.0: both zeros are one label.
        long bits = Double.doubleToLongBits(label + 0.0);
        int slot = (int) (bits * 0x9E3779B97F4A7C15L >>> 58);
        while (places[slot] == place && labels[slot] != bits) {
            slot = slot + 1 & SLOTS - 1;
        }
        if (places[slot] != place) {
            places[slot] = place;
            labels[slot] = bits;
            weights[slot] = 0;
        }
        weights[slot] += weight;
        return weights[slot];
    }
}
