package io.github.radiomics4j.table;

import io.github.radiomics4j.feature.Feature;

/**
 * The name of a column of features, {@code image_family_feature}, exactly as PyRadiomics writes it: {@code
 * wavelet-LLH_glcm_Contrast}.
 *
 * @param image the filtered image, such as {@code "wavelet-LLH"} or {@code "log-sigma-2-0-mm-3D"}; not {@code
 *     "diagnostics"}, with which other columns begin
 * @param family such as {@code "glcm"}
 * @param feature such as {@code "Contrast"}
 */
public record FeatureName(String image, String family, String feature) {
    /** The name of the image that no filter has touched. */
    public static final String ORIGINAL = "original";

    private static final String DIAGNOSTICS = "diagnostics";

    /** Checks that no part is empty and none holds what would make a column name ambiguous. */
    public FeatureName {
        checkPart("image", image);
        checkPart("family", family);
        checkPart("feature", feature);
        if (image.equals(DIAGNOSTICS)) {
            throw new IllegalArgumentException(
                    "an image must not be named diagnostics: columns of diagnostics begin with it");
        }
    }

    /** Returns the name of {@code feature} on the image named {@code image}. */
    public static FeatureName of(String image, Feature feature) {
        return new FeatureName(image, feature.familyName(), feature.featureName());
    }

    /**
     * Returns the name that {@link #toString()} writes as {@code text}.
     *
     * @throws IllegalArgumentException if {@code text} is not three parts joined by '_'
     */
    public static FeatureName parse(String text) {
        int first = text.indexOf('_');
        int second = text.indexOf('_', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException(
                    "a feature must be named image_family_feature, such as original_glcm_Contrast, found '" + text
                            + "'");
        }
        return new FeatureName(text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
    }

    /** Returns the name of the column. */
    @Override
    public String toString() {
        return image + "_" + family + "_" + feature;
    }

    private static void checkPart(String what, String part) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " of a feature name must not be empty");
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '_' || c == ',' || c == '"' || Character.isWhitespace(c) || Character.isISOControl(c)) {
                throw new IllegalArgumentException("the " + what
                        + " of a feature name must hold no '_', comma, quote, blank or control character, found '"
                        + part + "'");
            }
        }
    }
}
