package io.github.radiomics4j.models.boosting;

/** The optional libraries, and what is said where one is missing. */
enum NativeLibrary {
    XGBOOST("ml.dmlc.xgboost4j.java.XGBoost", "ml.dmlc:xgboost4j_2.12 and org.slf4j:jcl-over-slf4j"),
    LIGHTGBM("io.github.metarank.lightgbm4j.LGBMBooster", "io.github.metarank:lightgbm4j");

    private final String className;
    private final String artifact;

    NativeLibrary(String className, String artifact) {
        this.className = className;
        this.artifact = artifact;
    }

    void require() {
        try {
            Class.forName(className, false, NativeLibrary.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "this kind of model needs " + artifact + " on the class path, which is an optional dependency", e);
        }
    }
}
