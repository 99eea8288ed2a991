package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PointFilterInvariantTest {

    @Property(tries = 50)
    void everyVoxelIsMappedByTheFormula(@ForAll("lines") double[] x) {
        double m = Arrays.stream(x).map(Math::abs).max().orElseThrow();
        assertMapped(new Square(), x, v -> v * v / m);
        assertMapped(new SquareRoot(), x, v -> Math.signum(v) * Math.sqrt(m * Math.abs(v)));
        assertMapped(new Logarithm(), x, v -> Math.signum(v) * Math.log(Math.abs(v) + 1) * m / Math.log(m + 1));
        assertMapped(new Exponential(), x, v -> Math.exp(v * Math.log(m) / m));
    }

    @Property(tries = 50)
    void negatingTheImageNegatesRootAndLogarithmAndLeavesTheSquare(@ForAll("lines") double[] x) {
        double[] negative = Arrays.stream(x).map(v -> -v).toArray();
        assertThat(filtered(new Square(), negative)).isEqualTo(filtered(new Square(), x));
        for (ImageFilter odd : new ImageFilter[] {new SquareRoot(), new Logarithm()}) {
            assertThat(filtered(odd, negative))
                    .isEqualTo(Arrays.stream(filtered(odd, x)).map(v -> -v).toArray());
        }
    }

    @Provide
    Arbitrary<double[]> lines() {
        return Arbitraries.doubles()
                .between(-3000, 3000)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(50)
                .filter(x -> Arrays.stream(x).anyMatch(v -> Math.abs(v) > 1e-3));
    }

    private static void assertMapped(ImageFilter filter, double[] x, DoubleUnaryOperator formula) {
        double[] expected = Arrays.stream(x).map(formula).toArray();
        double[] found = filtered(filter, x);
        for (int i = 0; i < x.length; i++) {
            // The operations come in another order.
            assertThat(found[i])
                    .as(filter.name())
                    .isCloseTo(expected[i], within(1e-11 * Math.abs(expected[i]) + 1e-12));
        }
    }

    private static double[] filtered(ImageFilter filter, double[] x) {
        ImageVolume line = ImageVolume.of(Grid.of(new Size(x.length, 1, 1), Spacing.isotropic(1)), x);
        return filter.apply(line).images().get(0).volume().toDoubles();
    }
}
