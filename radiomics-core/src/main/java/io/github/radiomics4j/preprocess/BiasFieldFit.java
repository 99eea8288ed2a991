package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.preprocess.N4BiasCorrection.Level;
import io.github.radiomics4j.run.Execution;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The iterations of N4 on the voxels under a mask, one level after the other.
 *
 * <p>Each iteration has three loops over slices, and between them what is summed over slices in ascending order, so that no
 * bit depends on the threads: the histogram of the corrected log intensities; the residual against its sharpened map, at
 * once contracted along x and y; the new field and how it differs from the last. With the weights of a voxel being products,
 * Lee's sums {@code δ = Σ r w³ / Σ w²} and {@code ω = Σ w²} come apart by axis: four products for each voxel, in place of 64,
 * and ω is made once for each level.
 *
 * <p>What ITK keeps for each voxel in 32 bits is kept in 32 bits; sums over voxels have 64.
 */
final class BiasFieldFit {
    private static final int TAPS = LatticeAxis.TAPS;

    private final N4BiasCorrection options;
    private final MaskedRows rows;
    private final float @Nullable [] confidence;
    private final Execution execution;
    private final HistogramSharpening sharpening;
    private final float[] logImage;
    private final float[] field;
    private final float[] ratio;
    private final float[] lowest;
    private final float[] highest;

    /**
     * @param image intensities of {@code rows}; overwritten with their logarithms, those not above 0 as they are
     * @param confidence weights of the same voxels, positive; null: all 1; not modified
     */
    BiasFieldFit(
            N4BiasCorrection options,
            MaskedRows rows,
            float[] image,
            float @Nullable [] confidence,
            Execution execution) {
        this.options = options;
        this.rows = rows;
        this.confidence = confidence;
        this.execution = execution;
        this.sharpening = new HistogramSharpening(
                options.histogramBins(), (float) options.fieldFwhm(), (float) options.wienerNoise());
        this.logImage = image;
        this.field = new float[image.length];
        this.ratio = new float[image.length];
        this.lowest = new float[rows.nz()];
        this.highest = new float[rows.nz()];
        eachSlice(this::takeLogarithms);
    }

    private void takeLogarithms(int z) {
        for (int i = rows.start(z * rows.ny()); i < rows.start((z + 1) * rows.ny()); i++) {
            if (logImage[i] > 0) {
                logImage[i] = (float) Math.log(logImage[i]);
            }
        }
        findRange(z);
    }

