package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Spacing;

/**
 * The part of a Gaussian that lies over each voxel: along one axis voxel i weighs erf((i + 0.5 − x) / (√2 σ)) − erf((i −
 * 0.5 − x) / (√2 σ)), for the voxels that reach into [x − c, x + c] and lie inside the image, c being the cut-off.
 */
final class GaussianKernel implements AxisKernel {
    private final int taps;
    private final double[] scale = new double[3];
    private final double[] cutOff = new double[3];

    /** @param spacing of the image: ITK takes σ in mm and rounds accordingly */
    private GaussianKernel(Spacing spacing, double sigmaVoxels, double cutOffSigmas) {
        taps = (int) Math.ceil(2 * sigmaVoxels * cutOffSigmas) + 1;
        for (int a = 0; a < 3; a++) {
            double mm = spacing.along(a);
            double sigma = sigmaVoxels * mm;
            scale[a] = 1.0 / (Math.sqrt(2) * sigma / mm);
            cutOff[a] = sigma * cutOffSigmas / mm;
        }
    }

    /** The kernel for values: σ = 0.8 voxels, cut off at 4 σ. */
    static GaussianKernel forValues(Spacing spacing) {
        return new GaussianKernel(spacing, 0.8, 4);
    }

    /** The kernel for labels: σ = 1 voxel, cut off at σ. */
    static GaussianKernel forLabels(Spacing spacing) {
        return new GaussianKernel(spacing, 1, 1);
    }

    @Override
    public int taps() {
        return taps;
    }

    @Override
    public int reach() {
        return taps / 2;
    }

    @Override
    public boolean isMean() {
        return true;
    }

    @Override
    public void weigh(int axis, double x, int length, int boxStart, double[] weights, int[] positions, int at) {
        int first = Math.max(0, (int) Math.floor(x + 0.5 - cutOff[axis]));
        int end = Math.min(length, (int) Math.ceil(x + 0.5 + cutOff[axis]));
        double step = scale[axis];
        double t = (-0.5 - x + first) * step;
        double last = ErrorFunction.of(t);
        for (int i = first; i < end; i++) {
            t += step;
            double now = ErrorFunction.of(t);
            weights[at + i - first] = now - last;
            positions[at + i - first] = i - boxStart;
            last = now;
        }
        for (int i = end; i < first + taps; i++) {
            weights[at + i - first] = 0;
            positions[at + i - first] = end - 1 - boxStart;
        }
    }

    @Override
    public double evaluate(double[] in, int sizeX, int sizeY, double[] weights, int[] positions) {
        double sum = 0;
        double total = 0;
        for (int k = 2 * taps; k < 3 * taps; k++) {
            for (int j = taps; j < 2 * taps; j++) {
                int row = sizeX * (positions[j] + sizeY * positions[k]);
                for (int i = 0; i < taps; i++) {
                    double w = weights[i] * weights[j] * weights[k];
                    sum += in[row + positions[i]] * w;
                    total += w;
                }
            }
        }
        return sum / total;
    }
}
