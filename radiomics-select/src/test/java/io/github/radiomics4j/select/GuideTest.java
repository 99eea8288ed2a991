package io.github.radiomics4j.select;

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
                            "eval.hypothesis",
                            "eval.logistic",
                            "select",
                            "select.scale",
                            "select.reproducibility",
                            "select.univariate",
                            "select.redundancy",
                            "select.lasso",
                            "select.wrapper"))
            .toList();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource("docs/guide/selection.md, 9")
    void theCodeOfAPageCompiles(String page, int blocks) throws IOException {
        new GuidePage(Path.of("..").resolve(page), STAGES).compile(blocks, folder);
    }
}
