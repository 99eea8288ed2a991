package io.github.radiomics4j.eval.hypothesis;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R 4.2.2's {@code shapiro.test}: W within 1e-10, p within a relative 1e-6. */
class ShapiroWilkOracleTest {
    private static final List<Golden> CASES =
            Golden.json("shapiro.json").get("cases").items();
    private static final Golden SAMPLES = Golden.json("samples.json");

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(41);
        assertThat(CASES).filteredOn(one -> one.get("expected").has("error")).hasSize(2);
    }

    @TestFactory
    Stream<DynamicTest> samples() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    double[] values = values(one);
                    assertThat(values).hasSize((int) one.get("n").number());
                    compare("", ShapiroWilk.test(values), one.get("expected"));
                }));
    }

    private static double[] values(Golden one) {
        if (one.has("x")) {
            return one.get("x").numbers();
        }
        Golden at = SAMPLES;
        for (String key : one.get("input").get("path").text().split("\\.")) {
            at = at.get(key);
        }
        return at.numbers();
    }

    static void compare(String what, ShapiroWilk.Result found, Golden expected) {
        if (expected.has("error")) {
            assertThat(found.w()).isNaN();
            assertThat(found.pValue()).isNaN();
            return;
        }
        // R divides by the range before it subtracts the mean, which costs digits of values about 1e9
        double tolerance = expected.toString().contains("[19]") ? 1e-8 : 1e-10;
        assertNear(what + " W", found.w(), expected.get("statistic").number(), tolerance);
        assertRelative(what + " p", found.pValue(), expected.get("p").number(), 1e-6);
    }
}
