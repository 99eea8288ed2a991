package io.github.radiomics4j.extract;

import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureFamily;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A family and which of its features are wanted.
 *
 * @param family the family with its options
 * @param features features of the family, in the order of the columns, none twice
 */
public record FamilySelection(FeatureFamily family, List<Feature> features) {

    /** Copies the list and checks that each feature belongs to the family and occurs once. */
    public FamilySelection {
        Objects.requireNonNull(family, "family");
        features = List.copyOf(features);
        Set<Feature> seen = new HashSet<>();
        for (Feature feature : features) {
            if (!family.features().contains(feature)) {
                throw new IllegalArgumentException("a feature of family " + family.name() + " is needed, found "
                        + feature.familyName() + " " + feature.featureName());
            }
            if (!seen.add(feature)) {
                throw new IllegalArgumentException(
                        "feature " + feature.featureName() + " of family " + family.name() + " is named twice");
            }
        }
    }

    /** Returns a family with every feature that is computed when none is named. */
    public static FamilySelection allOf(FeatureFamily family) {
        return new FamilySelection(family, List.copyOf(family.defaultFeatures()));
    }

    /** Returns a family with the named features, such as {@code "JointEntropy"}, in this order. */
    public static FamilySelection of(FeatureFamily family, List<String> featureNames) {
        return new FamilySelection(
                family, featureNames.stream().<Feature>map(family::feature).toList());
    }
}
