package io.github.radiomics4j.extract;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.radiomics4j.extract.CohortRun.CaseOutcome;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import io.github.radiomics4j.table.FeatureVector;
import io.github.radiomics4j.table.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The files of a cohort. The three tables (features, reasons for NaN, failures) grow at their ends; the run file is a
 * journal whose lines say how long, and with which checksum, each table was when a case was finished. A case counts as
 * finished when its line is in the journal, and that line is written last. So whatever a killed process has left, the
 * tables are cut to what the last journal line says that fits them.
 *
 * <p>Journal, as CSV: {@code radiomics4j-run,1,description}; then for each case {@code
 * id,failures,image SHA-1,mask SHA-1} and for each table {@code bytes,CRC-32C}.
 */
final class CohortFiles implements Closeable {
    private static final String MAGIC = "radiomics4j-run";
    private static final String VERSION = "1";
    private static final byte[] REASONS_HEADER = CohortRow.record(List.of(CohortRow.CASE, "column", "reason"));
    private static final byte[] FAILURES_HEADER = CohortRow.record(List.of(CohortRow.CASE, "reason", "message"));

    /** Characters of both settings that an error shows around the first that differs. */
    private static final int SHOWN = 40;

    /** Opens a file to append to: the place where a test makes a disk full. */
    interface Opener {
        /** Makes the file where there is none. */
        Opener OF_FILES = path -> Files.newByteChannel(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

        SeekableByteChannel open(Path path) throws IOException;
    }

    /**
     * A case that an earlier run has finished.
     *
     * @param failures how many of its regions have no row
     * @param marks length and checksum of each table after it
     */
    record Finished(String caseId, int failures, String imageSha1, String maskSha1, List<AppendedFile.Mark> marks) {}

    private final CohortRow row;
    private final AppendedFile features;
    private final AppendedFile reasons;
    private final AppendedFile failureTable;
    private final AppendedFile journal;
    private final List<AppendedFile> tables;
    private final List<Finished> finished = new ArrayList<>();
    private final List<CaseFailure> failures = new ArrayList<>();
    private int rows;
    private int seen;

    private CohortFiles(Path csv, Opener opener, CohortRow row) {
        this.row = row;
        this.features = new AppendedFile(csv, opener);
        this.reasons = new AppendedFile(reasonsPath(csv), opener);
        this.failureTable = new AppendedFile(beside(csv, ".failures.csv"), opener);
        this.journal = new AppendedFile(beside(csv, ".run"), opener);
        this.tables = List.of(features, reasons, failureTable);
    }

    /**
     * Opens the files, new or after what is finished in them.
     *
     * @param description of what must be the same for a run to be continued
     * @throws ResumeException if the files belong to another run, or one is being written by another
     */
    static CohortFiles open(Path csv, Opener opener, String description, CohortRow row) throws IOException {
        CohortFiles files = new CohortFiles(csv, opener, row);
        boolean done = false;
        try {
            files.begin(description);
            done = true;
        } finally {
            if (!done) {
                files.closeAll();
            }
        }
        return files;
    }

    private static Path beside(Path csv, String ending) {
        return csv.resolveSibling(csv.getFileName() + ending);
    }

    /** The reasons of a table lie where FeatureTable looks for them. */
    private static Path reasonsPath(Path csv) {
        String name = String.valueOf(csv.getFileName());
        String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return csv.resolveSibling(stem + ".nan-reasons.csv");
    }

