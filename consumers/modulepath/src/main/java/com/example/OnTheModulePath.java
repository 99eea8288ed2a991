package com.example;

import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.RadiomicsExtractor;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;

/** Embeds the core as a named module: it must be found, and must answer. */
final class OnTheModulePath {
    private OnTheModulePath() {}

    public static void main(String[] args) {
        Module core = IntegerPhantom.class.getModule();
        if (!"io.github.radiomics4j.core".equals(core.getName())) {
            throw new IllegalStateException("the core must be a named module, found " + core);
        }
        FeatureVector features = RadiomicsExtractor.of(ExtractionSettings.ki67())
                .extract(IntegerPhantom.A.image(), IntegerPhantom.A.mask());
        double contrast = features.value(FeatureName.parse("wavelet-LLH_glcm_Contrast"));
        if (!(contrast > 0)) {
            throw new IllegalStateException("the contrast must be positive, found " + contrast);
        }
        System.out.println("module path: " + features.size() + " features, from " + core);
    }
}
