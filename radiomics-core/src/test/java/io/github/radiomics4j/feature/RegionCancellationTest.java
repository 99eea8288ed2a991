package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.run.Cancellation;
import io.github.radiomics4j.run.Execution;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What takes long in a region of very many gray levels can be cancelled on the way. */
class RegionCancellationTest {
    static Stream<FeatureFamily> familiesThatMayTakeLong() {
        return Stream.of(
                GlcmFamily.withDefaults(), new GlcmFamily(false), new GlrlmFamily(), NgtdmFamily.withDefaults());
    }

    @ParameterizedTest
    @MethodSource("familiesThatMayTakeLong")
    void aCancelledRegionEndsTheComputation(FeatureFamily family) {
        Cancellation cancellation = Cancellation.create();
        Region region = region().cancelledBy(Execution.sequential().withCancellation(cancellation));
        cancellation.cancel();
        assertThatThrownBy(() -> family.compute(region, family.features())).isInstanceOf(CancellationException.class);
    }

    @Test
    void theIterationOfTheMaximalCorrelationAsksOnTheWay() {
        int n = 200;
        double[] rows = new double[n];
        int[] cellRows = new int[2 * n - 1];
        int[] cellColumns = new int[2 * n - 1];
        double[] counts = new double[2 * n - 1];
        for (int k = 0; k < counts.length; k++) { // a chain: every level beside itself and the next
            cellRows[k] = k / 2;
            cellColumns[k] = (k + 1) / 2;
            counts[k] = 1;
            rows[cellRows[k]]++;
            if (cellRows[k] != cellColumns[k]) {
                rows[cellColumns[k]]++;
            }
        }
        MaximalCorrelation chain = new MaximalCorrelation(true, rows, rows, cellRows, cellColumns, counts, () -> {
            throw new CancellationException("now");
        });
        assertThatThrownBy(chain::coefficient).isInstanceOf(CancellationException.class);
    }

    @Test
    void anInterruptEndsTheComputationToo() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> GlcmFamily.withDefaults().compute(region(), List.of(GlcmFeature.MCC)))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    /** The lesion of phantom A with a gray level for each intensity. */
    private static Region region() {
        return Region.of(
                RegionOfInterest.of(IntegerPhantom.A.mask(), 1), IntegerPhantom.A.image(), new FixedBinWidth(1));
    }
}