    private void begin(String settings) throws IOException {
        String description = "feature definitions " + Provenance.FEATURE_DEFINITIONS + ", " + settings;
        byte[] start = CohortRow.record(List.of(MAGIC, VERSION, description));
        boolean hasRows = Files.exists(features.path()) && Files.size(features.path()) > 0;
        String left = Files.exists(journal.path()) ? Files.readString(journal.path(), StandardCharsets.UTF_8) : "";
        String lines = hasRows ? left.substring(0, left.lastIndexOf('\n') + 1) : "";
        if (hasRows && lines.isEmpty()) {
            throw new ResumeException(
                    features.path() + " must lie beside " + journal.path().getFileName()
                            + ", which says what is finished in it, to be continued: move it away to begin anew");
        }
        lock();
        List<Finished> recorded = parse(lines, description);
        int good = recorded.size();
        for (int t = 0; t < tables.size(); t++) {
            int table = t;
            List<AppendedFile.Mark> marks =
                    recorded.stream().map(one -> one.marks().get(table)).toList();
            good = Math.min(good, tables.get(t).matching(marks));
        }
        finished.addAll(recorded.subList(0, good));
        for (int t = 0; t < tables.size(); t++) {
            tables.get(t)
                    .cutTo(
                            good == 0
                                    ? AppendedFile.Mark.EMPTY
                                    : finished.get(good - 1).marks().get(t));
        }
        cutJournal(start, lines);
        if (good == 0) {
            features.append(row.header());
            features.commit();
        }
        countRows();
    }

    /** Two writers would destroy each other's rows. */
    private void lock() throws IOException {
        try {
            // A byte far behind the text: some systems forbid to read what is locked.
            if (journal.open() instanceof FileChannel channel
                    && channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
                throw new ResumeException(journal.path() + " must not be in use, but another process writes it");
            }
        } catch (OverlappingFileLockException e) {
            throw new ResumeException(
                    journal.path() + " must not be in use, but another cohort of this process writes it");
        }
    }

    /** Returns the cases of the journal. */
    private List<Finished> parse(String lines, String description) throws IOException {
        List<Finished> recorded = new ArrayList<>();
        boolean first = true;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(lines)) {
            for (CsvRecord line : csv) {
                if (first) {
                    requireSame(line.getFields(), description);
                } else {
                    recorded.add(parse(line.getFields()));
                }
                first = false;
            }
        } catch (CsvParseException | NumberFormatException | IndexOutOfBoundsException e) {
            throw changedJournal();
        }
        return recorded;
    }

    private ResumeException changedJournal() {
        return new ResumeException(
                journal.path() + " must be as the run that is continued has left it, but was changed: "
                        + "restore it, or move it and " + features.path().getFileName() + " away to begin anew");
    }

