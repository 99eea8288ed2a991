package io.github.radiomics4j.extract;

import io.github.radiomics4j.extract.ParameterFile.Entry;
import io.github.radiomics4j.extract.ParameterFile.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Settings in a file: our own, YAML whose first key is {@code radiomics4j: 1}, or PyRadiomics', which is every other.
 *
 * <p>Ours holds whatever {@link ExtractionSettings} can, as far as filters and families are the library's own: written and
 * read back they are equal. It has PyRadiomics' keys with PyRadiomics' meaning, each in the one place where it acts, and
 * keys of ours where PyRadiomics has none; {@code docs/guide/settings.md} lists them. The reader is strict: a key that it
 * does not know, or knows for another place, a wrong type and a value out of range are refused with file, line and key.
 *
 * @param kind whose file it is
 * @param settings what the file says
 * @param labelChannel {@code label_channel}: which number of a voxel is the label, in a mask of vectors or colors; for
 *     whoever reads the mask, see {@link io.github.radiomics4j.io.VolumeReader#withChannel(int)}
 * @param remarks keys that are deprecated or without effect, a sentence for each
 */
public record SettingsFile(Kind kind, ExtractionSettings settings, int labelChannel, List<String> remarks) {

    /** Whose file it is. */
    public enum Kind {
        /** Our own. */
        RADIOMICS4J,
        /** A parameter file of PyRadiomics, read by {@link PyRadiomicsParameters}. */
        PYRADIOMICS
    }

    /** Checks the channel and copies the list. */
    public SettingsFile {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(settings, "settings");
        if (labelChannel < 0) {
            throw new IllegalArgumentException("a channel must be 0 or more, found " + labelChannel);
        }
        remarks = List.copyOf(remarks);
    }

    /** Returns a file of ours with these settings. */
    public static SettingsFile of(ExtractionSettings settings) {
        return new SettingsFile(Kind.RADIOMICS4J, settings, 0, List.of());
    }

    /**
     * Reads a file of either kind.
     *
     * @throws IOException if the file cannot be read
     * @throws ParameterException if it is not a valid settings file
     */
    public static SettingsFile read(Path file) throws IOException {
        return read(file, Map.of());
    }

    /**
     * Reads a file of either kind and replaces some of its keys, as the command line does.
     *
     * @param overrides by the name of the key, in {@code setting} of PyRadiomics' file, in {@code extraction} of ours; the
     *     value as text, lists comma-separated
     * @throws IOException if the file cannot be read
     * @throws ParameterException if the file or what replaces its keys is not valid
     */
    public static SettingsFile read(Path file, Map<String, String> overrides) throws IOException {
        return parse(ParameterFile.text(file), ParameterFile.source(file), overrides);
    }

    /**
     * Reads the text of a file of either kind.
     *
     * @param source what messages call it, such as the file's name
     * @throws ParameterException if it is not a valid settings file
     */
    public static SettingsFile parse(String text, String source) {
        return parse(text, source, Map.of());
    }

    private static SettingsFile parse(String text, String source, Map<String, String> overrides) {
        Section root = ParameterFile.parse(text, source);
        List<String> keys = List.copyOf(root.entries().keySet());
        int at = keys.indexOf(SettingsKeys.VERSION);
        if (at > 0) {
            throw Objects.requireNonNull(root.entries().get(SettingsKeys.VERSION))
                    .value()
                    .problem("must be the first key of the file, found it after " + keys.get(at - 1));
        }
        if (at == 0) {
            return SettingsReader.read(source, SettingsOverrides.replaced(root, overrides));
        }
        PyRadiomicsParameters parameters = PyRadiomicsParameters.parse(text, source);
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            parameters = parameters.with(override.getKey(), override.getValue());
        }
        SettingsFile read = parameters.toSettingsFile();
        Entry voxels = root.entries().get("voxelSetting");
        if (voxels == null) {
            return read;
        }
        List<String> remarks = new ArrayList<>(read.remarks);
        remarks.add(voxels.value()
                .problem("has no effect on the features of a region")
                .getMessage());
        return new SettingsFile(read.kind, read.settings, read.labelChannel, remarks);
    }

    /**
     * Returns PyRadiomics' parameters as this class shows them.
     *
     * @throws ParameterException if an option is not built yet, or does not fit the others
     */
    public static SettingsFile of(PyRadiomicsParameters parameters) {
        return parameters.toSettingsFile();
    }

    /**
     * Returns the text of our own file with these settings. Keys stand in a fixed order and every option that acts is
     * written, so that the text says all that is computed; numbers read back as the same bits.
     *
     * @throws IllegalArgumentException if a filter or family is not the library's own, or the text would be larger than
     *     a settings file may be
     */
    public String text() {
        String text = SettingsWriter.text(settings, labelChannel);
        SettingsFile back;
        try {
            back = parse(text, "the settings");
        } catch (ParameterException e) {
            throw new IllegalArgumentException("the settings do not fit into a file: " + e.getMessage(), e);
        }
        if (!back.settings.equals(settings) || back.labelChannel != labelChannel) {
            throw new IllegalArgumentException(
                    "the settings do not fit into a file: written and read they would be " + back.settings);
        }
        return text;
    }

    /**
     * Writes our own file with these settings.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException as {@link #text()}
     */
    public void write(Path file) throws IOException {
        Files.writeString(file, text(), StandardCharsets.UTF_8);
    }
}
