package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstOrderShapeTest {
    @Test
    void shapeOfOneVoxelSaysWhyItHasNoElongation() {
        ShapeFamily family = ShapeFamily.withDefaults();
        FeatureValues values = family.compute(line(5), family.features());
        int elongation = values.features().indexOf(ShapeFeature.ELONGATION);
        assertThat(values.value(elongation)).isNaN();
        assertThat(values.nanReason(elongation)).contains("the region is a single voxel, which has no axes");
        assertThat(values.value(ShapeFeature.VOXEL_VOLUME)).isEqualTo(2);
    }

    @Test
    void firstOrderOfTwoVoxelsSaysWhyItHasNoRobustDeviation() {
        FirstOrderFamily family = FirstOrderFamily.withDefaults();
        FeatureValues values = family.compute(line(5, 9), family.features());
        int robust = values.features().indexOf(FirstOrderFeature.ROBUST_MEAN_ABSOLUTE_DEVIATION);
        assertThat(values.value(robust)).isNaN();
        assertThat(values.nanReason(robust)).contains("no intensity lies between the 10th and the 90th percentile");
        assertThat(values.value(FirstOrderFeature.STANDARD_DEVIATION)).isEqualTo(2);
        assertThat(values.value(FirstOrderFeature.VARIANCE)).isEqualTo(4);
        assertThat(values.value(FirstOrderFeature.TOTAL_ENERGY)).isEqualTo(2 * (25 + 81));
    }

    @Test
    void onlyRedundantFeaturesAreOnRequest() {
        assertThat(ShapeFamily.withDefaults().features().stream().filter(Feature::onRequest))
                .containsExactly(
                        ShapeFeature.COMPACTNESS_1, ShapeFeature.COMPACTNESS_2, ShapeFeature.SPHERICAL_DISPROPORTION);
        assertThat(FirstOrderFamily.withDefaults().features().stream().filter(Feature::onRequest))
                .containsExactly(FirstOrderFeature.STANDARD_DEVIATION);
    }

    @Test
    void excessKurtosisIsThreeLess() {
        List<FirstOrderFeature> wanted = List.of(FirstOrderFeature.KURTOSIS);
        Region region = line(1, 2, 4, 4, 9);
        FirstOrderFamily family = FirstOrderFamily.withDefaults();
        double excess = family.withKurtosis(FirstOrderFamily.Kurtosis.EXCESS)
                .compute(region, wanted)
                .value(0);
        assertThat(excess).isCloseTo(family.compute(region, wanted).value(0) - 3, within(1e-15));
    }

    @Test
    void sampleCovarianceLengthensTheAxes() {
        List<ShapeFeature> wanted = List.of(ShapeFeature.MAJOR_AXIS_LENGTH);
        Region region = line(1, 2, 4, 4, 9);
        ShapeFamily family = ShapeFamily.withDefaults();
        double sample = family.withCovarianceDivisor(CovarianceDivisor.SAMPLE)
                .compute(region, wanted)
                .value(0);
        assertThat(sample).isCloseTo(family.compute(region, wanted).value(0) * Math.sqrt(5 / 4.0), within(1e-14));
    }

    @Test
    void theRefusalOfAFeatureNamesBothFamilies() {
        assertThatThrownBy(() -> ShapeFamily.withDefaults().compute(line(1), List.of(FirstOrderFeature.MEAN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features of family shape must be wanted, found Mean of family firstorder");
    }

    @Test
    void shapeDoesNotReadTheImage() {
        ShapeFamily family = ShapeFamily.withDefaults();
        assertThat(family.compute(line(1, Double.NaN, 3), List.of(ShapeFeature.VOXEL_VOLUME))
                        .value(0))
                .isEqualTo(6);
        assertThatThrownBy(() -> FirstOrderFamily.withDefaults()
                        .compute(line(1, Double.NaN, 3), List.of(FirstOrderFeature.ENERGY)))
                .isInstanceOf(InvalidCaseException.class);
    }

    @Test
    void shiftMustBeFinite() {
        assertThatThrownBy(() -> new FirstOrderFamily(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("voxelArrayShift must be finite, found NaN");
    }

    /** Voxels of 2 mm³ along x. */
    private static Region line(double... intensities) {
        Grid grid = Grid.of(new Size(intensities.length, 1, 1), new Spacing(1, 2, 1));
        byte[] labels = new byte[intensities.length];
        Arrays.fill(labels, (byte) 1);
        return Region.of(
                RegionOfInterest.of(Mask.of(grid, labels), 1),
                ImageVolume.of(grid, intensities),
                FixedBinWidth.withDefaults());
    }
}
