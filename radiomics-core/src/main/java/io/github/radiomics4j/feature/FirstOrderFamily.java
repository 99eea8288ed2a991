package io.github.radiomics4j.feature;

import io.github.radiomics4j.intensity.Moments;
import io.github.radiomics4j.intensity.OrderStatistics;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of the intensities of a region, wherever in it they are: {@link FirstOrderFeature}.
 *
 * @param voxelArrayShift c, added to each intensity in energy, total energy and root mean square, so that negative
 *     intensities do not count like positive ones; finite, in intensity units
 * @param kurtosis what the kurtosis of a normal distribution is
 */
public record FirstOrderFamily(double voxelArrayShift, Kurtosis kurtosis) implements FeatureFamily {

    /** What is taken off the kurtosis m₄ / m₂². */
    public enum Kurtosis {
        /** Nothing: a normal distribution has 3. PyRadiomics. */
        PLAIN,
        /** 3: a normal distribution has 0. IBSI. A flat region has 0 either way. */
        EXCESS
    }

    /** Checks that the shift is finite and nothing null. */
    public FirstOrderFamily {
        if (!Double.isFinite(voxelArrayShift)) {
            throw new IllegalArgumentException("voxelArrayShift must be finite, found " + voxelArrayShift);
        }
        Objects.requireNonNull(kurtosis, "kurtosis");
    }

    /** Returns the family with a shift and PyRadiomics' kurtosis. */
    public FirstOrderFamily(double voxelArrayShift) {
        this(voxelArrayShift, Kurtosis.PLAIN);
    }

    /** Returns the family without a shift and with PyRadiomics' kurtosis. */
    public static FirstOrderFamily withDefaults() {
        return new FirstOrderFamily(0, Kurtosis.PLAIN);
    }

    /** Returns this family with another shift. */
    public FirstOrderFamily withVoxelArrayShift(double shift) {
        return new FirstOrderFamily(shift, kurtosis);
    }

    /** Returns this family with another kurtosis. */
    public FirstOrderFamily withKurtosis(Kurtosis wanted) {
        return new FirstOrderFamily(voxelArrayShift, wanted);
    }

    @Override
    public String name() {
        return FirstOrderFeature.FAMILY_NAME;
    }

    @Override
    public List<FirstOrderFeature> features() {
        return List.of(FirstOrderFeature.values());
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        Sample sample = new Sample(region, voxelArrayShift, kurtosis);
        return FeatureValues.of(
                own(wanted, FirstOrderFeature.class), feature -> feature.of(sample), FirstOrderFeature::reasonIfNan);
    }

    /** What the features read, each counted when first asked for. Confined to one thread. */
    static final class Sample {
        private final Region region;
        private final double shift;
        private final Kurtosis kurtosis;
        private final double[] intensities;
        private @Nullable Moments moments;
        private @Nullable OrderStatistics order;
        private @Nullable Histogram histogram;
        private double energy = Double.NaN;

        Sample(Region region, double shift, Kurtosis kurtosis) {
            this.region = region;
            this.shift = shift;
            this.kurtosis = kurtosis;
            this.intensities = region.intensities();
        }

        Moments moments() {
            if (moments == null) {
                moments = Moments.of(intensities);
            }
            return moments;
        }

        OrderStatistics order() {
            if (order == null) {
                order = OrderStatistics.of(intensities);
            }
            return order;
        }

        private Histogram histogram() {
            if (histogram == null) {
                histogram = Histogram.of(region.levels().present());
            }
            return histogram;
        }

        double entropy() {
            return histogram().entropy(intensities.length);
        }

        double uniformity() {
            return histogram().squaredCounts() / intensities.length / intensities.length;
        }

        double energy() {
            if (Double.isNaN(energy)) {
                energy = Moments.energy(intensities, shift);
            }
            return energy;
        }

        double totalEnergy() {
            return energy() * region.voxels().grid().spacing().voxelVolumeMm3();
        }

        double rootMeanSquared() {
            return Math.sqrt(energy() / intensities.length);
        }

        double kurtosis() {
            return kurtosis == Kurtosis.EXCESS
                    ? moments().excessKurtosis()
                    : moments().kurtosis();
        }
    }
}
