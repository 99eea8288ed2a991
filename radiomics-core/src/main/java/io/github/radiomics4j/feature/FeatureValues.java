package io.github.radiomics4j.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Values of some features of one region, in order; each NaN has a reason. Immutable. */
public final class FeatureValues {
    private final List<Feature> features;
    private final double[] values;
    private final @Nullable String[] nanReasons;

    private FeatureValues(List<Feature> features, double[] values, @Nullable String[] nanReasons) {
        this.features = features;
        this.values = values;
        this.nanReasons = nanReasons;
    }

    /** Returns a builder for the values of {@code features}, each to be set once. */
    public static Builder builder(List<? extends Feature> features) {
        return new Builder(features);
    }

    /**
     * Returns the values that {@code value} gives to {@code features}, in order.
     *
     * @param reasonIfNan why a feature may be NaN; asked for those that are
     */
    public static <F extends Feature> FeatureValues of(
            List<F> features, ToDoubleFunction<? super F> value, Function<? super F, String> reasonIfNan) {
        Builder values = builder(features);
        for (int i = 0; i < features.size(); i++) {
            double found = value.applyAsDouble(features.get(i));
            values.set(i, found, Double.isNaN(found) ? reasonIfNan.apply(features.get(i)) : "");
        }
        return values.build();
    }

    /** Returns the features, in order. */
    public List<Feature> features() {
        return features;
    }

    /** Returns the value of feature {@code i} of {@link #features()}. */
    public double value(int i) {
        return values[Objects.checkIndex(i, values.length)];
    }

    /**
     * Returns the value of {@code feature}.
     *
     * @throws IllegalArgumentException if it was not wanted
     */
    public double value(Feature feature) {
        int i = features.indexOf(feature);
        if (i < 0) {
            throw new IllegalArgumentException("a value must be of a wanted feature, "
                    + features.stream().map(Feature::featureName).toList() + ", found " + feature.featureName()
                    + " of family " + feature.familyName());
        }
        return values[i];
    }

    /** Returns why feature {@code i} is NaN; empty when it has a value. */
    public Optional<String> nanReason(int i) {
        return Optional.ofNullable(nanReasons[i]);
    }

    /** Collects values; not safe for use by several threads. */
    public static final class Builder {
        private final List<Feature> features;
        private final double[] values;
        private final @Nullable String[] nanReasons;
        private final boolean[] isSet;

        private Builder(List<? extends Feature> features) {
            this.features = List.copyOf(features);
            this.values = new double[features.size()];
            this.nanReasons = new String[features.size()];
            this.isSet = new boolean[features.size()];
        }

        /** Sets the value of feature {@code i}; {@code reasonIfNan} says why it may be NaN and is dropped when it is not. */
        public Builder set(int i, double value, String reasonIfNan) {
            values[i] = value;
            nanReasons[i] = Double.isNaN(value) ? reasonIfNan : null;
            isSet[i] = true;
            return this;
        }

        /** Returns the values. */
        public FeatureValues build() {
            for (int i = 0; i < isSet.length; i++) {
                if (!isSet[i]) {
                    throw new IllegalStateException(features.get(i).featureName() + " was not set");
                }
            }
            return new FeatureValues(features, values.clone(), Arrays.copyOf(nanReasons, nanReasons.length));
        }
    }
}
