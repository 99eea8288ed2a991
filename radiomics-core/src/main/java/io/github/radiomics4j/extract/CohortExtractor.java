package io.github.radiomics4j.extract;

import io.github.radiomics4j.extract.CohortRun.CaseOutcome;
import io.github.radiomics4j.extract.RadiomicsExtractor.Outcome;
import io.github.radiomics4j.extract.RadiomicsExtractor.Target;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Features of many cases, with bounded memory: a few cases are in flight at once, each row is handed on as soon as its
 * case and all before it are done, and a case that fails is recorded with its reason while the others go on. The rows, to
 * the last bit, do not depend on the number of threads or of cases in flight. Immutable and safe for use by many threads;
 * two cohorts with different settings may run at once.
 *
 * <p>All rows have the columns that the settings promise ({@link ExtractionSettings#featureNames()}): where a case lacks
 * an image, as of a LoG that is too wide for it, its values are NaN with that reason.
 *
 * @param extractor computes each case
 * @param casesInFlight how many cases are open at once, at least 1: memory grows with it
 * @param columns texts of each case that are written beside its features, see {@link LesionCase#withColumn}
 * @param diagnosticColumns whether PyRadiomics' diagnostics are written too; a {@link
 *     io.github.radiomics4j.table.FeatureTable} holds numbers only, so that it reads the file only without
 * @param blankNan whether NaN is written as an empty cell and not as {@code nan}
 * @param inputHashes whether a resumed run opens the images and masks of finished cases again and refuses changed ones;
 *     it costs the time of reading and hashing them
 * @param dimensions of the images of a table, 3 or 2: its columns are those of such images, and a case of others fails
 */
public record CohortExtractor(
        RadiomicsExtractor extractor,
        int casesInFlight,
        List<String> columns,
        boolean diagnosticColumns,
        boolean blankNan,
        boolean inputHashes,
        int dimensions) {
    private static final Logger LOG = LoggerFactory.getLogger(CohortExtractor.class);

    /** Checks the values and copies the list. */
    public CohortExtractor {
        Objects.requireNonNull(extractor, "extractor");
        columns = List.copyOf(columns);
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException("images must have 2 or 3 dimensions, found " + dimensions);
        }
        if (casesInFlight < 1) {
            throw new IllegalArgumentException("casesInFlight must be at least 1, found " + casesInFlight);
        }
        if (new HashSet<>(columns).size() < columns.size() || columns.contains(CohortRow.CASE)) {
            throw new IllegalArgumentException(
                    "columns must differ, also from '" + CohortRow.CASE + "', found " + columns);
        }
    }

    /** Makes a cohort extractor of volumes. */
    public CohortExtractor(
            RadiomicsExtractor extractor,
            int casesInFlight,
            List<String> columns,
            boolean diagnosticColumns,
            boolean blankNan,
            boolean inputHashes) {
        this(extractor, casesInFlight, columns, diagnosticColumns, blankNan, inputHashes, 3);
    }

    /** Returns a cohort extractor of volumes, with one case in flight, no columns but the features, and hashes of the inputs. */
    public static CohortExtractor of(RadiomicsExtractor extractor) {
        return new CohortExtractor(extractor, 1, List.of(), false, false, true, 3);
    }

    /** Returns a copy with another number of cases in flight. */
    public CohortExtractor withCasesInFlight(int cases) {
        return new CohortExtractor(extractor, cases, columns, diagnosticColumns, blankNan, inputHashes, dimensions);
    }

    /** Returns a copy that writes these columns of each case after its id. */
    public CohortExtractor withColumns(List<String> columns) {
        return new CohortExtractor(
                extractor, casesInFlight, columns, diagnosticColumns, blankNan, inputHashes, dimensions);
    }

    /** Returns a copy that writes, or leaves out, the diagnostics. */
    public CohortExtractor withDiagnosticColumns(boolean diagnosticColumns) {
        return new CohortExtractor(
                extractor, casesInFlight, columns, diagnosticColumns, blankNan, inputHashes, dimensions);
    }

    /** Returns a copy that writes NaN as an empty cell, or as {@code nan}. */
    public CohortExtractor withBlankNan(boolean blankNan) {
        return new CohortExtractor(
                extractor, casesInFlight, columns, diagnosticColumns, blankNan, inputHashes, dimensions);
    }

    /** Returns a copy that checks, or trusts, the images and masks of cases that are finished already. */
    public CohortExtractor withInputHashes(boolean inputHashes) {
        return new CohortExtractor(
                extractor, casesInFlight, columns, diagnosticColumns, blankNan, inputHashes, dimensions);
    }

    /** Returns a copy whose tables are those of images of so many dimensions, 2 or 3. */
    public CohortExtractor withDimensions(int dimensions) {
        return new CohortExtractor(
                extractor, casesInFlight, columns, diagnosticColumns, blankNan, inputHashes, dimensions);
    }

    /**
     * Extracts a cohort into files: {@code features.csv} with a row per case that has features; beside it {@code
     * features.nan-reasons.csv}, as {@link io.github.radiomics4j.table.FeatureTable} has it, {@code
     * features.csv.failures.csv} ({@code case,reason,message}), each only if there is something to say, and {@code
     * features.csv.run}, which says what is finished.
     *
     * <p>Where an earlier call with the same settings was killed, cancelled or stopped by a full disk, this one goes on
     * after the cases that it had finished, failed ones included; a half-written row is written anew. In the end the files
     * are, byte for byte, those of a call that nobody has disturbed. Finished cases must come first and in the same order;
     * more may follow.
     *
     * @param cases in the order of the rows; a collection is looked through for duplicate ids before anything is computed
     * @param csv where the rows go; its folder must exist
     * @param run threads, cancellation and listener. A pool of at least {@code casesInFlight − 1} threads keeps all cases
     *     in flight; on fewer, fewer are. Progress counts cases; the total is that of a collection, otherwise the cases
     *     that were begun
     * @return how it ended
     * @throws ResumeException if files of an earlier call lie there which this one cannot go on with: other settings,
     *     images, masks or cases
     * @throws IOException if a file cannot be written; what is finished stays, and the same call goes on after it
     * @throws IllegalArgumentException if two cases have one id, or a case has other columns than {@link #columns()}
     * @throws CancellationException if cancelled or interrupted; what is finished stays
     */
    public CohortSummary extract(Iterable<LesionCase> cases, Path csv, Execution run) throws IOException {
        return extract(cases, csv, run, CohortFiles.Opener.OF_FILES);
    }

    /** As {@link #extract(Iterable, Path, Execution)}, through channels that a test provides. */
    CohortSummary extract(Iterable<LesionCase> cases, Path csv, Execution run, CohortFiles.Opener opener)
            throws IOException {
        CohortRow row =
                new CohortRow(columns, diagnosticNames(), extractor.settings().columnNames(dimensions), blankNan);
        try (CohortFiles files = CohortFiles.open(csv, opener, description(), row)) {
            Work work = new Work(true);
            CohortRun cohort = new CohortRun(
                    cases,
                    casesInFlight,
                    run,
                    (index, lesion, share) -> files.isFinished(index)
                            ? work.verify(files.finished(index), lesion)
                            : work.process(lesion, share),
                    files::append);
            LOG.info("cohort begins: {} cases in flight, {} finished before", casesInFlight, files.finishedCount());
            cohort.run();
            files.requireAllSeen(cohort.committed());
            CohortSummary summary = files.summary();
            LOG.info(
                    "cohort ends: {} rows, {} failures",
                    summary.rows(),
                    summary.failures().size());
            return summary;
        }
    }

    /**
     * Extracts a cohort and hands each result to {@code sink}, in the order of the cases, as soon as it and all before it
     * are done: for results that go elsewhere than into a file, and may be of images of two dimensions and of volumes.
     *
     * @param sink called by one thread at a time; an exception of it ends the call
     * @throws IllegalArgumentException if two cases have one id
     * @throws CancellationException if cancelled or interrupted
     */
    public CohortSummary extract(Iterable<LesionCase> cases, Consumer<? super CaseResult> sink, Execution run) {
        Work work = new Work(false);
        List<CaseFailure> failures = new ArrayList<>();
        int[] rows = new int[1];
        CohortRun cohort = new CohortRun(
                cases, casesInFlight, run, (index, lesion, share) -> work.process(lesion, share), (lesion, outcome) -> {
                    for (CaseResult result : outcome.results()) {
                        sink.accept(result);
                        result.failure().ifPresentOrElse(failures::add, () -> rows[0]++);
                    }
                });
        try {
            cohort.run();
        } catch (IOException e) {
            // Only the sink can have thrown it, as the cause of this.
            throw new UncheckedIOException(e);
        }
        return new CohortSummary(rows[0], 0, failures);
    }

    private List<String> diagnosticNames() {
        return diagnosticColumns ? Diagnostics.names(extractor.settings(), dimensions) : List.of();
    }

    /** What must be the same for a run to go on where another has stopped. */
    private String description() {
        return extractor.settings().withDiagnostics(diagnosticColumns).ofDimensions(dimensions)
                + (dimensions == 2 ? ", of 2 dimensions" : "") + ", columns " + columns + ", blankNan "
                + blankNan;
    }

    /** One case at a time; used by many threads. */
    private final class Work {
        private final RadiomicsExtractor inner =
                RadiomicsExtractor.of(extractor.settings().withDiagnostics(diagnosticColumns));
        private final List<FeatureName> ofVolumes = inner.settings().featureNames();
        private final List<FeatureName> ofPlanes = inner.settings().featureNames(2);
        private final boolean isTable;

        Work(boolean isTable) {
            this.isTable = isTable;
        }

        /** Opens, extracts, and turns what goes wrong with this case alone into a failure. */
        CaseOutcome process(LesionCase lesion, Execution execution) {
            requireColumns(lesion);
            String imageSha1 = "";
            String maskSha1 = "";
            List<CaseResult> results = new ArrayList<>();
            try {
                ImageVolume image = open("image", lesion.image(), execution);
                imageSha1 = inputHashes ? image.sha1() : "";
                if (isTable && image.grid().dimensions() != dimensions) {
                    throw new InvalidCaseException(
                            Reason.DIMENSIONS,
                            "the images of a table must have the same number of dimensions, " + dimensions + ", found "
                                    + image.grid().dimensions());
                }
                List<FeatureName> promised = image.grid().isPlane() ? ofPlanes : ofVolumes;
                Mask mask = open("mask", lesion.mask(), execution);
                maskSha1 = inputHashes ? mask.sha1() : "";
                Map<String, Target> targets = lesion.regions()
                        .targets(lesion.id(), mask, inner.settings().label());
                Iterator<Outcome> outcomes =
                        extractOrFail(image, targets, execution).iterator();
                for (String rowId : targets.keySet()) {
                    results.add(result(lesion, rowId, outcomes.next(), promised));
                }
            } catch (InvalidCaseException e) {
                results.clear();
                results.add(CaseResult.of(lesion, failure(lesion.id(), e)));
            } catch (OutOfMemoryError e) {
                // Those that the virtual machine keeps at hand take no suppressed exception.
                OutOfMemoryError named =
                        new OutOfMemoryError(e.getMessage() + ", while case " + lesion.id() + " was extracted");
                named.initCause(e);
                throw named;
            } catch (Error e) {
                e.addSuppressed(new IllegalStateException("while case " + lesion.id() + " was extracted"));
                throw e;
            }
            return new CaseOutcome(imageSha1, maskSha1, results);
        }

        private CaseResult result(LesionCase lesion, String rowId, Outcome outcome, List<FeatureName> promised) {
            return outcome.failure() != null
                    ? CaseResult.of(lesion, failure(rowId, outcome.failure()))
                    : CaseResult.of(
                            lesion, rowId, complete(Objects.requireNonNull(outcome.features(), rowId), promised));
        }

        /** A filter or family of a stranger may fail on one image: a night's work on the others is not lost for it. */
        private List<Outcome> extractOrFail(ImageVolume image, Map<String, Target> targets, Execution execution) {
            try {
                return inner.extractEach(image, List.copyOf(targets.values()), execution);
            } catch (InvalidCaseException | CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("a case failed with an error of the program and is recorded so", e);
                throw new InvalidCaseException(Reason.PROGRAM_ERROR, e.toString());
            }
        }

        /**
         * Opens an image or a mask.
         *
         * @throws InvalidCaseException if its source fails, with whatever exception: it is code of the caller's
         */
        private <T> T open(String what, LesionCase.Source<T> source, Execution execution) {
            execution.checkCancelled();
            try {
                return Objects.requireNonNull(source.open(), () -> "the source of the " + what + " gave none");
            } catch (InvalidCaseException | CancellationException e) {
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while the " + what + " was opened");
            } catch (Exception e) {
                // An interrupted read ends in an exception of its own kind, which says nothing about the case.
                execution.checkCancelled();
                throw new InvalidCaseException(Reason.UNREADABLE, what + " must be readable, found " + describe(e));
            }
        }

        private static String describe(Exception e) {
            String message = e.getMessage();
            return message == null ? e.getClass().getSimpleName() : e.getClass().getSimpleName() + ": " + message;
        }

        private static CaseFailure failure(String caseId, InvalidCaseException e) {
            return new CaseFailure(caseId, e.reason(), String.valueOf(e.getMessage()));
        }

        private void requireColumns(LesionCase lesion) {
            if (!lesion.columns().keySet().equals(new HashSet<>(columns))) {
                throw new IllegalArgumentException("case " + lesion.id() + " must have the columns " + columns
                        + ", found " + lesion.columns().keySet());
            }
        }

        /** Returns the vector with the columns that the settings promise. */
        private FeatureVector complete(FeatureVector features, List<FeatureName> promised) {
            if (features.names().equals(promised)) {
                return features;
            }
            FeatureVector.Builder all = FeatureVector.builder().naming(features.naming());
            String why = "not computed for this case: " + String.join("; ", features.warnings());
            int found = 0;
            for (FeatureName name : promised) {
                boolean has = features.contains(name);
                found += has ? 1 : 0;
                all.add(
                        name,
                        has ? features.value(name) : Double.NaN,
                        has ? features.nanReasons().getOrDefault(name, "") : why);
            }
            if (found < features.size()) {
                throw new IllegalStateException("imageNames() of a filter must name every image that it makes, found "
                        + features.names().stream()
                                .filter(name -> !promised.contains(name))
                                .map(FeatureName::image)
                                .distinct()
                                .toList()
                        + " besides");
            }
            features.diagnostics().forEach(all::diagnostic);
            features.warnings().forEach(all::warning);
            features.provenance().ifPresent(all::provenance);
            return all.build();
        }

        /** Checks that a case is the one that an earlier run has finished. */
        CaseOutcome verify(CohortFiles.Finished finished, LesionCase lesion) throws IOException {
            requireColumns(lesion);
            if (!lesion.id().equals(finished.caseId())) {
                throw new ResumeException("the cases must begin with those of the run that is continued: case "
                        + finished.caseId() + " was there, found " + lesion.id());
            }
            if (inputHashes) {
                verify(
                        "image",
                        finished.imageSha1(),
                        lesion.id(),
                        () -> lesion.image().open().sha1());
                verify(
                        "mask",
                        finished.maskSha1(),
                        lesion.id(),
                        () -> lesion.mask().open().sha1());
            }
            return new CaseOutcome("", "", List.of());
        }

        private void verify(String what, String before, String caseId, LesionCase.Source<String> now)
                throws ResumeException {
            if (before.isEmpty()) {
                return;
            }
            String found;
            try {
                found = now.open();
            } catch (CancellationException e) {
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while case " + caseId + " was checked");
            } catch (Exception e) {
                throw new ResumeException("the " + what + " of case " + caseId
                        + " must be that of the run that is continued, but cannot be read: " + describe(e));
            }
            if (!found.equals(before)) {
                throw new ResumeException("the " + what + " of case " + caseId
                        + " must be that of the run that is continued: SHA-1 was " + before + ", found " + found);
            }
        }
    }
}
