package io.github.radiomics4j.feature;

import io.github.radiomics4j.discretize.GrayLevels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IBSI's statistics of the gray levels of a region: {@link IntensityHistogramFeature}. Without options. */
public record IntensityHistogramFamily() implements FeatureFamily {

    /** Returns the family. */
    public static IntensityHistogramFamily withDefaults() {
        return new IntensityHistogramFamily();
    }

    @Override
    public String name() {
        return IntensityHistogramFeature.FAMILY_NAME;
    }

    @Override
    public List<IntensityHistogramFeature> features() {
        return List.of(IntensityHistogramFeature.values());
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        Sample sample = new Sample(region.levels());
        return FeatureValues.of(
                own(wanted, IntensityHistogramFeature.class),
                feature -> feature.of(sample),
                IntensityHistogramFeature::reasonIfNan);
    }

    /**
     * The extremes of the histogram's gradient.
     *
     * @param maximumLevel where the gradient is largest
     * @param minimumLevel where it is least
     */
    record Gradient(double maximum, double maximumLevel, double minimum, double minimumLevel) {

        /** @param counts voxels of level i at index i, from 1; not modified */
        static Gradient of(int[] counts) {
            int last = counts.length - 1;
            if (last == 1) {
                return new Gradient(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            }
            double maximum = Double.NEGATIVE_INFINITY;
            double minimum = Double.POSITIVE_INFINITY;
            int maximumLevel = 0;
            int minimumLevel = 0;
            for (int i = 1; i <= last; i++) {
                int before = Math.max(1, i - 1);
                int after = Math.min(last, i + 1);
                double gradient = (counts[after] - counts[before]) / (double) (after - before);
                if (gradient > maximum) {
                    maximum = gradient;
                    maximumLevel = i;
                }
                if (gradient < minimum) {
                    minimum = gradient;
                    minimumLevel = i;
                }
            }
            return new Gradient(maximum, maximumLevel, minimum, minimumLevel);
        }
    }

    /** What the features read, each counted when first asked for. Confined to one thread. */
    static final class Sample {
        private final GrayLevels levels;
        private final IntensitySample values;
        private final int voxels;
        private @Nullable Histogram histogram;
        private @Nullable Gradient gradient;

        Sample(GrayLevels levels) {
            this.levels = levels;
            this.values = new IntensitySample(
                    Arrays.stream(levels.levels()).asDoubleStream().toArray());
            this.voxels = levels.region().voxelCount();
        }

        IntensitySample values() {
            return values;
        }

        private Histogram histogram() {
            if (histogram == null) {
                histogram = Histogram.of(levels.present());
            }
            return histogram;
        }

        double mode() {
            Histogram h = histogram();
            double mean = values.moments().mean();
            int best = 0;
            for (int k = 1; k < h.size; k++) {
                boolean isNearer = Math.abs(h.values[k] - mean) < Math.abs(h.values[best] - mean);
                if (h.counts[k] > h.counts[best] || h.counts[k] == h.counts[best] && isNearer) {
                    best = k;
                }
            }
            return h.values[best];
        }

        double entropy() {
            double terms = 0;
            for (int k = 0; k < histogram().size; k++) {
                terms += CountEntropy.term(histogram().counts[k]);
            }
            // Without PyRadiomics' ε, and never below 0 for rounding.
            return Math.max(0, CountEntropy.bits(terms, voxels, 0));
        }

        double uniformity() {
            return histogram().squaredCounts() / voxels / voxels;
        }

        Gradient gradient() {
            if (gradient == null) {
                int[] counts = new int[levels.levelCount() + 1];
                for (int level : levels.levels()) {
                    counts[level]++;
                }
                gradient = Gradient.of(counts);
            }
            return gradient;
        }
    }
}
