package io.github.radiomics4j.feature;

class IntensityVolumeHistogramContractTest extends FeatureFamilyContract {
    @Override
    protected FeatureFamily family() {
        return IntensityVolumeHistogramFamily.withDefaults();
    }
}
