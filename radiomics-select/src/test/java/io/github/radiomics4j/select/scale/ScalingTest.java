package io.github.radiomics4j.select.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.learn.Transformer;
import io.github.radiomics4j.learn.TransformerContract;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalingTest {
    private static final Outcome UNUSED = TrainingData.outcome(3);

    private abstract static class Contract extends TransformerContract {
        @Override
        protected boolean looksAtTheOutcome() {
            return false;
        }
    }

    @Nested
    class ZScoreContractTest extends Contract {
        @Override
        protected Transformer transformer() {
            return ZScore.withDefaults();
        }
    }

    @Nested
    class RobustContractTest extends Contract {
        @Override
        protected Transformer transformer() {
            return RobustScaling.withDefaults().withQuantiles(0.1, 0.9);
        }
    }

    @Nested
    class MinMaxContractTest extends Contract {
        @Override
        protected Transformer transformer() {
            return MinMaxScaling.withDefaults();
        }
    }

    @Nested
    class MaxAbsContractTest extends Contract {
        @Override
        protected Transformer transformer() {
            return MaxAbsScaling.withDefaults();
        }
    }

    @Nested
    class ImputerContractTest extends Contract {
        @Override
        protected Transformer transformer() {
            return Imputer.median();
        }
    }

    private static FeatureTable table() {
        return FeatureTable.of(
                List.of("a", "b", "c"),
                List.of("x", "zero", "lost"),
                new double[][] {{1, 2, 6}, {0, 0, 0}, {Double.NaN, Double.NaN, Double.NaN}},
                Map.of(new FeatureTable.Cell("a", "lost"), "no voxel"));
    }

    static Stream<Transformer> scalers() {
        return scalers(ConstantColumns.UNIT_SCALE);
    }

    private static Stream<Transformer> scalers(ConstantColumns constants) {
        return Stream.of(
                ZScore.withDefaults().withConstants(constants),
                RobustScaling.withDefaults().withConstants(constants),
                MinMaxScaling.withDefaults().withConstants(constants),
                MaxAbsScaling.withDefaults().withConstants(constants));
    }

    @ParameterizedTest
    @MethodSource("scalers")
    void aConstantColumnBecomesZeroAndNanKeepsItsReason(Transformer scaler) {
        FeatureTable scaled = scaler.fit(table(), UNUSED).apply(table());
        assertThat(scaled.columnNames()).containsExactly("x", "zero", "lost");
        assertThat(scaled.column("zero")).containsOnly(0);
        assertThat(scaled.column("lost")).containsOnly(Double.NaN);
        assertThat(scaled.nanReason("a", "lost")).contains("no voxel");
    }

    @Test
    void constantColumnsAreDroppedOrRefusedWhereThatIsAsked() {
        assertThat(scalers(ConstantColumns.DROP))
                .allSatisfy(scaler -> assertThat(
                                scaler.fit(table(), UNUSED).apply(table()).columnNames())
                        .containsExactly("x"));
        assertThat(scalers(ConstantColumns.REFUSE))
                .allSatisfy(scaler -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> scaler.fit(table(), UNUSED))
                        .withMessageContaining("[zero, lost]"));
    }

    @ParameterizedTest
    @MethodSource("scalers")
    void infinityIsRefusedInTrainingAndKeptLater(Transformer scaler) {
        FeatureTable infinite =
                FeatureTable.of(List.of("a", "b"), List.of("x"), new double[][] {{1, Double.POSITIVE_INFINITY}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaler.fit(infinite, UNUSED))
                .withMessageContaining("column x of case b");
        assertThat(scaler.fit(table().columns(List.of("x")), UNUSED)
                        .apply(infinite)
                        .value("b", "x"))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aScalingIsMadeOfItsNumbers() {
        AffineScaling scaling = AffineScaling.of(List.of("x", "y"), new double[] {1, 2}, new double[] {3, 4});
        AffineScaling same = AffineScaling.of(scaling.columnNames(), new double[] {1, 2}, new double[] {3, 4});
        assertThat(scaling).isEqualTo(same).hasSameHashCodeAs(same).hasToString("AffineScaling[2 columns]");
        assertThat(scaling)
                .isNotEqualTo(AffineScaling.of(List.of("x", "y"), new double[] {1, 2}, new double[] {3, 5}))
                .isNotEqualTo(AffineScaling.of(List.of("x", "y"), new double[] {1, 3}, new double[] {3, 4}))
                .isNotEqualTo(AffineScaling.of(List.of("x", "z"), new double[] {1, 2}, new double[] {3, 4}));
        assertThat(scaling.center("y")).isEqualTo(2);
        assertThat(scaling.scale("x")).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaling.scale("q"))
                .withMessageContaining("column q");
    }

    @Test
    void numbersThatMakeNoScalingAreRefused() {
        List<String> x = List.of("x");
        double[] one = {1};
        assertThatIllegalArgumentException().isThrownBy(() -> AffineScaling.of(x, one, new double[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> AffineScaling.of(x, one, new double[] {Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> AffineScaling.of(x, new double[] {Double.NaN}, one));
        assertThatIllegalArgumentException().isThrownBy(() -> AffineScaling.of(x, one, new double[] {1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AffineScaling.of(List.of("x", "x"), new double[] {1, 1}, new double[] {1, 1}))
                .withMessageContaining("found x again");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RobustScaling.withDefaults().withQuantiles(0.75, 0.25));
    }

    @Test
    void aScalingAsksForItsColumns() {
        AffineScaling scaling = ZScore.withDefaults().fit(table(), UNUSED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaling.apply(table().columns(List.of("x"))))
                .withMessageContaining("zero")
                .withMessageContaining("lost");
    }

    @Test
    void imputationFillsNanAlone() {
        FeatureTable filled = Imputer.constant(-1).fit(table(), UNUSED).apply(table());
        assertThat(filled.column("x")).containsExactly(1, 2, 6);
        assertThat(filled.column("lost")).containsExactly(-1, -1, -1);
        assertThat(filled.nanReasons()).isEmpty();
        assertThat(Stream.of(Imputer.mean(), Imputer.median(), Imputer.mostFrequent()))
                .allSatisfy(imputer -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> imputer.fit(table(), UNUSED))
                        .withMessageContaining("[lost]"));
        assertThatIllegalArgumentException().isThrownBy(() -> Imputer.constant(Double.NaN));
    }

    @Test
    void anImputationIsMadeOfItsNumbers() {
        Imputation imputation = Imputation.of(List.of("x", "y"), 1, 2);
        Imputation same = Imputation.of(imputation.columnNames(), 1, 2);
        assertThat(imputation).isEqualTo(same).hasSameHashCodeAs(same).hasToString("Imputation[2 columns]");
        assertThat(imputation).isNotEqualTo(Imputation.of(List.of("x", "y"), 1, 3));
        assertThat(imputation.fill("y")).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> Imputation.of(List.of("x"), 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Imputation.of(List.of("x"), Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> imputation.fill("q"));
    }
}
