package io.github.radiomics4j.feature;

class Shape2DFamilyContractTest extends FeatureFamilyContract {
    @Override
    protected FeatureFamily family() {
        return Shape2DFamily.withDefaults();
    }
}
