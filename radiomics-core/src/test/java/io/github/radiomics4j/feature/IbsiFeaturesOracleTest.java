package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.reference.IbsiReference;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import io.github.radiomics4j.texture.Glrlm;
import io.github.radiomics4j.texture.SizeMatrix;
import io.github.radiomics4j.texture.TexturePhantoms;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Features of the digital phantom. Oracle: reference values of the Image Biomarker Standardisation Initiative; agreement
 * within its tolerance, which is 0 but for shape, and the three significant digits that are published.
 */
class IbsiFeaturesOracleTest {
    @Test
    void shape() throws IOException {
        ibsi(IbsiReference.BY_DEFINITION, "morphology").assertAgreement(new ShapeFamily(CovarianceDivisor.SAMPLE), 14);
    }

    @Test
    void firstOrder() throws IOException {
        // Entropy and uniformity are of the intensity histogram.
        ibsi(IbsiReference.BY_DEFINITION, "statistics", "intensity_histogram")
                .assertAgreement(FirstOrderFamily.withDefaults().withKurtosis(FirstOrderFamily.Kurtosis.EXCESS), 17);
    }

    @Test
    void coOccurrenceAveragedOverDirections() throws IOException {
        ibsi("3D_avg", "glcm").assertAgreement(GlcmFamily.withDefaults(), 25);
    }

    @Test
    void dependence() throws IOException {
        // PyRadiomics, and so we, leave out three: normalised non-uniformity, percentage and energy.
        ibsi("3D", "ngldm").assertAgreement(GldmFamily.withDefaults(), 14);
    }

    @Test
    void grayToneDifference() throws IOException {
        ibsi("3D", "ngtdm").assertAgreement(new NgtdmFamily(NgtdmFamily.VoxelsWithoutNeighbors.LEFT_OUT), 5);
    }

    @Test
    void runsAveragedOverDirections() throws IOException {
        assertThat(Glrlm.of(TexturePhantoms.digital()).matricesWithLines()).hasSize(13);
        ibsi("3D_avg", "glrlm").assertAgreement(GlrlmFamily.withDefaults(), 16);
    }

    @Test
    void runsOfAllDirectionsMerged() throws IOException {
        SizeMatrix merged = Glrlm.of(TexturePhantoms.digital()).merged();
        Map<String, GlrlmFeature> runs =
                Stream.of(GlrlmFeature.values()).collect(Collectors.toMap(GlrlmFeature::ibsiCode, Function.identity()));
        ibsi("3D_comb", "glrlm").assertAgreement(code -> runs.get(code).value(merged), 16);
    }

    @Test
    void zones() throws IOException {
        ibsi("3D", "glszm").assertAgreement(GlszmFamily.withDefaults(), 16);
    }

    private static IbsiReference ibsi(String aggregation, String... families) throws IOException {
        return IbsiReference.ofDigitalPhantom(aggregation, families);
    }
}
