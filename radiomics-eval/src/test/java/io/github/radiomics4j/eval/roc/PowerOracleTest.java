package io.github.radiomics4j.eval.roc;

import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.roc.AucPower.Sides;
import java.util.List;
import org.junit.jupiter.api.Test;

/** pROC 1.18.0 on R 4.2.2: {@code power.roc.test}; 1e-10 of itself, the 1e-12 of variances and quantiles with some room. */
class PowerOracleTest {
    private static final Golden FILE = Golden.json("power_roc.json");

    private static AucPower power(Golden one) {
        Sides sides = one.get("alternative").text().equals("two.sided") ? Sides.TWO : Sides.ONE;
        return new AucPower(one.get("alpha").number(), sides);
    }

    @Test
    void powerOfOneArea() {
        List<Golden> rows = FILE.get("one").items();
        assertThat(rows).hasSize(96);
        for (Golden one : rows) {
            double found = power(one)
                    .ofArea(one.get("auc").number(), (int) one.get("cases").number(), (int)
                            one.get("controls").number());
            assertRelative(one.toString(), found, one.get("power").number(), 1e-10);
        }
    }

    @Test
    void sizeForOneArea() {
        List<Golden> rows = FILE.get("size_of_one").items();
        assertThat(rows).hasSize(144);
        for (Golden one : rows) {
            AucPower.SampleSize found = power(one)
                    .sizeForArea(
                            one.get("auc").number(),
                            one.get("power").number(),
                            one.get("kappa").number());
            assertRelative(one.toString(), found.positives(), one.get("cases").number(), 1e-10);
            assertRelative(
                    one.toString(), found.negatives(), one.get("controls").number(), 1e-10);
        }
    }

    @Test
    void twoAreasOfTheSameCases() {
        List<Golden> rows = FILE.get("paired").items();
        assertThat(rows).hasSize(96);
        for (Golden one : rows) {
            Sample first =
                    Sample.ofColumns(one.get("file").text(), one.get("first").text());
            Sample second =
                    Sample.ofColumns(one.get("file").text(), one.get("second").text());
            double found = power(one).ofDifference(first.scores(), second.scores(), first.positive());
            assertRelative(one.toString(), found, one.get("power").number(), 1e-9);
            AucPower.SampleSize size = power(one)
                    .sizeForDifference(
                            first.scores(),
                            second.scores(),
                            first.positive(),
                            one.get("wanted").number());
            assertRelative(one.toString(), size.positives(), one.get("cases").number(), 1e-9);
            assertRelative(one.toString(), size.negatives(), one.get("controls").number(), 1e-9);
        }
    }

    @Test
    void aSizeHasThePowerThatWasWanted() {
        AucPower power = AucPower.withDefaults().withAlpha(0.01).withSides(Sides.ONE);
        AucPower.SampleSize size = power.sizeForArea(0.75, 0.9, 1);
        int positives = (int) Math.ceil(size.positives());
        assertThat(size.cases()).isEqualTo(2L * positives);
        assertThat(power.ofArea(0.75, positives, positives)).isBetween(0.9, 0.92);
        assertThat(power.ofArea(0.75, positives - 1, positives - 1)).isLessThan(0.9);
    }

    @Test
    void withoutADifferenceNoSizeIsEnough() {
        double[] scores = {0.1, 0.4, 0.3, 0.9};
        boolean[] positive = {false, false, true, true};
        assertThat(AucPower.withDefaults().ofDifference(scores, scores, positive))
                .isNaN();
        assertThat(AucPower.withDefaults()
                        .sizeForDifference(scores, scores, positive, 0.8)
                        .positives())
                .isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AucPower.withDefaults().ofArea(0.5, 10, 10))
                .withMessageContaining("0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AucPower.withDefaults().ofArea(0.7, 0, 10))
                .withMessageContaining("0 positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AucPower.withDefaults().sizeForArea(0.7, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AucPower.withDefaults().sizeForArea(0.7, 0.8, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AucPower.withDefaults().withAlpha(0));
    }
}
