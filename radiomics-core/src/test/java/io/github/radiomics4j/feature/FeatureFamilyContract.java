package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link FeatureFamily} must keep, ours and strangers'. Subclass it, return the family, and add what only
 * that family promises. Needs JUnit Jupiter and AssertJ on the test class path.
 */
public abstract class FeatureFamilyContract {

    /** Returns the family under test. */
    protected abstract FeatureFamily family();

    /** Returns how the regions are discretized; bins of width 25 unless overridden. */
    protected Discretization discretization() {
        return new FixedBinWidth(25);
    }

    @Test
    public void namesAreUniqueAndFitIntoAColumnName() {
        assertThat(family().name()).matches("[A-Za-z0-9.-]+");
        List<String> names =
                family().features().stream().map(Feature::featureName).toList();
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
        assertThat(names).allSatisfy(name -> assertThat(name).matches("[A-Za-z0-9-]+"));
    }

    @Test
    public void everyFeatureKnowsItsFamily() {
        assertThat(family().features())
                .allSatisfy(feature -> assertThat(feature.familyName()).isEqualTo(family().name()));
    }

    @Test
    public void ibsiCodesHaveFourCharactersOrNone() {
        assertThat(family().features())
                .allSatisfy(feature -> assertThat(feature.ibsiCode()).matches("([A-Z0-9]{4})?"));
    }

    @Test
    public void aFeatureIsFoundByItsNameAndAnUnknownNameIsRefused() {
        for (Feature feature : family().features()) {
            assertThat(family().feature(feature.featureName())).isEqualTo(feature);
        }
        assertThatThrownBy(() -> family().feature("no such feature")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    public void defaultFeaturesAreThoseNotOnRequestInTheirOrder() {
        List<? extends Feature> expected = family().features().stream()
                .filter(feature -> !feature.onRequest())
                .toList();
        assertThat(family().defaultFeatures()).isEqualTo(expected);
    }

    @Test
    public void valuesComeInTheOrderWanted() {
        List<Feature> reversed = new ArrayList<>(family().features());
        Collections.reverse(reversed);
        FeatureValues values = family().compute(lesion(), reversed);
        assertThat(values.features()).isEqualTo(reversed);
    }

    @Test
    public void aValueDoesNotDependOnWhatElseIsWanted() {
        List<? extends Feature> all = family().features();
        FeatureValues lesion = family().compute(lesion(), all);
        List<Feature> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        assertSame(family().compute(lesion(), reversed), lesion);
        List<Feature> everySecond = new ArrayList<>();
        for (int i = 1; i < all.size(); i += 2) {
            everySecond.add(all.get(i));
        }
        assertSame(family().compute(lesion(), everySecond), lesion);
        FeatureValues box = family().compute(smallBox(), all);
        for (Feature feature : all) {
            assertSame(family().compute(smallBox(), List.of(feature)), box);
        }
        assertThat(family().compute(smallBox(), List.of()).features()).isEmpty();
    }

    @Test
    public void aFeatureOfAnotherFamilyIsRefusedByName() {
        assertThatThrownBy(() -> family().compute(smallBox(), List.of(Stranger.VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(family().name())
                .hasMessageContaining(Stranger.VALUE.featureName())
                .hasMessageContaining(Stranger.VALUE.familyName());
    }

    @Test
    public void computingLeavesTheRegionAsItWas() {
        Region region = lesion();
        double[] before = region.intensities();
        FeatureValues first = family().compute(region, family().features());
        assertThat(region.intensities()).isEqualTo(before);
        assertSame(family().compute(region, family().features()), first);
    }

    @Test
    public void everyNanHasAReason() {
        for (Region region : List.of(lesion(), smallBox(), flat(), oneVoxel(), twoVoxelsApart())) {
            FeatureValues values = family().compute(region, family().features());
            for (int i = 0; i < values.features().size(); i++) {
                String name = values.features().get(i).featureName();
                if (Double.isNaN(values.value(i))) {
                    assertThat(values.nanReason(i))
                            .as(name)
                            .hasValueSatisfying(reason -> assertThat(reason).isNotBlank());
                } else {
                    assertThat(values.nanReason(i)).as(name).isEmpty();
                }
            }
        }
    }

    /** The lesion of phantom A: 7664 voxels, a hole and a satellite. */
    private Region lesion() {
        return region(IntegerPhantom.A.mask(), 1, IntegerPhantom.A.image());
    }

    /** A box of 4 × 3 × 2 voxels. */
    private Region smallBox() {
        return region(IntegerPhantom.A.mask(), 2, IntegerPhantom.A.image());
    }

    /** The small box, of one intensity. */
    private Region flat() {
        Grid grid = IntegerPhantom.A.image().grid();
        short[] values = new short[Math.toIntExact(grid.size().voxelCount())];
        Arrays.fill(values, (short) 60);
        return region(IntegerPhantom.A.mask(), 2, ImageVolume.of(grid, values));
    }

    private Region oneVoxel() {
        return region(maskOf(0), 1, tiny());
    }

    private Region twoVoxelsApart() {
        return region(maskOf(0, 26), 1, tiny());
    }

    /** An image of 3 × 3 × 3 voxels. */
    private static ImageVolume tiny() {
        return IntegerPhantom.A.image().crop(new BoundingBox(9, 9, 9, 3, 3, 3));
    }

    private static Mask maskOf(int... voxels) {
        byte[] labels = new byte[27];
        for (int voxel : voxels) {
            labels[voxel] = 1;
        }
        return Mask.of(tiny().grid(), labels);
    }

    private Region region(Mask mask, int label, ImageVolume image) {
        RegionOfInterest voxels = RegionOfInterest.of(mask, label);
        return Region.of(voxels, voxels, image, discretization());
    }

    /** Each of {@code found} must have the bits and the reason that {@code expected} has for it. */
    private static void assertSame(FeatureValues found, FeatureValues expected) {
        for (int i = 0; i < found.features().size(); i++) {
            Feature feature = found.features().get(i);
            int j = expected.features().indexOf(feature);
            assertThat(Double.doubleToLongBits(found.value(i)))
                    .as("%s: %s and %s", feature.featureName(), found.value(i), expected.value(j))
                    .isEqualTo(Double.doubleToLongBits(expected.value(j)));
            assertThat(found.nanReason(i)).as(feature.featureName()).isEqualTo(expected.nanReason(j));
        }
    }

    /** A feature that no family has. */
    private enum Stranger implements Feature {
        VALUE;

        @Override
        public String familyName() {
            return "stranger";
        }

        @Override
        public String featureName() {
            return "StrangeValue";
        }

        @Override
        public String ibsiCode() {
            return "";
        }
    }
}
