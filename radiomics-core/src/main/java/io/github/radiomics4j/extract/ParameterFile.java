package io.github.radiomics4j.extract;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The text of a parameter file as a tree that knows its lines. YAML 1.2 with the core schema, of which JSON is a part.
 *
 * <p>Values are checked by whoever asks for them; here only what no parameter file may have is refused: broken syntax,
 * duplicate keys, keys that are not text.
 */
final class ParameterFile {
    /** A parameter file is a page of text; more than this is another kind of file. */
    static final int MAXIMUM_CHARACTERS = 1 << 20;

    /** Aliases can make a short text grow without end; no parameter file has this many values. */
    private static final int MAXIMUM_VALUES = 100_000;

    private static final int MAXIMUM_DEPTH = 32;

    private static final Pattern OLDER_YAML = Pattern.compile("\\A(\\s*#.*\\R)*\\s*%YAML\\s+1\\.[01]\\b");

    private final String source;
    private int valuesLeft = MAXIMUM_VALUES;

    private ParameterFile(String source) {
        this.source = source;
    }

    /** A mapping: its entries in order, and the line it begins on. */
    record Section(String source, int line, String path, Map<String, Entry> entries) {}

    /** One key and what it leads to: a section, or a value where {@code section} is null. */
    record Entry(ParameterValue value, @Nullable Section section) {}

    /** What messages call a file. */
    static String source(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * Returns the text of a file.
     *
     * @throws ParameterException if it is not a page of text in UTF-8
     */
    static String text(Path file) throws IOException {
        if (Files.size(file) > 4L * MAXIMUM_CHARACTERS) {
            throw new ParameterException(
                    source(file), 0, "", "a parameter file is a page of text, found " + Files.size(file) + " bytes");
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new ParameterException(source(file), 0, "", "must be text in UTF-8, found other bytes");
        }
    }

    static Section parse(String text, String source) {
        return new ParameterFile(source).parse(text);
    }

    private Section parse(String text) {
        if (OLDER_YAML.matcher(text).find()) {
            // There 010 is 8, and yes is true.
            throw new ParameterException(source, 1, "", "must be YAML 1.2 or JSON, found %YAML 1.1 or 1.0");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setSchema(new CoreSchema())
                .setCodePointLimit(MAXIMUM_CHARACTERS)
                .build();
        Optional<Node> root;
        try {
            root = new Composer(settings, new ShallowParser(settings, text)).getSingleNode();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            String problem = e.getProblem() == null ? "cannot be read" : e.getProblem();
            throw new ParameterException(
                    source,
                    line,
                    "",
                    "must be YAML or JSON: " + problem + (problem.contains("\\t") ? "; indent with spaces" : ""));
        } catch (YamlEngineException e) {
            throw new ParameterException(source, 0, "", "must be YAML or JSON: " + e.getMessage());
        }
        if (root.isEmpty()) {
            throw new ParameterException(source, 0, "", "must have parameters, found an empty file");
        }
        if (!(root.get() instanceof MappingNode mapping)) {
            throw new ParameterException(
                    source, line(root.get()), "", "must be a mapping with imageType, featureClass, setting");
        }
        return section(mapping, "", 0);
    }

    private Section section(MappingNode mapping, String path, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node keyNode = tuple.getKeyNode();
            if (!(keyNode instanceof ScalarNode scalar)) {
                throw new ParameterException(source, line(keyNode), path, "keys must be text");
            }
            String key = scalar.getValue();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            if (entries.containsKey(key)) {
                throw new ParameterException(source, line(keyNode), keyPath, "the key stands here a second time");
            }
            Node valueNode = tuple.getValueNode();
            if (valueNode instanceof MappingNode nested) {
                ParameterValue value = new ParameterValue(source, line(keyNode), keyPath, "a section");
                entries.put(key, new Entry(value, section(nested, keyPath, checkedDepth(depth, nested, keyPath))));
            } else {
                entries.put(key, new Entry(value(valueNode, line(keyNode), keyPath, depth), null));
            }
        }
        return new Section(source, line(mapping), path, entries);
    }

    private int checkedDepth(int depth, Node node, String path) {
        if (depth >= MAXIMUM_DEPTH || --valuesLeft < 0) {
            throw new ParameterException(
                    source,
                    line(node),
                    path,
                    "a parameter file has at most " + MAXIMUM_DEPTH + " levels and " + MAXIMUM_VALUES
                            + " values; is an alias (*name) inside itself?");
        }
        return depth + 1;
    }

    private ParameterValue value(Node node, int line, String path, int depth) {
        int nextDepth = checkedDepth(depth, node, path);
        if (node instanceof SequenceNode sequence) {
            List<ParameterValue> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(value(item, line(item), path + "[" + items.size() + "]", nextDepth));
            }
            return new ParameterValue(source, line, path, List.copyOf(items));
        }
        if (node instanceof ScalarNode scalar) {
            return new ParameterValue(source, line, path, scalar(scalar, line, path));
        }
        throw new ParameterException(source, line, path, "must be a value or a list of values");
    }

    private @Nullable Object scalar(ScalarNode node, int line, String path) {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        try {
            if (tag.equals(Tag.INT)) {
                return text.startsWith("0x")
                        ? Long.valueOf(text.substring(2), 16)
                        : text.startsWith("0o") ? Long.valueOf(text.substring(2), 8) : Long.valueOf(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return switch (text.toLowerCase(java.util.Locale.ROOT)) {
                    case ".nan" -> Double.NaN;
                    case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
                    case "-.inf" -> Double.NEGATIVE_INFINITY;
                    default -> Double.valueOf(text);
                };
            }
        } catch (NumberFormatException e) {
            throw new ParameterException(source, line, path, "is no number that fits: " + text);
        }
        return text;
    }

    /** Ends at the first collection that lies too deep: the composer above it would overflow the stack. */
    private final class ShallowParser implements Parser {
        private final Parser parser;
        private int depth;

        ShallowParser(LoadSettings settings, String text) {
            this.parser = new ParserImpl(settings, new StreamReader(settings, text));
        }

        @Override
        public boolean checkEvent(Event.ID choice) {
            return parser.checkEvent(choice);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }

        @Override
        public Event next() {
            Event event = parser.next();
            if (event instanceof CollectionStartEvent && ++depth > MAXIMUM_DEPTH) {
                int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
                throw new ParameterException(
                        source, line, "", "a parameter file has at most " + MAXIMUM_DEPTH + " levels");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            return event;
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(0);
    }
}
