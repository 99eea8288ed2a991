package io.github.radiomics4j.eval;

import io.github.radiomics4j.GuidePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Java of the pages that use this module compiles. */
class GuideTest {
    private static final List<String> STAGES = Stream.concat(
                    GuidePage.CORE.stream(),
                    Stream.of(
                            "eval",
                            "eval.bootstrap",
                            "eval.roc",
                            "eval.logistic",
                            "eval.confusion",
                            "eval.calibration",
                            "eval.decision",
                            "eval.resampling",
                            "eval.cohort"))
            .toList();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"docs/guide/evaluation.md, 9", "README.md, 2"})
    void theCodeOfAPageCompiles(String page, int blocks) throws IOException {
        new GuidePage(Path.of("..").resolve(page), STAGES).compile(blocks, folder);
    }
}
