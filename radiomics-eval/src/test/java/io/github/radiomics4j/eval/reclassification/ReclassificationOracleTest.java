package io.github.radiomics4j.eval.reclassification;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.reclassification.Reclassification.Improvement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Hmisc 4.8-0 {@code improveProb} and nricens 1.6, 1e-10. */
class ReclassificationOracleTest {
    private static final List<Golden> CASES =
            Golden.json("nri_idi.json").get("cases").items();
    private static final Reclassification MODEL = Reclassification.withDefaults();

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(8);
    }

    @TestFactory
    Stream<DynamicTest> improvements() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Golden input = one.get("input");
                    double[] y = input.has("y")
                            ? input.get("y").numbers()
                            : columns(input).get("y");
                    double[] old = probabilities(one, "old");
                    double[] updated = probabilities(one, "new");
                    boolean[] positive = new boolean[y.length];
                    for (int i = 0; i < y.length; i++) {
                        positive[i] = y[i] == 1;
                    }
                    Golden expected = one.get("expected");
                    net(MODEL.continuous(old, updated, positive), expected.get("continuous"));
                    for (String categories : List.of("categorical_c1", "categorical_c2", "categorical_c3")) {
                        Golden of = expected.get(categories);
                        net(
                                MODEL.categories(
                                        old,
                                        updated,
                                        positive,
                                        of.get("cutoffs").numbers()),
                                of);
                    }
                    Golden idi = expected.get("idi");
                    Improvement found = MODEL.integrated(old, updated, positive);
                    rest(found, idi, "idi");
                    assertNear(
                            "sens", found.ofPositives(), idi.get("improve_sens").number(), 1e-10);
                    assertNear(
                            "spec", found.ofNegatives(), idi.get("improve_spec").number(), 1e-10);
                }));
    }

    private static Map<String, double[]> columns(Golden input) {
        String file = input.get("file").text();
        return Golden.columns(file.substring(file.lastIndexOf('/') + 1));
    }

    private static double[] probabilities(Golden one, String model) {
        if (one.has("p_" + model)) {
            return one.get("p_" + model).numbers();
        }
        Golden named = one.get("input").get(model);
        return named.isArray() ? named.numbers() : columns(one.get("input")).get(named.text());
    }

    private static void net(Improvement found, Golden expected) {
        rest(found, expected, "nri");
        assertNear("events", found.ofPositives(), expected.get("nri_events").number(), 1e-10);
        assertNear("others", found.ofNegatives(), expected.get("nri_nonevents").number(), 1e-10);
    }

    private static void rest(Improvement found, Golden expected, String index) {
        assertNear(index, found.value(), expected.get(index).number(), 1e-10);
        assertNear("se", found.standardError(), expected.get("se").number(), 1e-10);
        assertNear("z", found.z(), expected.get("z").number(), 1e-10);
        assertRelative("p", found.pValue(), expected.get("p").number(), 1e-9);
        assertNear("lower", found.interval().lower(), expected.get("ci95").numbers()[0], 1e-10);
        assertNear("upper", found.interval().upper(), expected.get("ci95").numbers()[1], 1e-10);
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        double[] p = {0.1, 0.2, 0.3, 0.4};
        boolean[] positive = {true, true, false, false};
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.categories(p, p, positive));
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.categories(p, p, positive, 0.5, 0.2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.integrated(p, new double[] {0.1, 0.2, 0.3, 1.4}, positive))
                .withMessageContaining("1.4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.continuous(p, p, new boolean[] {true, false, false, false}));
    }
}
