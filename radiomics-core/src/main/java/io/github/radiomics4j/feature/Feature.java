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
     * Returns the tag of IBSI's compliance sheet, such as {@code "cm_joint_entr"}, with the aggregation where the feature
     * has one, such as {@code "cm_joint_entr_3D_comb"}; empty where there is none.
     */
    default String ibsiTag() {
        return "";
    }

    /**
     * Returns whether the feature is computed only when named: it equals or is implied by another one, or the standard that
     * it comes from advises against it.
     */
    default boolean onRequest() {
        return false;
    }
}
