package io.github.radiomics4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page with Java in it. Blocks that declare a type are files; the other blocks of a page are one method, so that a later one
 * may use what an earlier one has declared. Packages of the library and a few of Java's are imported.
 *
 * @param path of the page
 * @param stages packages of the library that are imported
 */
public record GuidePage(Path path, List<String> stages) {
    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE =
            Pattern.compile("^(?:public |final )*(?:class|record|enum|interface) (\\w+)", Pattern.MULTILINE);

    /** The packages of the core. */
    public static final List<String> CORE = List.of(
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
            "learn");

    /** Compiles the page's {@code blockCount} blocks into {@code folder}; its statements are {@code Statements.run()}. */
    public void compile(int blockCount, Path folder) throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(path))
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
                arguments.add(source(folder, type.group(1), block));
            } else {
                statements.append(block);
            }
        }
        arguments.add(source(
                folder,
                "Statements",
                "public class Statements { public static void run() throws Exception {\n" + statements + "}}\n"));
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages, true);
        int errors = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(new String[0]));
        assertThat(errors).as("%s: %s", path, messages).isZero();
    }

    private String source(Path folder, String type, String text) throws IOException {
        String imports = Stream.concat(
                        Stream.of("java.io", "java.nio", "java.nio.file", "java.util"),
                        stages.stream().map(stage -> "io.github.radiomics4j." + stage))
                .map(name -> "import " + name + ".*;\n")
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve(type + ".java"), imports + text).toString();
    }
}
