package io.github.radiomics4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Java of the guide compiles. Blocks that declare a type are files; the other blocks of a page are one method, so that a
 * later one may use what an earlier one has declared. Packages of the library and a few of Java's are imported.
 */
class GuideTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE =
            Pattern.compile("^(?:public |final )*(?:class|record|enum|interface) (\\w+)", Pattern.MULTILINE);

    private static final List<String> IMPORTED = Stream.concat(
                    Stream.of("java.io", "java.nio", "java.nio.file", "java.util"),
                    Stream.of(
                                    "run",
                                    "image",
                                    "io",
                                    "preprocess",
                                    "filter",
                                    "discretize",
                                    "texture",
                                    "feature",
                                    "table",
                                    "extract",
                                    "learn")
                            .map(stage -> "io.github.radiomics4j." + stage))
            .toList();

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

    private void compile(String page, int blockCount) throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(DOCS.resolve(page)))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(blockCount);
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        StringBuilder statements = new StringBuilder();
        for (String block : blocks) {
            Matcher type = TYPE.matcher(block);
            if (type.find()) {
                arguments.add(source(type.group(1), block));
            } else {
                statements.append(block);
            }
        }
        arguments.add(source(
                "Statements",
                "public class Statements { public static void run() throws Exception {\n" + statements + "}}\n"));
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages, true);
        int errors = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(new String[0]));
        assertThat(errors).as("%s: %s", page, messages).isZero();
    }

    private String source(String type, String text) throws IOException {
        String imports =
                IMPORTED.stream().map(name -> "import " + name + ".*;\n").collect(Collectors.joining());
        return Files.writeString(folder.resolve(type + ".java"), imports + text).toString();
    }
}
