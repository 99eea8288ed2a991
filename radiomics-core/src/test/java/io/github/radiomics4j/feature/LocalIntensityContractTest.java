package io.github.radiomics4j.feature;

class LocalIntensityContractTest extends FeatureFamilyContract {
    @Override
    protected FeatureFamily family() {
        return LocalIntensityFamily.withDefaults();
    }
}
