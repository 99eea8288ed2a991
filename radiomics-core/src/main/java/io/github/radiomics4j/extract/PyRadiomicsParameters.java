package io.github.radiomics4j.extract;

import io.github.radiomics4j.extract.ParameterFile.Entry;
import io.github.radiomics4j.extract.ParameterFile.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A PyRadiomics parameter file (YAML or JSON), read unchanged and strictly: sections {@code imageType}, {@code
 * featureClass}, {@code setting} and {@code voxelSetting}, with PyRadiomics' names and defaults. Immutable.
 *
 * <p>Unknown keys, wrong types, values out of range and duplicate keys are refused with file, line and key; so is an
 * option that is not built yet. {@code voxelSetting} is checked and has no effect on the features of a region.
 *
 * <p>Where PyRadiomics accepts text for a number it fails later; here the text is read as the number.
 *
 * <p>A file whose first key is {@code radiomics4j} is one of ours, for {@link SettingsFile}, and refused here.
 */
public final class PyRadiomicsParameters {
    private final String source;
    private final Map<String, Map<ParameterKey, ParameterValue>> imageTypes;
    private final Map<String, List<ParameterValue>> featureClasses;
    private final Map<ParameterKey, ParameterValue> settings;

    private PyRadiomicsParameters(
            String source,
            Map<String, Map<ParameterKey, ParameterValue>> imageTypes,
            Map<String, List<ParameterValue>> featureClasses,
            Map<ParameterKey, ParameterValue> settings) {
        this.source = source;
        this.imageTypes = imageTypes;
        this.featureClasses = featureClasses;
        this.settings = settings;
    }

    /** Returns PyRadiomics' defaults: the original image, every family, bins of width 25. */
    public static PyRadiomicsParameters withDefaults() {
        return new PyRadiomicsParameters(
                "PyRadiomics' defaults", Map.of(), Map.of(), new EnumMap<>(ParameterKey.class));
    }

    /**
     * Reads a parameter file.
     *
     * @throws IOException if the file cannot be read
     * @throws ParameterException if it is not a valid parameter file
     */
    public static PyRadiomicsParameters read(Path file) throws IOException {
        return parse(ParameterFile.text(file), ParameterFile.source(file));
    }

    /**
     * Reads the text of a parameter file.
     *
     * @param source what messages call it, such as the file's name
     * @throws ParameterException if it is not a valid parameter file
     */
    public static PyRadiomicsParameters parse(String text, String source) {
        return new Reader(source).read(ParameterFile.parse(text, source));
    }

    /**
     * Returns a copy with one key of the section {@code setting} replaced, as the command line does.
     *
     * @param key such as {@code "binWidth"}
     * @param text the value; lists are comma-separated, booleans {@code true}, {@code false}, {@code 1} or {@code 0}
     * @throws ParameterException if the key is unknown or the value does not fit
     */
    public PyRadiomicsParameters with(String key, String text) {
        String given = "setting " + key + ":" + text;
        ParameterKey known = Reader.setting(new ParameterValue(given, 0, "", text), key, false);
        ParameterValue value = OverrideText.parse(given, known, text);
        known.check(value);
        Map<ParameterKey, ParameterValue> changed = new EnumMap<>(ParameterKey.class);
        changed.putAll(settings);
        changed.put(known, value);
        return new PyRadiomicsParameters(source, imageTypes, featureClasses, changed);
    }

    /**
     * Returns {@code label_channel}, 0 where the file does not name it: which number of a voxel is the label, in a mask of
     * vectors or colors. It is for whoever reads the mask, {@link
     * io.github.radiomics4j.io.VolumeReader#withChannel(int)}; an extractor is given masks that have one.
     */
    public int labelChannel() {
        ParameterValue channel = settings.get(ParameterKey.LABEL_CHANNEL);
        return channel == null ? 0 : channel.asInt(0, Integer.MAX_VALUE);
    }

    /**
     * Returns the settings; {@link #labelChannel()} is no part of them.
     *
     * @throws ParameterException if an option is not built yet, or does not fit the others
     */
    public ExtractionSettings toSettings() {
        return new ParameterSettings(source, imageTypes, featureClasses, settings).toSettings();
    }

    /** Returns the settings, the channel, and a sentence for each key or feature that is deprecated or has no effect. */
    SettingsFile toSettingsFile() {
        ParameterSettings resolved = new ParameterSettings(source, imageTypes, featureClasses, settings);
        ExtractionSettings made = resolved.toSettings();
        List<String> remarks = new ArrayList<>(resolved.remarks());
        WITHOUT_EFFECT.forEach((key, needed) -> {
            ParameterValue value = settings.get(key);
            if (value != null && needed.stream().noneMatch(this::isOn)) {
                remarks.add(value.problem("has no effect without "
                                + String.join(
                                        " or ",
                                        needed.stream().map(ParameterKey::key).toList()))
                        .getMessage());
            }
        });
        return new SettingsFile(SettingsFile.Kind.PYRADIOMICS, made, labelChannel(), remarks);
    }

