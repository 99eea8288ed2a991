package io.github.radiomics4j.feature;

class IntensityHistogramContractTest extends FeatureFamilyContract {
    @Override
    protected FeatureFamily family() {
        return IntensityHistogramFamily.withDefaults();
    }
}
