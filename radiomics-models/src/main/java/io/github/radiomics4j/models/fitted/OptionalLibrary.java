package io.github.radiomics4j.models.fitted;

/** The optional libraries, and what is said where one is missing. */
public enum OptionalLibrary {
    /** XGBoost for the JVM, with native code. */
    XGBOOST("ml.dmlc.xgboost4j.java.XGBoost", "ml.dmlc:xgboost4j_2.12 and org.slf4j:jcl-over-slf4j"),
    /** LightGBM for the JVM, with native code. */
    LIGHTGBM("io.github.metarank.lightgbm4j.LGBMBooster", "io.github.metarank:lightgbm4j"),
    /** LIBSVM in Java. */
    LIBSVM("libsvm.svm", "tw.edu.ntu.csie:libsvm");

    private final String className;
    private final String artifact;

    OptionalLibrary(String className, String artifact) {
        this.className = className;
        this.artifact = artifact;
    }

    /**
     * Returns if the library is there.
     *
     * @throws IllegalStateException if it is not; the artifact is named
     */
    public void require() {
        try {
            Class.forName(className, false, OptionalLibrary.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "this kind of model needs " + artifact + " on the class path, which is an optional dependency", e);
        }
    }
}
