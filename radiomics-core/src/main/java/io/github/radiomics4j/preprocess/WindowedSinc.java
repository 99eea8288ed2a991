package io.github.radiomics4j.preprocess;

/**
 * The sinc under a window of five voxels on each side: along one axis the voxel at distance t weighs w(t) sin(π t) / (π
 * t). Beyond the border the outermost voxel repeats; at a whole index the voxel there weighs 1 and the others 0. The
 * weights do not add up to 1, and are not made to.
 */
final class WindowedSinc implements AxisKernel {
    private static final int RADIUS = 5;

    private final Window window;

    WindowedSinc(Window window) {
        this.window = window;
    }

    /** The window w(t), with radius m = 5 voxels. */
    enum Window {
        /** 0.54 + 0.46 cos(π t / m). */
        HAMMING,
        /** cos(π t / (2 m)). */
        COSINE,
        /** 1 − t² / m². */
        WELCH,
        /** sin(π t / m) / (π t / m). */
        LANCZOS,
        /** 0.42 + 0.5 cos(π t / m) + 0.08 cos(2 π t / m). */
        BLACKMAN;

        double at(double t) {
            return switch (this) {
                case HAMMING -> 0.54 + 0.46 * StrictMath.cos(t * (Math.PI / RADIUS));
                case COSINE -> StrictMath.cos(t * (Math.PI / (2 * RADIUS)));
                case WELCH -> 1.0 - t * (1.0 / (RADIUS * RADIUS)) * t;
                case LANCZOS -> {
                    double z = Math.PI / RADIUS * t;
                    yield t == 0 ? 1 : StrictMath.sin(z) / z;
                }
                case BLACKMAN ->
                    0.42
                            + 0.5 * StrictMath.cos(t * (Math.PI / RADIUS))
                            + 0.08 * StrictMath.cos(t * (2.0 * Math.PI / RADIUS));
            };
        }
    }

    @Override
    public int taps() {
        return 2 * RADIUS;
    }

    @Override
    public int reach() {
        return RADIUS;
    }

    @Override
    public boolean isMean() {
        return false;
    }

    @Override
    public void weigh(int axis, double x, int length, int boxStart, double[] weights, int[] positions, int at) {
        int base = (int) Math.floor(x);
        double distance = x - base;
        double t = distance + RADIUS;
        for (int i = 0; i < taps(); i++) {
            int voxel = base + i + 1 - RADIUS;
            t -= 1;
            weights[at + i] = distance == 0 ? (voxel == base ? 1 : 0) : window.at(t) * sinc(t);
            positions[at + i] = Math.max(0, Math.min(length - 1, voxel)) - boxStart;
        }
    }

    private static double sinc(double t) {
        double z = Math.PI * t;
        return t == 0 ? 1 : StrictMath.sin(z) / z;
    }

    @Override
    public double evaluate(double[] in, int sizeX, int sizeY, double[] weights, int[] positions) {
        double sum = 0;
        for (int k = 20; k < 30; k++) {
            for (int j = 10; j < 20; j++) {
                int row = sizeX * (positions[j] + sizeY * positions[k]);
                for (int i = 0; i < 10; i++) {
                    sum += in[row + positions[i]] * weights[i] * weights[j] * weights[k];
                }
            }
        }
        return sum;
    }
}
