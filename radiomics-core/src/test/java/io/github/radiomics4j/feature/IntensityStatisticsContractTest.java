package io.github.radiomics4j.feature;

class IntensityStatisticsContractTest extends FeatureFamilyContract {
    @Override
    protected FeatureFamily family() {
        return IntensityStatisticsFamily.withDefaults();
    }
}
