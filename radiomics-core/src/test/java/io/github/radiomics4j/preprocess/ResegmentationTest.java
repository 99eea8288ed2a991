package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.Resegmentation.Mode;
import io.github.radiomics4j.run.InvalidCaseException;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ResegmentationTest {
    private static final Grid GRID = Grid.of(new Size(6, 1, 1), Spacing.isotropic(1));
    private static final ImageVolume IMAGE = ImageVolume.of(GRID, new double[] {0, 1, 2, 3, 4, 100});

    /** Voxels 0 to 4 are label 2, the last one is label 3. */
    private static final Mask MASK = Mask.of(GRID, new int[] {2, 2, 2, 2, 2, 3});

    private static int[] labels(Resegmentation resegmentation) {
        int[] out = new int[6];
        resegmentation.apply(IMAGE, MASK, 2).copyTo(0, out, 0, 6);
        return out;
    }

    @Test
    void bothBoundsAreIncludedAndOtherLabelsLeftOut() {
        assertThat(labels(Resegmentation.absolute(1, 3))).containsExactly(0, 2, 2, 2, 0, 0);
    }

    @Test
    void withoutAnUpperBoundEverythingFromTheLowerOneIsKept() {
        assertThat(labels(new Resegmentation(2, OptionalDouble.empty(), Mode.ABSOLUTE, false)))
                .containsExactly(0, 0, 2, 2, 2, 0);
    }

    @Test
    void relativeBoundsAreFractionsOfTheRegionsMaximum() {
        assertThat(labels(Resegmentation.absolute(0.5, 0.75).withMode(Mode.RELATIVE)))
                .containsExactly(0, 0, 2, 2, 0, 0);
    }

    @Test
    void sigmaBoundsAreDeviationsWithDivisorN() {
        // Mean 2, deviation √2 with divisor 5 (1.58 with divisor 4, which would keep all).
        assertThat(labels(Resegmentation.absolute(-1.3, 1.3).withMode(Mode.SIGMA)))
                .containsExactly(0, 2, 2, 2, 0, 0);
    }

    @Test
    void lessThanTwoVoxelsAreRefused() {
        assertThatThrownBy(() -> labels(Resegmentation.absolute(1.5, 2.5)))
                .isInstanceOfSatisfying(
                        InvalidCaseException.class,
                        e -> assertThat(e.reason()).isEqualTo(InvalidCaseException.Reason.TOO_SMALL))
                .hasMessageContaining("found 1 of 5");
    }

    @Test
    void aRangeAndOutliersAreCombinedWithTheDeviationOfTheWholeRegion() {
        // Mean 2 and deviation √2 over 0 to 4; over 1 to 4 alone they would be 2.5 and 1.12, and 1 an outlier.
        assertThat(labels(Resegmentation.range(1, 4).withOutliers(1.3))).containsExactly(0, 2, 2, 2, 0, 0);
        assertThat(labels(Resegmentation.outliers(1.3))).containsExactly(0, 2, 2, 2, 0, 0);
        assertThat(labels(Resegmentation.range(2, 4).withOutliers(3))).containsExactly(0, 0, 2, 2, 2, 0);
    }

    @Test
    void oneVoxelIsEnoughWhereShapeIsThatOfTheWholeRegion() {
        assertThat(labels(Resegmentation.range(1.5, 2.5))).containsExactly(0, 0, 2, 0, 0, 0);
        assertThatThrownBy(() -> labels(Resegmentation.range(2.1, 2.5)))
                .isInstanceOfSatisfying(
                        InvalidCaseException.class,
                        e -> assertThat(e.reason()).isEqualTo(InvalidCaseException.Reason.TOO_SMALL))
                .hasMessageContaining("must have a voxel from 2.1 to 2.5, found 0 of 5");
    }

    @Test
    void outliersNeedAPositiveNumberOfDeviations() {
        assertThatThrownBy(() -> Resegmentation.range(0, 1).withOutliers(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsMustBeFiniteAndInOrder() {
        assertThatThrownBy(() -> Resegmentation.absolute(3, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Resegmentation.absolute(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