    private boolean isOn(ParameterKey key) {
        ParameterValue value = settings.get(key);
        return value != null && !value.isNull() && !Boolean.FALSE.equals(value.value());
    }

    /** Keys of the section setting, and those of which one must be there for them. */
    private static final Map<ParameterKey, List<ParameterKey>> WITHOUT_EFFECT = withoutEffect();

    private static Map<ParameterKey, List<ParameterKey>> withoutEffect() {
        Map<ParameterKey, List<ParameterKey>> needed = new EnumMap<>(ParameterKey.class);
        needed.put(ParameterKey.NORMALIZE_SCALE, List.of(ParameterKey.NORMALIZE));
        needed.put(ParameterKey.REMOVE_OUTLIERS, List.of(ParameterKey.NORMALIZE));
        needed.put(ParameterKey.INTERPOLATOR, List.of(ParameterKey.RESAMPLED_PIXEL_SPACING));
        needed.put(ParameterKey.PAD_DISTANCE, List.of(ParameterKey.RESAMPLED_PIXEL_SPACING, ParameterKey.PRE_CROP));
        needed.put(ParameterKey.RESEGMENT_MODE, List.of(ParameterKey.RESEGMENT_RANGE));
        needed.put(ParameterKey.RESEGMENT_SHAPE, List.of(ParameterKey.RESEGMENT_RANGE));
        return needed;
    }

    /** Turns the tree of a file into checked keys. */
    private static final class Reader {
        private static final List<String> SECTIONS = List.of("imageType", "featureClass", "setting", "voxelSetting");

        private static final Map<String, String> RENAMED = Map.of(
                "inputImage", "imageType (its name since PyRadiomics 2.0)",
                "settings", "setting",
                "featureClasses", "featureClass",
                "imageTypes", "imageType",
                "enableCExtensions", "nothing: the key is gone since PyRadiomics 2.0; remove it",
                "verbose", "nothing: the key is gone; remove it");

        private final String source;

        Reader(String source) {
            this.source = source;
        }

        PyRadiomicsParameters read(Section root) {
            Map<String, Map<ParameterKey, ParameterValue>> imageTypes = Map.of();
            Map<String, List<ParameterValue>> featureClasses = Map.of();
            Map<ParameterKey, ParameterValue> settings = new EnumMap<>(ParameterKey.class);
            for (Map.Entry<String, Entry> top : root.entries().entrySet()) {
                Entry entry = top.getValue();
                switch (top.getKey()) {
                    case "imageType" -> imageTypes = imageTypes(entry);
                    case "featureClass" -> featureClasses = featureClasses(entry);
                    case "setting" -> settings = settings(entry, false);
                    case "voxelSetting" -> settings(entry, true);
                    case SettingsKeys.VERSION ->
                        throw entry.value()
                                .problem("begins a settings file of Radiomics4J, not a parameter file of PyRadiomics; "
                                        + "SettingsFile.read reads both");
                    default -> throw unknown(entry.value(), "section", top.getKey(), SECTIONS);
                }
            }
            return new PyRadiomicsParameters(source, imageTypes, featureClasses, settings);
        }

        private Map<String, Map<ParameterKey, ParameterValue>> imageTypes(Entry entry) {
            Map<String, Map<ParameterKey, ParameterValue>> types = new LinkedHashMap<>();
            for (Map.Entry<String, Entry> type : sectionOf(entry).entries().entrySet()) {
                String name = type.getKey();
                ParameterValue at = type.getValue().value();
                if (!ParameterSettings.IMAGE_TYPES.contains(name)) {
                    throw unknown(at, "image type", name, ParameterSettings.IMAGE_TYPES);
                }
                if (at.isNull()) {
                    throw at.problem("must be a section; write {} for no options of its own");
                }
                Map<ParameterKey, ParameterValue> overrides = settings(type.getValue(), false);
                for (Map.Entry<ParameterKey, ParameterValue> override : overrides.entrySet()) {
                    if (ParameterKey.OF_THE_CASE.contains(override.getKey())) {
                        throw override.getValue()
                                .problem("acts before any filter, so that it must stand in the section setting");
                    }
                }
                types.put(name, overrides);
            }
            return types;
        }

