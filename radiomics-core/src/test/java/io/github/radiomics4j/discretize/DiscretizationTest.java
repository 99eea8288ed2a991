package io.github.radiomics4j.discretize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.InvalidCaseException;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Levels of known intensities; the numbers come from NumPy 2.4.6 through PyRadiomics' rules. */
class DiscretizationTest {
    @Test
    void aMaximumOnAnEdgeOpensABinOfItsOwn() {
        assertThat(levels(new FixedBinWidth(25), 0, 25, 50, 75, 100)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void edgesAreMultiplesOfTheWidth() {
        assertThat(levels(new FixedBinWidth(25), 24, 26, 49.9, 50)).containsExactly(1, 2, 2, 3);
    }

    @Test
    void negativeIntensitiesGoDown() {
        assertThat(levels(new FixedBinWidth(25), -1, -25, -26, 0, 1)).containsExactly(2, 2, 1, 3, 3);
    }

    @Test
    void edgesAtTheMinimumAreIbsis() {
        FixedBinWidth ibsi = FixedBinWidth.withDefaults().withAnchor(WidthAnchor.RANGE_MINIMUM);
        assertThat(levels(ibsi, 24, 26, 48.9, 49, 74)).containsExactly(1, 1, 1, 2, 3);
    }

    @Test
    void edgesBeginAtAGivenLowerBoundEvenIfNoVoxelHasIt() {
        FixedBinWidth ibsi = FixedBinWidth.withDefaults().withRangeMinimum(-500);
        assertThat(levels(ibsi, -450, -426, -425, 400)).containsExactly(3, 3, 4, 37);
        assertRefused(InvalidCaseException.Reason.LIMIT, () -> levels(ibsi, -501, 0), "-501");
        assertThatThrownBy(() -> new FixedBinWidth(25, WidthAnchor.ZERO, OptionalDouble.of(0)))
                .hasMessageContaining("RANGE_MINIMUM");
        assertThat(ibsi.withAnchor(WidthAnchor.ZERO)).isEqualTo(FixedBinWidth.withDefaults());
    }

    @Test
    void aFlatRegionHasLevelOneOfIbsisFormula() {
        FixedBinCount formula = new FixedBinCount(32).withRule(FixedBinCount.Rule.FORMULA);
        assertThat(levels(formula, 100, 100)).containsExactly(1, 1);
        assertThat(levels(formula, 0, 1, 31, 32)).containsExactly(1, 2, 32, 32);
        assertRefused(
                InvalidCaseException.Reason.LIMIT,
                () -> levels(formula, -Double.MAX_VALUE, Double.MAX_VALUE),
                "32 bins");
    }

    @Test
    void multiplesOfAWidthThatIsNoBinaryFractionLandWhereNumPyPutsThem() {
        assertThat(levels(new FixedBinWidth(0.1), multiplesOf(0.1))).containsExactly(consecutiveButRepeating(1));
        assertThat(levels(new FixedBinWidth(0.07), multiplesOf(0.07))).containsExactly(consecutiveButRepeating(2));
        assertThat(levels(new FixedBinWidth(0.3), multiplesOf(0.3))).containsExactly(consecutive(2));
        assertThat(levels(new FixedBinWidth(0.7), multiplesOf(0.7))).containsExactly(consecutive(2));
    }

    @Test
    void theMaximumSharesTheLastOfACountOfBins() {
        assertThat(levels(new FixedBinCount(4), 0, 1, 2, 3, 4)).containsExactly(1, 2, 3, 4, 4);
        double[] tenths = IntStream.rangeClosed(0, 40).mapToDouble(k -> k * 0.1).toArray();
        int[] expected =
                IntStream.rangeClosed(0, 40).map(k -> Math.min(k + 1, 40)).toArray();
        assertThat(levels(new FixedBinCount(40), tenths)).containsExactly(expected);
    }

    @Test
    void aFlatRegionFallsInTheMiddleOfACountOfBins() {
        int[] bins = {1, 2, 3, 4, 7, 32, 49, 98};
        int[] expected = {1, 2, 2, 3, 4, 17, 25, 50};
        for (int i = 0; i < bins.length; i++) {
            assertThat(levels(new FixedBinCount(bins[i]), 100, 100)).containsExactly(expected[i], expected[i]);
        }
    }

    @Test
    void aFlatRegionHasOneLevelOfAWidth() {
        GrayLevels levels = new FixedBinWidth(25).apply(line(3), new double[] {100, 100, 100});
        assertThat(levels.levels()).containsOnly(1);
        assertThat(levels.levelCount()).isEqualTo(1);
    }

    @Test
    void theCountOfLevelsIsTheHighestThatOccurs() {
        GrayLevels levels = new FixedBinWidth(1).apply(line(3), new double[] {0, 7, 3});
        assertThat(levels.levelCount()).isEqualTo(8);
    }

    @Test
    void asManyLevelsAsTheLimitAreAccepted() {
        assertThat(levels(new FixedBinWidth(1), 0, GrayLevels.MAXIMUM_LEVELS - 1))
                .containsExactly(1, GrayLevels.MAXIMUM_LEVELS);
    }

    @Test
    void moreLevelsThanTheLimitAreRefusedWithRangeWidthAndLevels() {
        assertRefused(
                InvalidCaseException.Reason.LIMIT,
                () -> levels(new FixedBinWidth(1e-9), -1, 1),
                "16777216",
                "2000000000",
                "-1.0 to 1.0",
                "1.0E-9");
        assertRefused(
                InvalidCaseException.Reason.LIMIT,
                () -> levels(new FixedBinWidth(1), 0, GrayLevels.MAXIMUM_LEVELS),
                "16777217");
    }

    @Test
    void aWidthLostInRoundingIsRefused() {
        assertRefused(
                InvalidCaseException.Reason.LIMIT,
                () -> levels(new FixedBinWidth(1), 1e20, 1e20),
                "a bin width of 1.0",
                "1.0E20");
        assertRefused(InvalidCaseException.Reason.LIMIT, () -> levels(new FixedBinCount(32), 1e20, 1e20), "32 bins");
        assertRefused(
                InvalidCaseException.Reason.LIMIT,
                () -> levels(new FixedBinCount(32), -Double.MAX_VALUE, Double.MAX_VALUE),
                "32 bins");
    }

    @Test
    void intensitiesThatAreNotFiniteAreRefusedAndCounted() {
        for (Discretization d : new Discretization[] {new FixedBinWidth(1), new FixedBinCount(8)}) {
            assertRefused(
                    InvalidCaseException.Reason.NON_FINITE,
                    () -> levels(d, 1, Double.NaN, 2, Double.POSITIVE_INFINITY),
                    "2 of 4",
                    "NaN");
        }
    }

    @Test
    void widthsAndCountsMustBePositive() {
        assertThatThrownBy(() -> new FixedBinWidth(0)).hasMessageContaining("found 0.0");
        assertThatThrownBy(() -> new FixedBinWidth(Double.NaN)).hasMessageContaining("found NaN");
        assertThatThrownBy(() -> new FixedBinWidth(Double.POSITIVE_INFINITY)).hasMessageContaining("found Infinity");
        assertThatThrownBy(() -> new FixedBinCount(0)).hasMessageContaining("found 0");
        assertThatThrownBy(() -> new FixedBinCount(1 << 25)).hasMessageContaining("found 33554432");
    }

    @Test
    void intensitiesMustMatchTheRegion() {
        assertThatThrownBy(() -> new FixedBinWidth(1).apply(line(3), new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 voxels, found 2");
    }

    private static void assertRefused(
            InvalidCaseException.Reason reason,
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call,
            String... parts) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidCaseException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .message()
                .contains(parts);
    }

    /** Multiples −20 to 40 of {@code width}, as rounded by one multiplication. */
    private static double[] multiplesOf(double width) {
        return IntStream.rangeClosed(-20, 40).mapToDouble(k -> k * width).toArray();
    }

    private static int[] consecutive(int first) {
        return IntStream.range(first, first + 61).toArray();
    }

    /** Levels from 1 on, {@code level} twice: where a rounding error of a negative multiple crosses an edge. */
    private static int[] consecutiveButRepeating(int level) {
        return IntStream.range(1, 62).map(i -> i <= level ? i : i - 1).toArray();
    }

    private static int[] levels(Discretization discretization, double... intensities) {
        return discretization.apply(line(intensities.length), intensities).levels();
    }

    static RegionOfInterest line(int length) {
        Grid grid = new Grid(new Size(length, 1, 1), new Spacing(1, 1, 1), new Point(0, 0, 0), Direction.IDENTITY);
        byte[] labels = new byte[length];
        Arrays.fill(labels, (byte) 1);
        return RegionOfInterest.of(Mask.of(grid, labels), 1);
    }
}
