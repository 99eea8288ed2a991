package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process with a small heap that is killed at random moments and started again. The ordinary build kills three times
 * over 150 cases; {@code -Dcohort.kills=10 -Dcohort.cases=1000} is the long run.
 */
@Timeout(900)
class CohortKillTest {
    private static final int KILLS = Integer.getInteger("cohort.kills", 3);
    private static final int CASES = Integer.getInteger("cohort.cases", 150);

    @TempDir
    private Path folder;

    private Process start(Path csv) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path").replace(";", File.pathSeparator),
                        SyntheticCohort.class.getName(),
                        csv.toString(),
                        Integer.toString(CASES),
                        "2"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String finish(Path csv) throws Exception {
        Process process = start(csv);
        assertThat(process.waitFor(600, TimeUnit.SECONDS)).isTrue();
        String log = Files.readString(folder.resolve("log"));
        assertThat(process.exitValue()).as(log).isZero();
        return log;
    }

    @Test
    void aRunThatIsKilledAgainAndAgainEndsWithTheBytesOfOneThatIsNot() throws Exception {
        Path whole = folder.resolve("whole.csv");
        String log = finish(whole);
        assertThat(log).contains(CASES - CASES / 10 + " rows, " + CASES / 10 + " failures");

        Path killed = folder.resolve("killed.csv");
        Random moments = new Random(17);
        int hit = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(killed);
            // By what is written, not by the clock: a machine may be fast now and slow then.
            long enough = (long) (Files.size(whole) * (kill + moments.nextDouble()) / (KILLS + 1));
            while (process.isAlive() && (!Files.exists(killed) || Files.size(killed) < enough)) {
                process.waitFor(2, TimeUnit.MILLISECONDS);
            }
            boolean ended = !process.isAlive();
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            hit += ended ? 0 : 1;
        }
        finish(killed);
        assertThat(hit).as("runs that were killed before they ended").isPositive();
        for (String ending : List.of(".csv", ".csv.failures.csv", ".nan-reasons.csv", ".csv.run")) {
            assertThat(Files.mismatch(folder.resolve("whole" + ending), folder.resolve("killed" + ending)))
                    .as(ending)
                    .isEqualTo(-1);
        }
    }
}