    private void findRange(int z) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = rows.start(z * rows.ny()); i < rows.start((z + 1) * rows.ny()); i++) {
            float u = logImage[i] - field[i];
            low = Math.min(low, u);
            high = Math.max(high, u);
        }
        lowest[z] = low;
        highest[z] = high;
    }

    /**
     * Returns the lattice of the log bias field.
     *
     * @param levels is told how each level ended
     */
    BiasLattice run(Consumer<Level> levels) {
        BiasLattice lattice = BiasLattice.zeros(
                options.controlPoints().x(),
                options.controlPoints().y(),
                options.controlPoints().z(),
                options.splineOrder());
        List<Integer> iterations = options.iterations();
        IterationProgress progress = new IterationProgress(iterations, execution);
        for (int level = 0; level < iterations.size(); level++) {
            if (level > 0) {
                lattice = lattice.refined();
            }
            LevelFit fit = new LevelFit(lattice);
            double convergence = Double.POSITIVE_INFINITY;
            int done = 0;
            while (done < iterations.get(level) && convergence > (float) options.convergenceThreshold()) {
                convergence = fit.iterate();
                done++;
                progress.iterated(level, done);
            }
            lattice = fit.lattice;
            levels.accept(new Level(done, convergence));
        }
        progress.finished();
        return lattice;
    }

    /** What a slice is asked to do. */
    @FunctionalInterface
    private interface Slice {
        void run(int z);
    }

    private void eachSlice(Slice body) {
        Slabs.forEach(rows.nz(), execution, (first, last) -> {
            for (int z = first; z < last; z++) {
                body.run(z);
            }
        });
    }

    /** The iterations on one lattice. */
    private final class LevelFit {
        private final LatticeAxis x;
        private final LatticeAxis y;
        private final LatticeAxis z;
        private final double[] sharesX;
        private final double[] sharesY;
        private final double[] sharesZ;
        private final double[] omega;
        private final double[] delta;
        private final double[] planes;
        private final int plane;
        private final double[] histograms;
        private BiasLattice lattice;
        private float minimum;
        private float slope;
        private float[] expected = {};

        LevelFit(BiasLattice lattice) {
            this.lattice = lattice;
            x = new LatticeAxis(rows.nx(), lattice.points(0), lattice.order());
            y = new LatticeAxis(rows.ny(), lattice.points(1), lattice.order());
            z = new LatticeAxis(rows.nz(), lattice.points(2), lattice.order());
            sharesX = x.shares();
            sharesY = y.shares();
            sharesZ = z.shares();
            plane = x.points() * y.points();
            planes = new double[Math.multiplyExact(plane, rows.nz())];
            delta = new double[lattice.length()];
            omega = new double[lattice.length()];
            histograms = new double[options.histogramBins() * rows.nz()];
            double[] squaresX = x.squares();
            double[] squaresY = y.squares();
            eachSlice(k -> contract(k, squaresX, squaresY, this::weigh));
            addPlanes(z.squares(), omega);
        }

        /** Improves the lattice and returns by how much the field has changed. */
        double iterate() {
            execution.checkCancelled();
            minimum = Float.POSITIVE_INFINITY;
            float maximum = Float.NEGATIVE_INFINITY;
            for (int k = 0; k < rows.nz(); k++) {
                minimum = Math.min(minimum, lowest[k]);
                maximum = Math.max(maximum, highest[k]);
            }
            if (!(maximum > minimum)) {
                return 0; // one intensity: nothing to sharpen
            }
            slope = (maximum - minimum) / (options.histogramBins() - 1);
            eachSlice(this::count);
            expected = sharpening.map(sumOfHistograms(), minimum, slope);
            eachSlice(k -> contract(k, sharesX, sharesY, this::residuals));
            addPlanes(sharesZ, delta);
            lattice = lattice.plus(delta, omega);
            eachSlice(this::evaluate);
            return coefficientOfVariation(ratio);
        }

        /** Counts a slice's corrected log intensities; each is shared by the two bins around it. */
        private void count(int k) {
            int bins = options.histogramBins();
            int from = k * bins;
            int last = from + bins - 1;
            float low = minimum;
            float width = slope;
            Arrays.fill(histograms, from, from + bins, 0);
            for (int i = rows.start(k * rows.ny()); i < rows.start((k + 1) * rows.ny()); i++) {
                float place = (logImage[i] - field[i] - low) / width;
                int bin = (int) place;
                float part = place - bin;
                int at = from + bin;
                if (at < last) {
                    histograms[at] += 1f - part;
                    histograms[at + 1] += part;
                } else {
                    histograms[last] += 1;
                }
            }
        }

        private double[] sumOfHistograms() {
            int bins = options.histogramBins();
            double[] sum = Arrays.copyOf(histograms, bins);
            for (int i = bins; i < histograms.length; i++) {
                sum[i % bins] += histograms[i];
            }
            return sum;
        }

        /** Adds what the voxels of a row, entries {@code from} to {@code to - 1}, give to the control points along x. */
        private interface RowSum {
            void add(int from, int to, double[] alongX, double[] out);
        }

        /** Sums a slice's voxels over x and then over y, into its plane. */
        private void contract(int k, double[] alongX, double[] alongY, RowSum sum) {
            int nx = x.points();
            double[] row = new double[nx + TAPS];
            int to = k * plane;
            Arrays.fill(planes, to, to + plane, 0);
            for (int j = 0; j < rows.ny(); j++) {
                int r = j + rows.ny() * k;
                if (rows.start(r) == rows.start(r + 1)) {
                    continue;
                }
                Arrays.fill(row, 0);
                sum.add(rows.start(r), rows.start(r + 1), alongX, row);
                for (int t = 0; t <= y.order(); t++) {
                    double w = alongY[TAPS * j + t];
                    int at = to + (y.spans()[j] + t) * nx;
                    for (int i = 0; i < nx; i++) {
                        planes[at + i] += w * row[i];
                    }
                }
            }
        }

        private void weigh(int from, int to, double[] alongX, double[] out) {
            int[] xs = rows.xs();
            int[] spans = x.spans();
            for (int i = from; i < to; i++) {
                double weight = confidence == null ? 1 : confidence[i];
                int w = TAPS * xs[i];
                int at = spans[xs[i]];
                for (int t = 0; t < TAPS; t++) {
                    out[at + t] += weight * alongX[w + t];
                }
            }
        }

        /** Kernel: the voxels of one span add up in registers. */
        private void residuals(int from, int to, double[] alongX, double[] out) {
            int[] xs = rows.xs();
            int[] spans = x.spans();
            float[] map = expected;
            int last = map.length - 1;
            float low = minimum;
            float width = slope;
            int span = spans[xs[from]];
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            for (int i = from; i < to; i++) {
                float u = logImage[i] - field[i];
                float place = (u - low) / width;
                int bin = (int) place;
                float sharp = bin < last ? map[bin] + (map[bin + 1] - map[bin]) * (place - bin) : map[last];
                double residual = u - sharp;
                if (confidence != null) {
                    residual *= confidence[i];
                }
                int voxel = xs[i];
                if (spans[voxel] != span) {
                    out[span] += a;
                    out[span + 1] += b;
                    out[span + 2] += c;
                    out[span + 3] += d;
                    span = spans[voxel];
                    a = 0;
                    b = 0;
                    c = 0;
                    d = 0;
                }
                int w = TAPS * voxel;
                a += residual * alongX[w];
                b += residual * alongX[w + 1];
                c += residual * alongX[w + 2];
                d += residual * alongX[w + 3];
            }
            out[span] += a;
            out[span + 1] += b;
            out[span + 2] += c;
            out[span + 3] += d;
        }

        /** Sums the planes over z. */
        private void addPlanes(double[] alongZ, double[] out) {
            Arrays.fill(out, 0);
            for (int k = 0; k < rows.nz(); k++) {
                for (int t = 0; t <= z.order(); t++) {
                    double w = alongZ[TAPS * k + t];
                    int to = (z.spans()[k] + t) * plane;
                    for (int i = 0; i < plane; i++) {
                        out[to + i] += w * planes[k * plane + i];
                    }
                }
            }
        }

        /** Makes a slice's new field, its ratio to the last, and the range of the corrected log intensities. */
        private void evaluate(int k) {
            float[] slice = new float[plane];
            float[] row = new float[x.points() + TAPS];
            lattice.slice(z, k, slice);
            for (int j = 0; j < rows.ny(); j++) {
                int r = j + rows.ny() * k;
                if (rows.start(r) < rows.start(r + 1)) {
                    lattice.row(slice, y, j, row);
                    evaluateRow(rows.start(r), rows.start(r + 1), row);
                }
            }
            findRange(k);
        }

        private void evaluateRow(int from, int to, float[] row) {
            int[] xs = rows.xs();
            int[] spans = x.spans();
            float[] weights = x.weights();
            for (int i = from; i < to; i++) {
                int w = TAPS * xs[i];
                int at = spans[xs[i]];
                float value = weights[w] * row[at]
                        + weights[w + 1] * row[at + 1]
                        + weights[w + 2] * row[at + 2]
                        + weights[w + 3] * row[at + 3];
                ratio[i] = (float) exp(field[i] - value);
                field[i] = value;
            }
        }
    }

    /** The exponential function, by nine terms where they give all digits: fields change little from step to step. */
    static double exp(double x) {
        if (Math.abs(x) > 0.0625) {
            return Math.exp(x);
        }
        double tail = x * (1.0 / 120 + x * (1.0 / 720 + x * (1.0 / 5040 + x * (1.0 / 40320))));
        return 1 + x * (1 + x * (0.5 + x * (1.0 / 6 + x * (1.0 / 24 + tail))));
    }

    /**
     * Returns the standard deviation of positive numbers over their mean, 0 for fewer than two. Updated number by number
     * with 32-bit state as ITK does, whose loss decides after how many steps a level ends.
     */
    static double coefficientOfVariation(float[] ratios) {
        float mean = 0;
        float squares = 0;
        for (int i = 0; i < ratios.length; i++) {
            float value = ratios[i];
            double n = i + 1;
            float distance = value - mean;
            if (i > 0) {
                squares = (float) (squares + distance * distance * (n - 1) / n);
            }
            mean = (float) (mean * (1 - 1 / n) + value / (float) n);
        }
        if (ratios.length < 2) {
            return 0;
        }
        float deviation = (float) Math.sqrt(squares / (ratios.length - 1.0));
        return deviation / mean;
    }
}
