package io.github.radiomics4j.models.fitted;

import io.github.radiomics4j.table.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The file of a model. All numbers are big-endian.
 *
 * <pre>
 * 8 bytes   R4JMODEL
 * int       version of this layout, 1
 * int       length of the header
 * ...       header: JSON in UTF-8
 * int       length of the payload
 * ...       payload: the kind's own
 * 32 bytes  SHA-256 of everything before
 * </pre>
 */
final class ModelFile {
    private static final byte[] MAGIC = "R4JMODEL".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int CHECKSUM = 32;

    private ModelFile() {}

    static void write(Path path, ModelInfo info, byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            byte[] header = header(info).getBytes(StandardCharsets.UTF_8);
            out.write(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(header.length);
            out.write(header);
            out.writeInt(payload.length);
            out.write(payload);
            out.write(sha256(bytes.toByteArray()));
        }
        Path parent = path.toAbsolutePath().getParent();
        Path part = Files.createTempFile(parent, ".model", ".part");
        try {
            Files.write(part, bytes.toByteArray());
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String header(ModelInfo info) throws IOException {
        StringBuilder text = new StringBuilder();
        JsonWriter json = new JsonWriter(text).beginObject();
        json.name("kind").value(info.kind());
        json.name("library").value(info.library());
        json.name("settings").value(info.settings());
        json.name("seed").value(Long.toString(info.seed()));
        texts(json.name("columns"), info.columns());
        json.name("positive").value(info.positiveClass());
        json.name("negative").value(info.negativeClass());
        texts(json.name("cases"), info.caseIds());
        json.name("positives").value(info.positiveCount());
        json.endObject();
        return text.toString();
    }

    private static void texts(JsonWriter json, List<String> texts) throws IOException {
        json.beginArray();
        for (String text : texts) {
            json.value(text);
        }
        json.endArray();
    }

    static TableModel read(Path path) throws IOException {
        String where = path.toString();
        byte[] bytes = Files.readAllBytes(path);
        if (bytes.length < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ModelFormatException(where, "a model must begin with R4JMODEL, found something else");
        }
        int end = bytes.length - CHECKSUM;
        int start = MAGIC.length + 2 * Integer.BYTES;
        if (end < start + Integer.BYTES) {
            throw new ModelFormatException(where, "a model must not end after " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, MAGIC.length, end - MAGIC.length);
        int version = in.getInt();
        if (version != VERSION) {
            throw new ModelFormatException(where, "the layout must be of version " + VERSION + ", found " + version);
        }
        if (!Arrays.equals(sha256(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new ModelFormatException(where, "the checksum must be that of the content: the file is damaged");
        }
        byte[] header = block(where, in);
        byte[] payload = block(where, in);
        if (in.hasRemaining()) {
            throw new ModelFormatException(
                    where, "a model must end after its payload, found " + in.remaining() + " bytes");
        }
        ModelInfo info = info(where, new String(header, StandardCharsets.UTF_8));
        return new TableModel(info, format(where, info.kind()).read(info, payload));
    }

    private static byte[] block(String where, ByteBuffer in) throws ModelFormatException {
        int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new ModelFormatException(where, "a part must lie within the file, found a length of " + length);
        }
        byte[] block = new byte[length];
        in.get(block);
        return block;
    }

    private static ModelInfo info(String where, String header) throws ModelFormatException {
        try {
            Object loaded = new Load(LoadSettings.builder()
                            .setCodePointLimit(Integer.MAX_VALUE)
                            .build())
                    .loadFromString(header);
            Map<?, ?> map = (Map<?, ?>) loaded;
            return new ModelInfo(
                    text(map, "kind"),
                    text(map, "library"),
                    text(map, "settings"),
                    Long.parseLong(text(map, "seed")),
                    texts(map, "columns"),
                    text(map, "positive"),
                    text(map, "negative"),
                    texts(map, "cases"),
                    Integer.parseInt(text(map, "positives")));
        } catch (YamlEngineException | ClassCastException | IllegalArgumentException | NullPointerException e) {
            throw new ModelFormatException(where, "the header must be that of a model: " + e.getMessage(), e);
        }
    }

    private static String text(Map<?, ?> map, String key) {
        @Nullable Object value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + key);
        }
        return value.toString();
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        @Nullable Object value = map.get(key);
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("there is no list " + key);
        }
        return list.stream().map(String.class::cast).toList();
    }

    private static ScorerFormat format(String where, String kind) throws ModelFormatException {
        for (ScorerFormat format : ServiceLoader.load(ScorerFormat.class, ScorerFormat.class.getClassLoader())) {
            if (format.kind().equals(kind)) {
                return format;
            }
        }
        throw new ModelFormatException(where, "no service reads models of kind " + kind);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
