package io.github.radiomics4j.eval.roc;

import static io.github.radiomics4j.eval.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.Golden;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** pROC 1.18.0 on R 4.2.2: {@code multiclass.roc} of 150 irises, 1e-12. */
class MulticlassAucOracleTest {
    private static final Golden FILE = Golden.json("roc_multiclass_proba.json");
    private static final int[] CLASSES =
            Arrays.stream(FILE.get("class").numbers()).mapToInt(c -> (int) c).toArray();

    @Test
    void ofProbabilities() {
        assertThat(CLASSES).hasSize(150);
        double[][] probabilities = {
            FILE.get("p0").numbers(), FILE.get("p1").numbers(), FILE.get("p2").numbers()
        };
        assertNear(
                "probabilities",
                MulticlassAuc.of(probabilities, CLASSES),
                FILE.get("multiclass_auc_probabilities").number(),
                1e-12);
    }

    @Test
    void ofOneScore() {
        double found = MulticlassAuc.ofScore(FILE.get("sepal_width").numbers(), CLASSES, 3);
        assertNear("score", found, FILE.get("multiclass_auc_sepal_width").number(), 1e-12);
        Golden given = Golden.json("roc_multiclass.json");
        assertNear("score", found, given.get("iris_SepalWidth_multiclass_auc").number(), 1e-12);
    }

    @Test
    void ofTwoClassesIsTheArea() {
        double[] scores = {0.1, 0.4, 0.35, 0.8, 0.7};
        boolean[] positive = {false, false, true, true, false};
        int[] classes = {0, 0, 1, 1, 0};
        double[] others = Arrays.stream(scores).map(s -> 1 - s).toArray();
        double area = RocCurve.of(scores, positive).auc();
        assertNear("two", MulticlassAuc.of(new double[][] {others, scores}, classes), area, 1e-15);
        assertNear("two", MulticlassAuc.ofScore(scores, classes, 2), area, 1e-15);
    }

    @Test
    void whatIsNoClassIsRefused() {
        double[][] probabilities = new double[3][4];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassAuc.of(probabilities, new int[] {0, 1, 1, 0}))
                .withMessageContaining("class 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassAuc.of(probabilities, new int[] {0, 1, 2, 3}))
                .withMessageContaining("place 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassAuc.of(probabilities, new int[] {0, 1, 2, 1, 2}))
                .withMessageContaining("found 4");
        assertThatIllegalArgumentException().isThrownBy(() -> MulticlassAuc.ofScore(new double[3], new int[3], 1));
    }
}
