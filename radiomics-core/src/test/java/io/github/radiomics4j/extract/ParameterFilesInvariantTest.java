package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever a parameter file says: values that are finite or have a reason, or an error that says which key is wrong. */
class ParameterFilesInvariantTest {
    private static final String NOT_A_VALUE = "1e400";

    @Property(tries = 60, shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.SAMPLE_ONLY)
    void aValidFileGivesValuesOrATypedError(@ForAll long seed) {
        RandomCase random = RandomCase.of(seed);
        try {
            FeatureVector features = RadiomicsExtractor.of(
                            PyRadiomicsParameters.parse(random.parameters(), "params.yaml"))
                    .extract(random.image(), random.mask());
            for (FeatureName name : features.names()) {
                if (!Double.isFinite(features.value(name))) {
                    assertThat(features.value(name)).as(name.toString()).isNaN();
                    assertThat(features.nanReasons().get(name))
                            .as(name.toString())
                            .isNotBlank();
                }
            }
        } catch (ParameterException e) {
            assertNamesAKey(e, random.parameters());
        } catch (InvalidCaseException e) {
            assertThat(e.reason()).as(e.getMessage()).isNotEqualTo(InvalidCaseException.Reason.PROGRAM_ERROR);
        }
    }

    /** So that the property above is not one of errors. */
    @Example
    void halfOfTheFilesOrMoreGiveValues() {
        AtomicInteger values = new AtomicInteger();
        for (long seed = 0; seed < 16; seed++) {
            RandomCase random = RandomCase.of(seed);
            try {
                RadiomicsExtractor.of(PyRadiomicsParameters.parse(random.parameters(), "params.yaml"))
                        .extract(random.image(), random.mask());
                values.incrementAndGet();
            } catch (ParameterException | InvalidCaseException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
        assertThat(values.get()).isGreaterThanOrEqualTo(8);
    }

    @Property(tries = 80, shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.SAMPLE_ONLY)
    void aFileOfExtremeNumbersGivesValuesOrATypedError(@ForAll long seed) {
        Random random = new Random(seed);
        RandomCase of = RandomCase.small(random.nextLong());
        String text = of.parameters();
        for (int k = random.nextInt(3); k >= 0; k--) {
            String extreme = one(random, "2147483647", "1e300", "1.0e-300", "100000", "0.0", "-1", "681");
            int from = random.nextInt(text.length());
            text = text.substring(0, from) + text.substring(from).replaceFirst("(?<=[ \\[])[\\d.]+", extreme);
        }
        try {
            RadiomicsExtractor.of(PyRadiomicsParameters.parse(text, "params.yaml"))
                    .extract(of.image(), of.mask());
        } catch (ParameterException e) {
            assertNamesAKey(e, text);
        } catch (InvalidCaseException e) {
            assertThat(e.reason()).as(e.getMessage()).isNotEqualTo(InvalidCaseException.Reason.PROGRAM_ERROR);
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(e + " of\n" + text, e);
        }
    }

    @Property(tries = 800, shrinking = ShrinkingMode.OFF)
    void aDamagedFileIsReadOrRefusedByName(@ForAll long seed) {
        Random random = new Random(seed);
        String text = RandomParameters.valid(random.nextLong());
        for (int k = random.nextInt(3); k >= 0; k--) {
            text = damaged(text, random);
        }
        try {
            RadiomicsExtractor.of(PyRadiomicsParameters.parse(text, "params.yaml"));
        } catch (ParameterException e) {
            assertThat(e).hasMessageStartingWith("params.yaml");
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void bytesThatAreNoTextAreReadOrRefused(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = RandomParameters.valid(random.nextLong()).getBytes(StandardCharsets.UTF_8);
        for (int k = random.nextInt(20); k >= 0; k--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        Path file = Files.createTempFile("params", ".yaml");
        try {
            Files.write(file, bytes);
            RadiomicsExtractor.of(PyRadiomicsParameters.read(file));
        } catch (ParameterException e) {
            assertThat(e).hasMessageStartingWith(file.getFileName().toString());
        } finally {
            Files.delete(file);
        }
    }

    /** Each key with each value that does not fit it, as a value of the section setting and of an image type. */
    @Example
    void aValueOfTheWrongTypeIsRefusedByItsKey() {
        int refused = 0;
        for (ParameterKey key : ParameterKey.values()) {
            String section = ParameterKey.OF_VOXEL_MAPS.contains(key) ? "voxelSetting" : "setting";
            for (String value : List.of("{a: 1}", "[[1]]", "[]", "-1e300", NOT_A_VALUE, "'no such thing'", "~")) {
                String text = section + ": {" + key.key() + ": " + value + "}";
                try {
                    RadiomicsExtractor.of(PyRadiomicsParameters.parse(text, "params.yaml"));
                } catch (ParameterException e) {
                    assertThat(e.key()).as(text).startsWith(section + "." + key.key());
                    assertThat(e.line()).as(text).hasValue(1);
                    refused++;
                }
            }
        }
        int all = ParameterKey.values().length * 7;
        assertThat(refused).isGreaterThan(all * 9 / 10).isLessThan(all);
    }

    private static void assertNamesAKey(ParameterException e, String parameters) {
        if (e.key().isEmpty()) {
            fail(e.getMessage() + " in\n" + parameters, e);
        }
        String key = e.key().substring(e.key().lastIndexOf('.') + 1).replaceAll("\\[\\d+]$", "");
        assertThat(parameters).contains(key);
    }

    private static String damaged(String text, Random random) {
        List<String> lines = text.lines().toList();
        String line = lines.get(random.nextInt(lines.size()));
        int at = random.nextInt(text.length());
        return switch (random.nextInt(9)) {
            case 0 -> text.substring(0, at) + ": ";
            case 1 -> text.replaceFirst("\\n  ", "\n\t");
            case 2 -> text + line + "\n";
            case 3 -> text.replaceAll("\\d+", one(random, "-3", "1e308", "99999999999999999999", "0", NOT_A_VALUE));
            case 4 -> text.replaceFirst("\\d+", one(random, "yes", "[1, 2]", "{}", "~", ".nan", "-.inf", "0x1F"));
            case 5 -> text.replace("true", one(random, "1", "on", "[true]", "'true'"));
            case 6 ->
                text.substring(0, at)
                        + one(random, "\u0000", "&a *a", "\uffff", "- ", "{{", "%", "'")
                        + text.substring(at);
            case 7 -> text.replaceFirst("sitk\\w+", one(random, "sitkNothing", "11", "2.5", "[3]"));
            default -> text.replaceFirst("(\\w)(\\w+):", one(random, "$2:", "$1$1$2:", "? [$1] :", "<<:"));
        };
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
