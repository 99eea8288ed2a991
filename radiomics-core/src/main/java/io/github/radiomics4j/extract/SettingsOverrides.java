package io.github.radiomics4j.extract;

import io.github.radiomics4j.extract.ParameterFile.Entry;
import io.github.radiomics4j.extract.ParameterFile.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Replaces keys of {@code extraction} in the tree of our own settings file. */
final class SettingsOverrides {
    private SettingsOverrides() {}

    static Section replaced(Section root, Map<String, String> overrides) {
        Section result = root;
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            result = replaced(result, override.getKey(), override.getValue());
        }
        return result;
    }

    private static Section replaced(Section root, String key, String text) {
        String source = "setting " + key + ":" + text;
        if (!SettingsKeys.OF_THE_CASE.contains(key)
                || key.equals(SettingsKeys.IMAGE_TYPE)
                || key.equals(SettingsKeys.FEATURE_CLASS)) {
            throw new ParameterException(
                    source,
                    0,
                    "",
                    key + " is no single value of " + SettingsKeys.EXTRACTION
                            + SettingsKeys.hint(key, SettingsKeys.OF_THE_CASE));
        }
        boolean isBareList = text.contains(",") && !text.strip().startsWith("[");
        Section parsed = ParameterFile.parse(
                SettingsKeys.EXTRACTION + ":\n  " + key + ": " + (isBareList ? "[" + text + "]" : text), source);
        Entry extraction = root.entries().get(SettingsKeys.EXTRACTION);
        Section before = extraction == null
                ? new Section(source, 0, SettingsKeys.EXTRACTION, Map.of())
                : SettingsSection.sectionOf(extraction);
        Section given = SettingsSection.sectionOf(
                Objects.requireNonNull(parsed.entries().get(SettingsKeys.EXTRACTION)));
        Map<String, Entry> entries = new LinkedHashMap<>(before.entries());
        if (key.equals(ParameterKey.BIN_COUNT.key())) {
            entries.remove(ParameterKey.BIN_WIDTH.key());
            entries.remove(SettingsKeys.BIN_ANCHOR);
        } else if (key.equals(ParameterKey.BIN_WIDTH.key())) {
            entries.remove(ParameterKey.BIN_COUNT.key());
        }
        entries.putAll(given.entries());
        Map<String, Entry> file = new LinkedHashMap<>(root.entries());
        file.put(
                SettingsKeys.EXTRACTION,
                new Entry(
                        new ParameterValue(source, 0, SettingsKeys.EXTRACTION, "a section"),
                        new Section(before.source(), before.line(), before.path(), entries)));
        return new Section(root.source(), root.line(), root.path(), file);
    }
}
