package io.github.radiomics4j;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Java of the guide compiles; each page by {@link GuidePage}. */
class GuideTest {
    private static final Path DOCS = Path.of("..", "docs");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "guide/getting-started.md, 3",
        "guide/cohorts.md, 1",
        "guide/embedding.md, 3",
        "guide/tables.md, 5",
        "guide/settings.md, 1",
        "guide/preprocessing.md, 3",
        "guide/adding-a-format.md, 2",
        "from-pyradiomics.md, 1",
        "ibsi.md, 1"
    })
    void theCodeOfAPageCompiles(String page, int blocks) throws Exception {
        compile(page, blocks);
    }

    @ParameterizedTest
    @CsvSource({"guide/adding-a-feature.md, 4", "guide/adding-a-filter.md, 3"})
    void theCodeOfAnExtensionCompilesAndRuns(String page, int blocks) throws Exception {
        compile(page, blocks);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("Statements").getMethod("run").invoke(null);
        }
    }

    private void compile(String page, int blocks) throws IOException {
        new GuidePage(DOCS.resolve(page), GuidePage.CORE).compile(blocks, folder);
    }
}
