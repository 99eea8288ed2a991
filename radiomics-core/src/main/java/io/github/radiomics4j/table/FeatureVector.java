package io.github.radiomics4j.table;

import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The features of one case in the order of their columns, with a reason for every NaN, diagnostics, warnings and
 * provenance. Immutable; equal when every bit of it is.
 */
public final class FeatureVector {
    /** Diagnostics' columns begin with this, and no feature's does. */
    static final String DIAGNOSTICS_PREFIX = "diagnostics_";

    private final List<FeatureName> names;
    private final Map<FeatureName, Integer> index;
    private final double[] values;
    private final Map<FeatureName, String> nanReasons;
    private final Map<String, DiagnosticValue> diagnostics;
    private final List<String> warnings;
    private final @Nullable Provenance provenance;
    private final NamingScheme naming;

    private FeatureVector(Builder builder) {
        this.names = List.copyOf(builder.index.keySet());
        this.index = Map.copyOf(builder.index);
        this.values = Arrays.copyOf(builder.values, names.size());
        this.nanReasons = Collections.unmodifiableMap(new LinkedHashMap<>(builder.nanReasons));
        this.diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(builder.diagnostics));
        this.warnings = List.copyOf(builder.warnings);
        this.provenance = builder.provenance;
        this.naming = builder.naming;
    }

    /** Returns a builder of an empty vector. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the names, in the order of the columns. */
    public List<FeatureName> names() {
        return names;
    }

    /** Returns how the columns are named when this is written. */
    public NamingScheme naming() {
        return naming;
    }

    /** Returns the names of the columns in the {@link #naming()}, in their order. */
    public List<String> columnNames() {
        return names.stream().map(naming::column).toList();
    }

    /** Returns the number of features. */
    public int size() {
        return values.length;
    }

    /** Returns whether there is a feature of this name. */
    public boolean contains(FeatureName name) {
        return index.containsKey(name);
    }

    /**
     * Returns the value of a feature; NaN if it is not defined, with the reason in {@link #nanReasons()}.
     *
     * @throws IllegalArgumentException if there is no feature of this name
     */
    public double value(FeatureName name) {
        Integer i = index.get(name);
        if (i == null) {
            throw new IllegalArgumentException(
                    "there is no feature " + name + " among " + size() + ": " + nearest(name));
        }
        return values[i];
    }

    /** Returns the value of {@code feature} on the original image, as {@link #value(FeatureName)} does. */
    public double value(Feature feature) {
        return value(feature, FeatureName.ORIGINAL);
    }

    /** Returns the value of {@code feature} on the image named {@code image}, as {@link #value(FeatureName)} does. */
    public double value(Feature feature, String image) {
        return value(FeatureName.of(image, feature));
    }

    /** Returns the values in the order of {@link #names()}, in a new array. */
    public double[] toArray() {
        return values.clone();
    }

    /** Returns why each feature that is NaN is so, in the order of the columns. */
    public Map<FeatureName, String> nanReasons() {
        return nanReasons;
    }

    /** Returns the diagnostics by the name of their column, in order. */
    public Map<String, DiagnosticValue> diagnostics() {
        return diagnostics;
    }

    /** Returns what changes the meaning of the result, such as a filter that was skipped, one sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /** Returns where the numbers come from; empty if they were put together by hand. */
    public Optional<Provenance> provenance() {
        return Optional.ofNullable(provenance);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeatureVector that
                && names.equals(that.names)
                && Arrays.equals(values, that.values)
                && nanReasons.equals(that.nanReasons)
                && List.copyOf(diagnostics.entrySet()).equals(List.copyOf(that.diagnostics.entrySet()))
                && warnings.equals(that.warnings)
                && Objects.equals(provenance, that.provenance)
                && naming == that.naming;
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FeatureVector[" + size() + " features, " + nanReasons.size() + " NaN, " + diagnostics.size()
                + " diagnostics]";
    }

    /** Returns what there is where {@code name} was looked for. */
    private String nearest(FeatureName name) {
        List<FeatureName> sameImage =
                names.stream().filter(n -> n.image().equals(name.image())).toList();
        if (sameImage.isEmpty()) {
            String skipped = warnings.isEmpty() ? "" : "; " + String.join("; ", warnings);
            return "the images are "
                    + names.stream().map(FeatureName::image).distinct().toList() + skipped;
        }
        List<FeatureName> sameFamily =
                sameImage.stream().filter(n -> n.family().equals(name.family())).toList();
        if (sameFamily.isEmpty()) {
            return "the families of " + name.image() + " are "
                    + sameImage.stream().map(FeatureName::family).distinct().toList();
        }
        return "the features of " + name.image() + "_" + name.family() + " are "
                + sameFamily.stream().map(FeatureName::feature).toList();
    }

    /** Collects the features of one case; not safe for use by several threads. */
    public static final class Builder {
        private final Map<FeatureName, Integer> index = new LinkedHashMap<>();
        private double[] values = new double[64];
        private final Map<FeatureName, String> nanReasons = new LinkedHashMap<>();
        private final Map<String, DiagnosticValue> diagnostics = new LinkedHashMap<>();
        private final List<String> warnings = new ArrayList<>();
        private @Nullable Provenance provenance;
        private NamingScheme naming = NamingScheme.PYRADIOMICS;

        private Builder() {}

        /**
         * Adds a feature after those already there.
         *
         * @param reasonIfNan why {@code value} may be NaN; dropped when it is not
         * @throws IllegalArgumentException if the name is taken, or the value is NaN and the reason blank
         */
        public Builder add(FeatureName name, double value, String reasonIfNan) {
            int i = index.size();
            if (index.putIfAbsent(name, i) != null) {
                throw new IllegalArgumentException("two features are named " + name);
            }
            if (Double.isNaN(value)) {
                if (reasonIfNan.isBlank()) {
                    throw new IllegalArgumentException(name + " is NaN and needs a reason");
                }
                nanReasons.put(name, reasonIfNan);
            }
            if (i == values.length) {
                values = Arrays.copyOf(values, 2 * i);
            }
            values[i] = value;
            return this;
        }

        /** Adds the features of one family on the image named {@code image}, in their order. */
        public Builder addAll(String image, FeatureValues features) {
            for (int i = 0; i < features.features().size(); i++) {
                FeatureName name = FeatureName.of(image, features.features().get(i));
                add(name, features.value(i), features.nanReason(i).orElse(""));
            }
            return this;
        }

        /**
         * Adds a diagnostic after those already there.
         *
         * @param name the whole name of the column, such as {@code diagnostics_Mask-original_VoxelNum}
         * @throws IllegalArgumentException if the name does not begin with {@code diagnostics_} or is taken
         */
        public Builder diagnostic(String name, DiagnosticValue value) {
            if (!name.startsWith(DIAGNOSTICS_PREFIX)) {
                throw new IllegalArgumentException(
                        "the name of a diagnostic must begin with " + DIAGNOSTICS_PREFIX + ", found " + name);
            }
            if (diagnostics.putIfAbsent(name, Objects.requireNonNull(value, name)) != null) {
                throw new IllegalArgumentException("two diagnostics are named " + name);
            }
            return this;
        }

        /** Adds a sentence on what changes the meaning of the result. */
        public Builder warning(String sentence) {
            warnings.add(Objects.requireNonNull(sentence, "sentence"));
            return this;
        }

        /** Says where the numbers come from. */
        public Builder provenance(Provenance provenance) {
            this.provenance = Objects.requireNonNull(provenance, "provenance");
            return this;
        }

        /** Says how the columns are named when the vector is written; PyRadiomics' way unless said. */
        public Builder naming(NamingScheme naming) {
            this.naming = Objects.requireNonNull(naming, "naming");
            return this;
        }

        /** Returns the vector; the builder may go on. */
        public FeatureVector build() {
            return new FeatureVector(this);
        }
    }
}
