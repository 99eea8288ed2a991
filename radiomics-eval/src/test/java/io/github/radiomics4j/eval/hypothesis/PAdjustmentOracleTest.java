package io.github.radiomics4j.eval.hypothesis;

import static io.github.radiomics4j.eval.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.Golden;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R 4.2.2 {@code p.adjust}, 1e-12. */
class PAdjustmentOracleTest {
    private static final List<Golden> CASES =
            Golden.json("p_adjust.json").get("cases").items();
    private static final Map<String, PAdjustment> NAMES = Map.of(
            "bonferroni", PAdjustment.BONFERRONI,
            "holm", PAdjustment.HOLM,
            "hochberg", PAdjustment.HOCHBERG,
            "hommel", PAdjustment.HOMMEL,
            "BH", PAdjustment.BENJAMINI_HOCHBERG,
            "BY", PAdjustment.BENJAMINI_YEKUTIELI);

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(8);
        assertThat(NAMES).hasSize(PAdjustment.values().length);
    }

    @TestFactory
    Stream<DynamicTest> adjusted() {
        return CASES.stream()
                .flatMap(one -> NAMES.entrySet().stream()
                        .map(method -> DynamicTest.dynamicTest(one.get("id").text() + " " + method.getKey(), () -> {
                            double[] found =
                                    method.getValue().adjust(one.get("p").numbers());
                            double[] expected =
                                    one.get("expected").get(method.getKey()).numbers();
                            assertThat(found).hasSize(expected.length);
                            for (int i = 0; i < found.length; i++) {
                                assertNear("p " + i, found[i], expected[i], 1e-12);
                            }
                        })));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAdjustment.HOLM.adjust(new double[] {0.1, 1.1}))
                .withMessageContaining("1.1");
    }
}
