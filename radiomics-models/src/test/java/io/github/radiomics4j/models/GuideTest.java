package io.github.radiomics4j.models;

import io.github.radiomics4j.GuidePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the page on models compiles. */
class GuideTest {
    private static final List<String> STAGES = Stream.concat(
                    GuidePage.CORE.stream(),
                    Stream.of(
                            "eval.confusion",
                            "eval.resampling",
                            "select",
                            "select.scale",
                            "select.univariate",
                            "select.redundancy",
                            "models.fitted",
                            "models.tree"))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void theCodeOfThePageCompiles() throws IOException {
        new GuidePage(Path.of("..", "docs", "guide", "models.md"), STAGES).compile(1, folder);
    }
}
