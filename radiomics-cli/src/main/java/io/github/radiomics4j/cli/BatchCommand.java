package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.CaseFailure;
import io.github.radiomics4j.extract.CohortExtractor;
import io.github.radiomics4j.extract.CohortSummary;
import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.LesionCase;
import io.github.radiomics4j.extract.RadiomicsExtractor;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Features of a list of cases. */
@Command(
        name = "batch",
        description = {
            "Compute the features of a list of cases.",
            "",
            "CASES.csv has the columns Image and Mask, with paths relative to it, and, if wanted, Label (blank, a number,"
                    + " a sum such as 1+2, any, each, components) and Label_channel, for masks of vectors or colors. All columns are copied"
                    + " into the output."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BatchCommand implements Callable<Integer> {
    /** More failures than this are in the file only. */
    private static final int SHOWN_FAILURES = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CASES.csv", description = "The list of cases.")
    @SuppressWarnings("NullAway.Init")
    private Path list;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SettingsOptions settings;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            defaultValue = "1",
            description = "Cases to work on at once, each on a thread. Default: 1. The numbers do not depend on it.")
    private int jobs = 1;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description =
                    "Write all cases to this file. With csv each row is written as soon as it and all before it are"
                            + " done; beside it FILE.failures.csv, the reasons for NaN, and FILE.run, from which --resume goes on.")
    private @Nullable Path file;

    @Option(
            names = {"-od", "--out-dir"},
            paramLabel = "DIR",
            description =
                    "Write a file for each case into this folder, features_1.csv and so on; cases whose file is there"
                            + " are skipped.")
    private @Nullable Path folder;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv (default), json or txt.")
    private FeatureFormat format = FeatureFormat.CSV;

    @Option(
            names = "--resume",
            description =
                    "Go on after the cases that are finished in the output file; refused if settings, images or masks"
                            + " have changed since.")
    private boolean resume;

    @Option(names = "--no-diagnostics", description = "Leave out the columns that describe image, mask and settings.")
    private boolean noDiagnostics;

    @Option(names = "--skip-nans", description = "Leave out values that are NaN; in csv with -o: a blank cell.")
    private boolean skipNans;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description =
                    "The column that names the cases. Default: case, where there is one; else Case-1, Case-2, ...")
    private @Nullable String idColumn;

    @Option(names = "--validate", description = "Check settings, list, and the headers of all files; compute nothing.")
    private boolean validate;

    @Override
    public Integer call() throws BadInputException {
        requireOneOutput();
        SettingsOptions.Wanted options = settings.wanted(spec.commandLine(), null);
        ExtractionSettings wanted = options.settings().withDiagnostics(!noDiagnostics);
        CaseList cases = CaseList.read(list, idColumn, options.maskReader());
        PrintWriter err = spec.commandLine().getErr();
        if (validate) {
            return CaseCheck.of(wanted).report(cases, spec.commandLine().getOut(), err);
        }
        if (file != null && !resume && Files.exists(file)) {
            throw new BadInputException(
                    file + ": there is such a file; --resume goes on after what is finished in it", null);
        }
        return ended(extract(wanted, cases, err), err);
    }

    private CohortSummary extract(ExtractionSettings wanted, CaseList cases, PrintWriter err) throws BadInputException {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try (CaseProgress progress = CaseProgress.of("cases", cases.cases().size(), err)) {
            Execution run = Execution.on(pool).withMaximumThreads(jobs).withListener(progress::report);
            return extract(wanted, cases, run);
        } catch (IOException e) {
            throw BadInputException.of(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private void requireOneOutput() {
        if (!validate && (file == null) == (folder == null)) {
            throw usage("either -o FILE or --out-dir DIR is needed");
        }
        if (jobs < 1) {
            throw usage("-j must be at least 1, found " + jobs);
        }
        if (resume && (file == null || format != FeatureFormat.CSV)) {
            throw usage("--resume goes with -o and csv; with --out-dir cases whose file is there are skipped");
        }
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private CohortSummary extract(ExtractionSettings wanted, CaseList cases, Execution run) throws IOException {
        CohortExtractor cohort = CohortExtractor.of(RadiomicsExtractor.of(wanted))
                .withDimensions(dimensions(cases))
                .withCasesInFlight(Math.min(jobs, cases.cases().size()))
                .withColumns(cases.columns())
                .withDiagnosticColumns(!noDiagnostics)
                .withBlankNan(skipNans);
        if (file != null && format == FeatureFormat.CSV) {
            return cohort.extract(lesions(cases), file, run);
        }
        CaseWriter writer = new CaseWriter(format, !noDiagnostics, skipNans);
        // Nothing of these forms is resumed by what is in the images.
        CohortExtractor unhashed = cohort.withInputHashes(false);
        return file != null
                ? writer.writeAll(unhashed, lesions(cases), file, run)
                : writer.writeEach(unhashed, cases.cases(), folderOrCurrent(), run);
    }

    /** Returns the dimensions of the first image whose header can be read, 3 where there is none. */
    private static int dimensions(CaseList cases) {
        for (CaseList.Case one : cases.cases()) {
            try {
                return VolumeReader.withDefaults()
                        .readHeader(one.image())
                        .grid()
                        .dimensions();
            } catch (IOException e) {
                continue; // the case itself will say why
            }
        }
        return 3;
    }

    private static List<LesionCase> lesions(CaseList cases) {
        return cases.cases().stream().map(CaseList.Case::lesion).toList();
    }

    private Path folderOrCurrent() {
        return folder == null ? Path.of("") : folder;
    }

    /** Says how it ended; a case that failed makes the exit code that of bad input. */
    private int ended(CohortSummary summary, PrintWriter err) {
        List<CaseFailure> failures = summary.failures();
        failures.stream()
                .limit(SHOWN_FAILURES)
                .forEach(failure -> err.println("radiomics4j: " + failure.caseId() + ": "
                        + failure.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                        + failure.message()));
        err.println(summary.rows() + " rows, " + failures.size() + " failures"
                + (summary.resumed() > 0 ? "; " + summary.resumed() + " were finished before" : "")
                + (failures.isEmpty() || file == null || format != FeatureFormat.CSV
                        ? ""
                        : "; see " + file + ".failures.csv"));
        err.flush();
        return failures.isEmpty() ? CommandLine.ExitCode.OK : Main.BAD_INPUT;
    }
}
