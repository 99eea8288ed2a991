package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.reference.IbsiPhantom;
import io.github.radiomics4j.reference.IbsiSheet;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.DiagnosticValue;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Every reference value of the IBSI manual, chapter 1, from the presets: rounded to three significant digits, each lies
 * within its tolerance. The digital phantom runs everywhere, the CT phantom with the reference data.
 */
class IbsiComplianceOracleTest {
    /** How many values each configuration has: 1804. */
    private static final Map<IbsiConfiguration, Integer> VALUES = new EnumMap<>(Map.of(
            IbsiConfiguration.DIGITAL_PHANTOM, 482,
            IbsiConfiguration.A, 346,
            IbsiConfiguration.B, 346,
            IbsiConfiguration.C, 210,
            IbsiConfiguration.D, 210,
            IbsiConfiguration.E, 210));

    private static final IbsiReport REPORT = new IbsiReport();

    @ParameterizedTest
    @EnumSource
    void everyReferenceValueIsReproduced(IbsiConfiguration configuration) throws IOException {
        FeatureVector features = extract(configuration, Execution.sequential());
        Map<String, Double> found = new HashMap<>();
        for (int i = 0; i < features.size(); i++) {
            found.put(features.columnNames().get(i), features.toArray()[i]);
        }
        List<String> failures = new ArrayList<>();
        List<IbsiSheet.Row> rows = IbsiSheet.features(name(configuration));
        for (IbsiSheet.Row row : rows) {
            Double value = found.get(row.tag());
            boolean agrees = value != null && row.agreesWith(value);
            REPORT.add(configuration, row.family(), agrees);
            if (!agrees) {
                failures.add(row + ", found " + value);
            }
        }
        assertThat(failures).isEmpty();
        assertThat(rows).hasSize(Objects.requireNonNull(VALUES.get(configuration)));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DIGITAL_PHANTOM")
    void everyDiagnosticIsReproduced(IbsiConfiguration configuration) throws IOException {
        Map<String, DiagnosticValue> found =
                extract(configuration, Execution.sequential()).diagnostics();
        List<String> failures = new ArrayList<>();
        List<IbsiSheet.Row> rows = IbsiSheet.diagnostics(name(configuration));
        for (IbsiSheet.Row row : rows) {
            DiagnosticValue value = found.get("diagnostics_" + row.tag());
            boolean agrees = value != null && row.agreesWith(Double.parseDouble(value.text()));
            REPORT.add(configuration, "diagnostics", agrees);
            if (!agrees) {
                failures.add(row + ", found " + value);
            }
        }
        assertThat(failures).isEmpty();
        assertThat(rows).hasSize(60);
        assertThat(found.keySet()).containsExactlyElementsOf(Diagnostics.names(configuration.settings(), 3));
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsChangesNoBit(IbsiConfiguration configuration) throws IOException {
        FeatureVector one = extract(configuration, Execution.sequential());
        for (int threads : new int[] {2, 8}) {
            ExecutorService pool = Executors.newFixedThreadPool(threads - 1);
            try {
                assertThat(extract(configuration, Execution.on(pool).withMaximumThreads(threads)))
                        .isEqualTo(one);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @AfterAll
    static void writeTheReport() throws IOException {
        if (REPORT.size() == 1804 + 300) {
            REPORT.write(Path.of("..", "docs", "ibsi.md"));
        }
    }

    private static FeatureVector extract(IbsiConfiguration configuration, Execution execution) throws IOException {
        IbsiPhantom phantom = configuration == IbsiConfiguration.DIGITAL_PHANTOM ? IbsiPhantom.DIGITAL : IbsiPhantom.CT;
        return RadiomicsExtractor.of(configuration.settings()).extract(phantom.image(), phantom.mask(), execution);
    }

    /** Returns the name in the sheet. */
    private static String name(IbsiConfiguration configuration) {
        String name = configuration.name().toLowerCase(Locale.ROOT);
        return configuration == IbsiConfiguration.DIGITAL_PHANTOM ? name : "config_" + name;
    }
}
