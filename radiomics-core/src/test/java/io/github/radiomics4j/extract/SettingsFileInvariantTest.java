package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SettingsFileInvariantTest {
    private static final String ALTERED = "0-.:{}[]#\"',&*!|>%@\t\nxeE\u0000\uD800";

    @Property
    void writtenAndReadBackSettingsAreEqual(@ForAll long seed, @ForAll @IntRange(max = 3) int channel) {
        ExtractionSettings settings = RandomSettings.of(seed);
        SettingsFile file = new SettingsFile(SettingsFile.Kind.RADIOMICS4J, settings, channel, List.of());
        SettingsFile back = SettingsFile.parse(file.text(), "settings.yaml");
        assertThat(back).isEqualTo(file);
        assertThat(back.text()).isEqualTo(file.text());
    }

    @Property
    void anAlteredCharacterGivesSettingsOrAnErrorWithItsPlace(
            @ForAll long seed, @ForAll @IntRange(max = 1 << 20) int at, @ForAll @IntRange(max = 22) int what) {
        StringBuilder text =
                new StringBuilder(SettingsFile.of(RandomSettings.of(seed)).text());
        int place = at % text.length();
        if (what < ALTERED.length()) {
            text.setCharAt(place, ALTERED.charAt(what));
        } else {
            text.deleteCharAt(place);
        }
        readsOrIsRefused(text.toString());
    }

    @Property
    void aLineThatIsMissingDoubledOrMovedGivesSettingsOrAnErrorWithItsPlace(
            @ForAll long seed,
            @ForAll @IntRange(max = 1 << 16) int one,
            @ForAll @IntRange(max = 1 << 16) int other,
            @ForAll @IntRange(max = 2) int what) {
        List<String> lines = new ArrayList<>(
                SettingsFile.of(RandomSettings.of(seed)).text().lines().toList());
        int i = one % lines.size();
        switch (what) {
            case 0 -> lines.remove(i);
            case 1 -> lines.add(i, lines.get(other % lines.size()));
            default -> Collections.swap(lines, i, other % lines.size());
        }
        readsOrIsRefused(String.join("\n", lines));
    }

    /** No other exception passes. */
    private static void readsOrIsRefused(String text) {
        try {
            assertThat(SettingsFile.parse(text, "settings.yaml").settings()).isNotNull();
        } catch (ParameterException e) {
            assertThat(e).hasMessageStartingWith("settings.yaml");
        }
    }

    @Example
    void theRandomSettingsDiffer() {
        assertThat(RandomSettings.of(1)).isEqualTo(RandomSettings.of(1)).isNotEqualTo(RandomSettings.of(2));
    }
}