        private Map<String, List<ParameterValue>> featureClasses(Entry entry) {
            Map<String, List<ParameterValue>> classes = new LinkedHashMap<>();
            for (Map.Entry<String, Entry> featureClass :
                    sectionOf(entry).entries().entrySet()) {
                String name = featureClass.getKey();
                ParameterValue at = featureClass.getValue().value();
                if (!ParameterSettings.FEATURE_CLASSES.contains(name)) {
                    throw unknown(at, "feature class", name, ParameterSettings.FEATURE_CLASSES);
                }
                List<ParameterValue> features = at.isNull() ? List.of() : at.asList();
                features.forEach(ParameterValue::asText);
                classes.put(name, features);
            }
            return classes;
        }

        private Map<ParameterKey, ParameterValue> settings(Entry entry, boolean ofVoxelMaps) {
            Map<ParameterKey, ParameterValue> settings = new EnumMap<>(ParameterKey.class);
            for (Map.Entry<String, Entry> setting : sectionOf(entry).entries().entrySet()) {
                ParameterValue value = setting.getValue().value();
                ParameterKey key = setting(value, setting.getKey(), ofVoxelMaps);
                if (setting.getValue().section() != null) {
                    throw value.problem("must be a value, found a section");
                }
                key.check(value);
                settings.put(key, value);
            }
            return settings;
        }

        static ParameterKey setting(ParameterValue at, String key, boolean ofVoxelMaps) {
            ParameterKey known = ParameterKey.named(key)
                    .orElseThrow(() -> unknown(at, "setting", key, ParameterKey.keys(ofVoxelMaps)));
            if (ParameterKey.OF_VOXEL_MAPS.contains(known) != ofVoxelMaps) {
                throw at.problem((at.key().isEmpty() ? key + " " : "") + "must stand in the section "
                        + (ofVoxelMaps ? "setting" : "voxelSetting"));
            }
            return known;
        }

        private static Section sectionOf(Entry entry) {
            Section section = entry.section();
            if (section != null) {
                return section;
            }
            ParameterValue value = entry.value();
            if (value.isNull() || (value.value() instanceof List<?> list && list.isEmpty())) {
                return new Section(value.source(), value.line(), value.key(), Map.of());
            }
            throw value.problem("must be a section, found " + value.found());
        }

        private static ParameterException unknown(ParameterValue at, String kind, String name, List<String> known) {
            String renamed = RENAMED.get(name);
            String hint = renamed != null
                    ? "is now " + renamed
                    : "is no " + kind + SettingsKeys.nearest(name, known) + "; there are " + String.join(", ", known);
            return at.problem((at.key().isEmpty() ? name + " " : "") + hint);
        }
    }

    /** Reads a value given as text, by what its key expects. */
    private static final class OverrideText {
        static ParameterValue parse(String source, ParameterKey key, String text) {
            String path = "setting." + key.key();
            return switch (key) {
                case RESAMPLED_PIXEL_SPACING, DISTANCES, RESEGMENT_RANGE, SIGMA ->
                    isNone(text)
                            ? new ParameterValue(source, 0, path, null)
                            : new ParameterValue(source, 0, path, items(source, path, text));
                case CORRECT_MASK,
                        ADDITIONAL_INFO,
                        NORMALIZE,
                        FORCE_2D,
                        RESEGMENT_SHAPE,
                        PRE_CROP,
                        GRADIENT_USE_SPACING,
                        SYMMETRICAL_GLCM -> new ParameterValue(source, 0, path, truth(text));
                case WAVELET, RESEGMENT_MODE, LBP_2D_METHOD -> new ParameterValue(source, 0, path, text.strip());
                default -> new ParameterValue(source, 0, path, scalar(text));
            };
        }

        private static List<ParameterValue> items(String source, String path, String text) {
            List<ParameterValue> items = new ArrayList<>();
            String inner = text.strip();
            if (inner.startsWith("[") && inner.endsWith("]")) {
                inner = inner.substring(1, inner.length() - 1);
            }
            Arrays.stream(inner.split(",", -1))
                    .forEach(item ->
                            items.add(new ParameterValue(source, 0, path + "[" + items.size() + "]", scalar(item))));
            return List.copyOf(items);
        }

        private static boolean isNone(String text) {
            return text.isBlank() || text.strip().equals("None");
        }

        private static Object truth(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "1" -> true;
                case "false", "0" -> false;
                default -> text;
            };
        }

        private static @Nullable Object scalar(String text) {
            String stripped = text.strip();
            if (isNone(stripped)) {
                return null;
            }
            if (stripped.matches("[-+]?\\d{1,18}")) {
                return Long.valueOf(stripped);
            }
            try {
                return Double.valueOf(stripped);
            } catch (NumberFormatException e) {
                return Objects.requireNonNull(stripped);
            }
        }
    }
}
