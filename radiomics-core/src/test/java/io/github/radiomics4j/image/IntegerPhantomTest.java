package io.github.radiomics4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sums, counts and hashes of the phantoms' own description. */
class IntegerPhantomTest {
    @Test
    void sumsAreThoseOfTheDescription() {
        assertThat(sum(IntegerPhantom.A)).isEqualTo(12191107);
        assertThat(sum(IntegerPhantom.B)).isEqualTo(479162.43, within(0.005));
        assertThat(sum(IntegerPhantom.C)).isEqualTo(38906809);
    }

    @Test
    void labelsAreThoseOfTheDescription() {
        assertThat(IntegerPhantom.A.mask().census()).isEqualTo(Map.of(1L, 7664L, 2L, 24L));
        assertThat(IntegerPhantom.B.mask().census()).isEqualTo(Map.of(1L, 4360L, 2L, 24L));
        assertThat(IntegerPhantom.C.mask().census()).isEqualTo(Map.of(1L, 31264L, 2L, 24L));
    }

    @Test
    void hashesAreThoseThatPyRadiomicsPrints() {
        // PyRadiomics 3.0.1, diagnostics of phantom_a.
        assertThat(IntegerPhantom.A.image().sha1()).isEqualTo("ac563484bf112e40acf9872278564242fc2daaba");
        assertThat(IntegerPhantom.A.mask().sha1()).isEqualTo("a197b31f9702828c9691b03e7113784b4d1436aa");
    }

    @Test
    void theRegionOfPhantomAHasTheBoxAndPartsThatPyRadiomicsPrints() {
        RegionOfInterest region = RegionOfInterest.of(IntegerPhantom.A.mask(), 1);
        assertThat(region.box()).isEqualTo(new BoundingBox(2, 3, 0, 32, 27, 22));
        assertThat(region.voxelCount()).isEqualTo(7664);
        assertThat(ConnectedComponents.of(region).count()).isEqualTo(2);
    }

    private static double sum(IntegerPhantom phantom) {
        double sum = 0;
        for (double v : phantom.image().toDoubles()) {
            sum += v;
        }
        return sum;
    }
}