    private Finished parse(List<String> fields) {
        List<AppendedFile.Mark> marks = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            marks.add(new AppendedFile.Mark(
                    Long.parseLong(fields.get(4 + 2 * t)), Long.parseLong(fields.get(5 + 2 * t), 16)));
        }
        return new Finished(fields.get(0), Integer.parseInt(fields.get(1)), fields.get(2), fields.get(3), marks);
    }

    private void requireSame(List<String> start, String description) throws ResumeException {
        if (start.size() != 3 || !start.get(0).equals(MAGIC) || !start.get(1).equals(VERSION)) {
            throw new ResumeException(journal.path() + " must begin with " + MAGIC + "," + VERSION + ", found "
                    + start.subList(0, Math.min(2, start.size())));
        }
        String before = start.get(2);
        if (before.equals(description)) {
            return;
        }
        int at = 0;
        while (at < Math.min(before.length(), description.length()) && before.charAt(at) == description.charAt(at)) {
            at++;
        }
        throw new ResumeException(
                features.path() + " must be continued with the settings that it was begun with: was ..."
                        + around(before, at) + "..., found ..." + around(description, at) + "...");
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - SHOWN), Math.min(text.length(), at + SHOWN));
    }

    /** Keeps the start and the lines whose rows are there; a journal without a start gets one. */
    private void cutJournal(byte[] start, String lines) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.writeBytes(start);
        finished.forEach(one -> kept.writeBytes(line(one)));
        byte[] known = lines.getBytes(StandardCharsets.UTF_8);
        if (known.length == 0) {
            journal.cutTo(AppendedFile.Mark.EMPTY);
            journal.append(start);
            journal.commit();
        } else if (known.length >= kept.size()
                && Arrays.equals(known, 0, kept.size(), kept.toByteArray(), 0, kept.size())) {
            // Never written anew: a process that is killed here must leave one that says what is finished.
            journal.cutTo(new AppendedFile.Mark(kept.size(), 0));
        } else {
            throw changedJournal();
        }
    }

    private static byte[] line(Finished one) {
        List<String> cells = new ArrayList<>(
                List.of(one.caseId(), Integer.toString(one.failures()), one.imageSha1(), one.maskSha1()));
        for (AppendedFile.Mark mark : one.marks()) {
            cells.add(Long.toString(mark.bytes()));
            cells.add(Long.toHexString(mark.crc()));
        }
        return CohortRow.record(cells);
    }

    /** Counts what earlier runs have left, for the summary. */
    private void countRows() throws IOException {
        forEachRecord(
                failureTable,
                fields -> failures.add(new CaseFailure(fields.get(0), Reason.valueOf(fields.get(1)), fields.get(2))));
        int[] count = new int[1];
        forEachRecord(features, fields -> count[0]++);
        rows = count[0];
    }

    private static void forEachRecord(AppendedFile file, Consumer<List<String>> action) throws IOException {
        if (file.length() == 0) {
            return;
        }
        boolean header = true;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(1 << 20)
                                .maxRecordSize(1 << 28)
                                .build(),
                        file.path())) {
            for (CsvRecord line : csv) {
                if (!header) {
                    action.accept(line.getFields());
                }
                header = false;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    int finishedCount() {
        return finished.size();
    }

    boolean isFinished(int index) {
        return index < finished.size();
    }

    Finished finished(int index) {
        return finished.get(index);
    }

    /** Writes what became of a case; a case that was finished before is only counted. */
    void append(LesionCase lesion, CaseOutcome outcome) throws IOException {
        if (seen++ < finished.size()) {
            return;
        }
        int failed = 0;
        try {
            for (CaseResult result : outcome.results()) {
                if (result.features().isPresent()) {
                    appendRow(result, result.features().get());
                } else {
                    appendFailure(result.failure().orElseThrow());
                    failed++;
                }
            }
            List<AppendedFile.Mark> marks =
                    tables.stream().map(AppendedFile::mark).toList();
            journal.append(line(new Finished(lesion.id(), failed, outcome.imageSha1(), outcome.maskSha1(), marks)));
        } catch (IOException e) {
            throw new IOException(
                    features.path() + " and the files beside it must be writable, but case " + lesion.id()
                            + " could not be written (" + e.getMessage() + "); the " + (seen - 1)
                            + " cases before it are kept, and the same call goes on after them",
                    e);
        }
        journal.commit();
        tables.forEach(AppendedFile::commit);
        for (CaseResult result : outcome.results()) {
            result.failure().ifPresentOrElse(failures::add, () -> rows++);
        }
    }

    private void appendRow(CaseResult result, FeatureVector vector) throws IOException {
        features.append(row.row(result, vector));
        if (!vector.nanReasons().isEmpty() && reasons.length() == 0) {
            reasons.append(REASONS_HEADER);
        }
        for (var reason : vector.nanReasons().entrySet()) {
            reasons.append(
                    CohortRow.record(List.of(result.caseId(), reason.getKey().toString(), reason.getValue())));
        }
    }

    private void appendFailure(CaseFailure failure) throws IOException {
        if (failureTable.length() == 0) {
            failureTable.append(FAILURES_HEADER);
        }
        failureTable.append(
                CohortRow.record(List.of(failure.caseId(), failure.reason().name(), failure.message())));
    }

    /** Checks that no finished case was missing from the worklist. */
    void requireAllSeen(int cases) throws ResumeException {
        if (cases < finished.size()) {
            throw new ResumeException("the cases must hold all " + finished.size()
                    + " of the run that is continued, found " + cases + ": "
                    + finished.get(cases).caseId()
                    + " is missing");
        }
    }

    CohortSummary summary() {
        return new CohortSummary(rows, finished.size(), failures);
    }

    /** Cuts a row that could not be written whole, and closes. */
    @Override
    public void close() throws IOException {
        closeAll();
    }

    private void closeAll() throws IOException {
        IOException failure = null;
        for (AppendedFile file : List.of(features, reasons, failureTable, journal)) {
            try {
                file.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
