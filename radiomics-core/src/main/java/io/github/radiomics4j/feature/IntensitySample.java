package io.github.radiomics4j.feature;

import io.github.radiomics4j.intensity.Moments;
import io.github.radiomics4j.intensity.OrderStatistics;
import org.jspecify.annotations.Nullable;

/** What the statistics of intensities and of gray levels read, each counted when first asked for. Confined to one thread. */
final class IntensitySample {
    private final double[] values;
    private @Nullable Moments moments;
    private @Nullable OrderStatistics order;

    /** @param values at least one; not modified */
    IntensitySample(double[] values) {
        this.values = values;
    }

    Moments moments() {
        if (moments == null) {
            moments = Moments.of(values);
        }
        return moments;
    }

    OrderStatistics order() {
        if (order == null) {
            order = OrderStatistics.of(values);
        }
        return order;
    }

    double medianAbsoluteDeviation() {
        return Moments.meanAbsoluteDeviation(values, order().median());
    }

    double coefficientOfVariation() {
        return moments().mean() == 0
                ? Double.NaN
                : moments().standardDeviation() / moments().mean();
    }

    double quartileCoefficient() {
        double sum = order().percentile75() + order().percentile25();
        return sum == 0 ? Double.NaN : order().interquartileRange() / sum;
    }

    double energy() {
        return Moments.energy(values, 0);
    }

    double rootMeanSquare() {
        return Math.sqrt(energy() / values.length);
    }
}
