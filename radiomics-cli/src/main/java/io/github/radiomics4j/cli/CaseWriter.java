package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.CaseResult;
import io.github.radiomics4j.extract.CohortExtractor;
import io.github.radiomics4j.extract.CohortSummary;
import io.github.radiomics4j.extract.LesionCase;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureFormat;
import io.github.radiomics4j.table.FeatureVector;
import io.github.radiomics4j.table.JsonCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The forms of a batch that are not one growing table: a JSON array, a text, or a file for each case. A file appears whole
 * or not at all.
 *
 * @param diagnostics whether to write them
 * @param skipNans whether values that are NaN are left out
 */
record CaseWriter(FeatureFormat format, boolean diagnostics, boolean skipNans) {

    /** What writes to {@code out}. */
    private interface Content {
        void write(Writer out) throws IOException;
    }

    /** Writes all cases into one file; those that fail are in the summary alone. */
    CohortSummary writeAll(CohortExtractor cohort, List<LesionCase> cases, Path file, Execution run)
            throws IOException {
        List<CohortSummary> summary = new ArrayList<>();
        writeWhole(file, out -> {
            JsonCases json = format == FeatureFormat.JSON ? new JsonCases(out) : null;
            Map<String, Integer> numbers = new HashMap<>();
            cases.forEach(lesion -> numbers.put(lesion.id(), numbers.size() + 1));
            int[] next = new int[1];
            summary.add(extract(cohort, cases, run, result -> {
                next[0]++;
                if (result.features().isEmpty()) {
                    return;
                }
                FeatureVector features = shown(result.features().get());
                if (json != null) {
                    json.add(result.columns(), features, diagnostics);
                } else {
                    format.write(
                            out,
                            numbers.getOrDefault(result.caseId(), next[0]),
                            result.columns(),
                            features,
                            diagnostics);
                }
            }));
            if (json != null) {
                json.end();
            }
        });
        return summary.get(0);
    }

    /** Writes a file for each case that has none yet; a case that fails gets none, so that the next call tries again. */
    CohortSummary writeEach(CohortExtractor cohort, List<CaseList.Case> cases, Path folder, Execution run)
            throws IOException {
        Files.createDirectories(folder);
        Map<String, Integer> numbers = new HashMap<>();
        List<LesionCase> missing = new ArrayList<>();
        for (CaseList.Case one : cases) {
            if (!Files.exists(file(folder, one.number()))) {
                numbers.put(one.lesion().id(), one.number());
                missing.add(one.lesion());
            }
        }
        CohortSummary summary = extract(cohort, missing, run, result -> {
            Integer number = numbers.get(result.caseId());
            if (number == null) {
                throw new IOException("a file for each case holds one region: " + result.caseId()
                        + " is one of several, which need -o");
            }
            if (result.features().isPresent()) {
                FeatureVector features = shown(result.features().get());
                writeWhole(
                        file(folder, number),
                        out -> format.write(out, number, result.columns(), features, diagnostics));
            }
        });
        int before = cases.size() - missing.size();
        return new CohortSummary(summary.rows() + before, before, summary.failures());
    }

    private Path file(Path folder, int number) {
        return folder.resolve("features_" + number + "." + format.name().toLowerCase(Locale.ROOT));
    }

    private FeatureVector shown(FeatureVector features) {
        if (!skipNans || features.nanReasons().isEmpty()) {
            return features;
        }
        FeatureVector.Builder some = FeatureVector.builder().naming(features.naming());
        features.diagnostics().forEach(some::diagnostic);
        features.names().stream()
                .filter(name -> !Double.isNaN(features.value(name)))
                .forEach(name -> some.add(name, features.value(name), ""));
        return some.build();
    }

    /** A step that may fail as files do. */
    private interface Step {
        void accept(CaseResult result) throws IOException;
    }

    private static CohortSummary extract(CohortExtractor cohort, List<LesionCase> cases, Execution run, Step step)
            throws IOException {
        try {
            return cohort.extract(
                    cases,
                    result -> {
                        try {
                            step.accept(result);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    run);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeWhole(Path file, Content content) throws IOException {
        Path half = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".part");
        try {
            try (Writer out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
                content.write(out);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
