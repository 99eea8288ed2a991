package io.github.radiomics4j.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.table.Outcome;
import io.github.radiomics4j.table.TableFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsTest {
    private static final Predictions PREDICTIONS = Predictions.of(List.of("a", "b", "c"), 0.1, 1.0 / 3, 1);

    @Test
    void probabilitiesAreFoundByCaseId() {
        assertThat(PREDICTIONS.probability("b")).isEqualTo(1.0 / 3);
        assertThat(PREDICTIONS.rows(List.of("c", "a"))).isEqualTo(Predictions.of(List.of("c", "a"), 1, 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PREDICTIONS.probability("x"))
                .withMessageContaining("x");
    }

    @Test
    void theTruthIsJoinedByCaseId() {
        Outcome outcome = Outcome.of("high", "low", List.of("c", "b", "a", "z"), true, false, false, true);
        assertThat(PREDICTIONS.positives(outcome)).containsExactly(false, false, true);
        Outcome other = Outcome.of("high", "low", List.of("a"), true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PREDICTIONS.positives(other))
                .withMessageContainingAll("b", "c");
    }

    @Test
    void whatIsNoProbabilityIsRefusedWithItsCase() {
        for (double wrong : new double[] {Double.NaN, -1e-9, 1.0000001, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Predictions.of(List.of("a", "b"), 0.5, wrong))
                    .withMessageContainingAll("b", Double.toString(wrong));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Predictions.of(List.of("a"), 0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Predictions.of(List.of("a", "a"), 0.5, 0.5));
    }

    @Test
    void predictionsReadBackBitForBit(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("predictions.csv");
        PREDICTIONS.write(path);
        assertThat(Predictions.read(path)).isEqualTo(PREDICTIONS).hasSameHashCodeAs(PREDICTIONS);
        Files.writeString(path, "case,probability\na,1.5\n");
        assertThatThrownBy(() -> Predictions.read(path))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContainingAll("predictions.csv", "1.5");
        Files.writeString(path, "case,score\na,0.5\n");
        assertThatThrownBy(() -> Predictions.read(path)).isInstanceOf(TableFormatException.class);
    }
}
