package io.github.radiomics4j.feature;

/** One feature of a family; families of the standard are enums whose constants implement this. */
public interface Feature {

    /** Returns the name of the family, such as {@code "glcm"}: the middle part of a column name. */
    String familyName();

    /** Returns PyRadiomics' name, such as {@code "JointEntropy"}: the last part of a column name. */
    String featureName();

    /** Returns the four-character code of the IBSI reference manual, such as {@code "TU9B"}; empty where IBSI has none. */
    String ibsiCode();

    /**
     * Returns the feature's tag in the IBSI compliance sheet without its aggregation, such as {@code "cm_contrast"}; empty
     * where IBSI has none.
     */
    default String ibsiTag() {
        return "";
    }

    /** Returns whether the feature is computed only when named: it equals or is implied by another one. */
    default boolean onRequest() {
        return false;
    }
}
