package io.github.radiomics4j.feature;

class MorphologyContractTest extends FeatureFamilyContract {
    @Override
    protected FeatureFamily family() {
        return MorphologyFamily.withDefaults();
    }
}
