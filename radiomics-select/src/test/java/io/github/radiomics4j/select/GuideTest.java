package io.github.radiomics4j.select;

import io.github.radiomics4j.GuidePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the page on selection compiles. */
class GuideTest {
    private static final List<String> STAGES = Stream.concat(
                    GuidePage.CORE.stream(), Stream.of("select.scale", "select.reproducibility"))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void theCodeOfThePageCompiles() throws IOException {
        new GuidePage(Path.of("..", "docs", "guide", "selection.md"), STAGES).compile(2, folder);
    }
}
