package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.image.VoxelSet;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MorphologyTest {
    private static final Grid GRID = Grid.of(new Size(9, 8, 7), new Spacing(0.8, 1.25, 2.5));

    private enum Form {
        ONE_VOXEL((x, y, z) -> x == 3 && y == 3 && z == 3, 13),
        ONE_AT_A_CORNER((x, y, z) -> x == 8 && y == 7 && z == 6, 13),
        TWO_AT_A_CORNER((x, y, z) -> x == y && y == z && (x == 3 || x == 4), 2),
        TWO_FAR_APART((x, y, z) -> x == 0 && y == 0 && z == 0 || x == 8 && y == 7 && z == 6, 2),
        LINE((x, y, z) -> x == 3 && z == 3, 2),
        DIAGONAL((x, y, z) -> x == y && y == z, 2),
        SLICE_ACROSS_X((x, y, z) -> x == 4, 1),
        SLICE_ACROSS_Z((x, y, z) -> z == 6, 1),
        ISOLATED((x, y, z) -> x % 2 == 0 && y % 2 == 0 && z % 2 == 0, 0),
        CHECKERBOARD((x, y, z) -> (x + y + z) % 2 == 0, 0),
        SHELL((x, y, z) -> x == 0 || y == 0 || z == 0 || x == 8 || y == 7 || z == 6, 0),
        EVERYTHING((x, y, z) -> true, 0);

        private final VoxelSet voxels;
        private final int mostUndefined;

        Form(VoxelSet voxels, int mostUndefined) {
            this.voxels = voxels;
            this.mostUndefined = mostUndefined;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFeatureOfNoiseIsFiniteOrSaysWhyNot(Form form) {
        assertDefinedOrExplained(region(form, IntegerPhantom.image(GRID, 3)), form.mostUndefined);
    }

    @ParameterizedTest
    @EnumSource
    void everyFeatureOfOneValueIsFiniteOrSaysWhyNot(Form form) {
        for (double value : new double[] {0, 7, 0.1, 1e300}) {
            double[] voxels = new double[Math.toIntExact(GRID.size().voxelCount())];
            Arrays.fill(voxels, value);
            // Besides, Moran's I, Geary's C and, of 0, the shift.
            assertDefinedOrExplained(region(form, ImageVolume.of(GRID, voxels)), form.mostUndefined + 4);
        }
    }

    private static void assertDefinedOrExplained(Region region, int mostUndefined) {
        int undefined = 0;
        for (FeatureFamily family : List.of(new MorphologyFamily(), new LocalIntensityFamily())) {
            FeatureValues values = family.compute(region, family.features());
            for (int i = 0; i < values.features().size(); i++) {
                String name = values.features().get(i).featureName();
                if (values.nanReason(i).isEmpty()) {
                    assertThat(values.value(i)).as(name).isFinite();
                } else {
                    undefined++;
                    assertThat(values.value(i)).as(name).isNaN();
                    assertThat(values.nanReason(i).orElseThrow()).as(name).isNotBlank();
                }
            }
        }
        assertThat(undefined).isLessThanOrEqualTo(mostUndefined);
    }

    @Test
    void formIsThatOfTheMorphologicalMaskAndIntensitiesThoseOfTheOther() {
        RegionOfInterest morphology = RegionOfInterest.of(IntegerPhantom.A.mask(), 1);
        RegionOfInterest voxels = RegionOfInterest.of(IntegerPhantom.A.mask(), 2);
        ImageVolume image = IntegerPhantom.A.image();
        Region both = Region.of(voxels, morphology, image, new FixedBinWidth(25));
        Region first = Region.of(morphology, image, new FixedBinWidth(25));
        Region second = Region.of(voxels, image, new FixedBinWidth(25));
        int ofIntensities = 0;
        for (MorphologyFeature feature : MorphologyFeature.values()) {
            double found = value(both, feature);
            switch (feature) {
                case MORANS_I, GEARYS_C -> {
                    assertThat(found).isEqualTo(value(second, feature));
                    ofIntensities++;
                }
                case INTEGRATED_INTENSITY, CENTER_OF_MASS_SHIFT -> ofIntensities++;
                default -> assertThat(found).isEqualTo(value(first, feature));
            }
        }
        assertThat(ofIntensities).isEqualTo(4);
        double mean = Arrays.stream(second.intensities()).average().orElseThrow();
        assertThat(value(both, MorphologyFeature.INTEGRATED_INTENSITY))
                .isCloseTo(value(first, MorphologyFeature.MESH_VOLUME) * mean, within(1e-6));
    }

    @Test
    void theShiftIsFromTheMiddleOfOneMaskToTheWeightedMiddleOfTheOther() {
        // Middle of 0..8 is 4 voxels of 0.8 mm; weights 1 and 3 at x = 5 and 6 give 5.75.
        Grid grid = Grid.of(new Size(9, 1, 1), new Spacing(0.8, 1, 1));
        RegionOfInterest morphology = RegionOfInterest.of(((VoxelSet) (x, y, z) -> true).on(grid), 1);
        RegionOfInterest voxels = RegionOfInterest.of(((VoxelSet) (x, y, z) -> x == 5 || x == 6).on(grid), 1);
        ImageVolume image = ImageVolume.of(grid, new double[] {9, 9, 9, 9, 9, 1, 3, 9, 9});
        Region region = Region.of(voxels, morphology, image, new FixedBinWidth(1));
        assertThat(value(region, MorphologyFeature.CENTER_OF_MASS_SHIFT)).isCloseTo(1.75 * 0.8, within(1e-14));
    }

    @Test
    void whatPyRadiomicsHasTooIsTheSame() {
        Region region = region(Form.SHELL, IntegerPhantom.image(GRID, 3));
        ShapeFamily shape = new ShapeFamily(CovarianceDivisor.SAMPLE);
        int common = 0;
        for (ShapeFeature feature : shape.features()) {
            for (MorphologyFeature other : MorphologyFeature.values()) {
                if (other.ibsiCode().equals(feature.ibsiCode())) {
                    assertThat(other.featureName()).isEqualTo(feature.featureName());
                    double expected = shape.compute(region, List.of(feature)).value(0);
                    assertThat(value(region, other)).isCloseTo(expected, within(1e-14 * expected));
                    common++;
                }
            }
        }
        assertThat(common).isEqualTo(14);
    }

    @Test
    void whatIbsiDoesNotStandardizeIsOnRequest() {
        assertThat(new MorphologyFamily().defaultFeatures()).hasSize(25);
    }

    private static double value(Region region, MorphologyFeature feature) {
        return new MorphologyFamily().compute(region, List.of(feature)).value(0);
    }

    private static Region region(Form form, ImageVolume image) {
        RegionOfInterest voxels = RegionOfInterest.of(form.voxels.on(GRID), 1);
        return Region.of(voxels, voxels, image, new FixedBinWidth(25));
    }
}
