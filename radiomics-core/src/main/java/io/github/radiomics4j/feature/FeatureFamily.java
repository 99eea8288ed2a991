package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.NeighborTexture;
import io.github.radiomics4j.texture.Neighborhood;
import java.util.List;
import java.util.Set;

/**
 * A group of features computed together from a region, with its options: an immutable record. Open: a user adds a family
 * by implementing this and naming it in the settings.
 */
public interface FeatureFamily {

    /** Returns the family's part of a column name, such as {@code "glcm"}. */
    String name();

    /** Returns every feature of the family, those on request too, in the order of the columns. */
    List<? extends Feature> features();

    /**
     * Returns the values of the wanted features.
     *
     * @param region the voxels, their intensities and gray levels
     * @param wanted features of this family, in the order of the result
     * @throws IllegalArgumentException if one is of another family; {@link #own} tells
     */
    FeatureValues compute(Region region, List<? extends Feature> wanted);

    /**
     * Returns whether the family looks at the region's shape alone, {@link Region#morphology()}: it is then computed once,
     * on the image before any filter, and its columns come first.
     */
    default boolean isOfShapeAlone() {
        return false;
    }

    /**
     * Returns whether the family needs three dimensions: it is then left out, with a warning, of the features of an image
     * that has two.
     */
    default boolean isOfVolumesAlone() {
        return false;
    }

    /** Returns the neighbor textures that {@link #compute} asks the region for, so that one visit can count them all. */
    default Set<NeighborTexture> neighborTextures() {
        return Set.of();
    }

    /** Returns the neighbors that {@link #neighborTextures} look at. */
    default Neighborhood neighborhood() {
        return Neighborhood.adjacent();
    }

    /**
     * Returns how far around the region the family looks at the image, in mm; 0: at the region's intensities alone, and
     * {@link Region#image()} need not be there.
     */
    default double surroundingsMm() {
        return 0;
    }

    /**
     * Returns the feature called {@code featureName}; names are case-sensitive.
     *
     * @throws IllegalArgumentException if there is none
     */
    default Feature feature(String featureName) {
        for (Feature feature : features()) {
            if (feature.featureName().equals(featureName)) {
                return feature;
            }
        }
        throw new IllegalArgumentException("family " + name() + " has no feature " + featureName + "; it has "
                + features().stream().map(Feature::featureName).toList());
    }

    /**
     * Returns {@code wanted} as the features of this family that they are.
     *
     * @param type class of this family's features
     * @throws IllegalArgumentException if one is of another family
     */
    default <F extends Feature> List<F> own(List<? extends Feature> wanted, Class<F> type) {
        for (Feature feature : wanted) {
            if (!type.isInstance(feature)) {
                throw new IllegalArgumentException("features of family " + name() + " must be wanted, found "
                        + feature.featureName() + " of family " + feature.familyName());
            }
        }
        return wanted.stream().<F>map(type::cast).toList();
    }

    /** Returns the features that are computed when none is named. */
    default List<? extends Feature> defaultFeatures() {
        return features().stream().filter(feature -> !feature.onRequest()).toList();
    }
}
