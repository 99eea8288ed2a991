package io.github.radiomics4j.extract;

import io.github.radiomics4j.extract.ParameterFile.Entry;
import io.github.radiomics4j.extract.ParameterFile.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A section of our own settings file, read option by option; keys that nobody reads are refused at once. */
final class SettingsSection {
    private final Section section;

    /**
     * @param known the keys that the section may have
     * @throws ParameterException if it has another
     */
    SettingsSection(Section section, List<String> known) {
        this.section = section;
        section.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                throw entry.value()
                        .problem("is no key of " + (section.path().isEmpty() ? "the file" : section.path())
                                + SettingsKeys.hint(key, known) + "; there "
                                + (known.isEmpty() ? "is none" : "are " + String.join(", ", known)));
            }
        });
    }

    boolean has(String key) {
        return section.entries().containsKey(key);
    }

    @Nullable
    Entry entry(String key) {
        return section.entries().get(key);
    }

    /** Returns the value of a key that is there. */
    ParameterValue value(String key) {
        Entry entry = section.entries().get(key);
        if (entry == null) {
            throw new IllegalStateException("no key " + key);
        }
        if (entry.section() != null) {
            throw entry.value().problem("must be a value, found a section");
        }
        return entry.value();
    }

    /**
     * Returns {@code options} as a key changes them, or as they are where the key is not there.
     *
     * @throws ParameterException if the value is of the wrong type, or the options refuse it
     */
    <T> T with(String key, T options, BiFunction<T, ParameterValue, ? extends T> change) {
        return has(key) ? changed(value(key), options, change) : options;
    }

    /** Returns {@code options} as {@code change} makes them; what they refuse is said with the place of {@code value}. */
    static <T> T changed(ParameterValue value, T options, BiFunction<T, ParameterValue, ? extends T> change) {
        try {
            return change.apply(options, value);
        } catch (ParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw value.problem("cannot be: " + e.getMessage());
        }
    }

    boolean isTrue(String key, boolean absent) {
        return has(key) ? value(key).asBoolean() : absent;
    }

    static int whole(ParameterValue value) {
        return value.asInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static long wholeLong(ParameterValue value) {
        if (value.value() instanceof Long number) {
            return number;
        }
        throw value.problem("must be a whole number, found " + value.found());
    }

    /** A number that is written as one: text is refused. */
    static double number(ParameterValue value) {
        if (value.value() instanceof Long || value.value() instanceof Double) {
            return value.asDouble();
        }
        throw value.problem("must be a number, found " + value.found());
    }

    /** The constant whose name a file writes in lower case. */
    static <E extends Enum<E>> E choice(ParameterValue value, Class<E> type) {
        List<String> names = List.of(type.getEnumConstants()).stream()
                .map(SettingsSection::text)
                .toList();
        int at = names.indexOf(value.asText());
        if (at < 0) {
            throw value.problem("must be one of " + String.join(", ", names) + ", found " + value.found());
        }
        return type.getEnumConstants()[at];
    }

    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a key leads to as a section; nothing, or an empty list, is a section without keys. */
    static Section sectionOf(Entry entry) {
        Section section = entry.section();
        ParameterValue value = entry.value();
        if (section != null) {
            return section;
        }
        if (value.isNull() || (value.value() instanceof List<?> list && list.isEmpty())) {
            return new Section(value.source(), value.line(), value.key(), Map.of());
        }
        throw value.problem("must be a section, found " + value.found());
    }
}
