package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.feature.FirstOrderFamily;
import io.github.radiomics4j.feature.ShapeFamily;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.run.Cancellation;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import io.github.radiomics4j.run.Progress;
import io.github.radiomics4j.table.FeatureTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CohortExtractorTest {
    private static final ExtractionSettings SMALL = ExtractionSettings.pyradiomics()
            .withDiscretization(new FixedBinWidth(5))
            .withFamilies(ShapeFamily.withDefaults(), FirstOrderFamily.withDefaults());
    private static final CohortExtractor COHORT = CohortExtractor.of(RadiomicsExtractor.of(SMALL));
    private static final CohortExtractor SYNTHETIC =
            CohortExtractor.of(RadiomicsExtractor.of(SyntheticCohort.SETTINGS));

    @TempDir
    private Path folder;

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @AfterEach
    void stopThePool() {
        pool.shutdownNow();
    }

    private static LesionCase phantom(String id) {
        return LesionCase.of(id, IntegerPhantom.A::image, IntegerPhantom.A::mask);
    }

    /** Every file of a folder with its bytes as text, so that two runs can be compared whole. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static void assertSame(Map<String, String> found, Map<String, String> expected, String what) {
        assertThat(found.keySet()).as(what).isEqualTo(expected.keySet());
        expected.forEach((name, text) ->
                assertThat(found.get(name).equals(text)).as(what + ": " + name).isTrue());
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    @Test
    void aRowHasTheFeaturesOfItsCase() throws IOException {
        Path csv = folder.resolve("features.csv");
        CohortSummary summary = COHORT.extract(List.of(phantom("P1"), phantom("P2")), csv, Execution.sequential());
        assertThat(summary).isEqualTo(new CohortSummary(2, 0, List.of()));
        FeatureTable table = FeatureTable.read(csv);
        assertThat(table.caseIds()).containsExactly("P1", "P2");
        assertThat(table.row("P2"))
                .isEqualTo(RadiomicsExtractor.of(SMALL)
                        .extract(IntegerPhantom.A.image(), IntegerPhantom.A.mask())
                        .toArray());
        assertThat(folder.resolve("features.csv.failures.csv")).doesNotExist();
        assertThat(folder.resolve("features.nan-reasons.csv")).doesNotExist();
    }

    @Test
    void theFilesAreTheSameForAnyNumberOfThreadsAndCasesInFlight() throws IOException {
        Map<String, String> expected = null;
        for (int inFlight : new int[] {1, 2, 3, 8}) {
            for (Execution run : List.of(Execution.sequential(), Execution.on(pool))) {
                Path here = folder(inFlight + (run == Execution.sequential() ? "s" : "p"));
                SYNTHETIC
                        .withCasesInFlight(inFlight)
                        .extract(SyntheticCohort.cases(50), here.resolve("features.csv"), run);
                if (expected == null) {
                    expected = files(here);
                }
                assertSame(files(here), expected, here.toString());
            }
        }
        assertThat(expected).hasSize(4);
    }

    @Test
    void aFailingCaseIsRecordedAndTheOthersGoOn() throws IOException {
        Path csv = folder.resolve("features.csv");
        CohortSummary summary =
                SYNTHETIC.withCasesInFlight(3).extract(SyntheticCohort.cases(50), csv, Execution.on(pool));
        assertThat(summary.rows()).isEqualTo(45);
        assertThat(summary.failures())
                .extracting(CaseFailure::caseId)
                .containsExactly("P0009", "P0019", "P0029", "P0039", "P0049");
        assertThat(summary.failures())
                .extracting(CaseFailure::reason)
                .containsExactly(
                        Reason.UNREADABLE,
                        Reason.EMPTY_MASK,
                        Reason.GRID_MISMATCH,
                        Reason.UNREADABLE,
                        Reason.TOO_FEW_DIMENSIONS);
        assertThat(summary.failures().get(0).message()).contains("image", "NoSuchFileException", "image of 9");
        assertThat(FeatureTable.read(csv).caseCount()).isEqualTo(45);
        assertThat(Files.readString(folder.resolve("features.csv.failures.csv")))
                .startsWith("case,reason,message\nP0009,UNREADABLE,")
                .contains("\"\"no\"\",\nand nothing else");
        CohortSummary again = SYNTHETIC.extract(SyntheticCohort.cases(50), csv, Execution.sequential());
        assertThat(again).isEqualTo(new CohortSummary(45, 50, summary.failures()));
    }

    @Test
    void anImageThatACaseLacksIsNanWithItsReason() throws IOException {
        Path csv = folder.resolve("features.csv");
        SYNTHETIC.extract(SyntheticCohort.cases(3), csv, Execution.sequential());
        FeatureTable table = FeatureTable.read(csv);
        assertThat(table.columnNames()).hasSize(14 + 3 * 93);
        assertThat(table.columnNames())
                .isEqualTo(SyntheticCohort.SETTINGS.featureNames().stream()
                        .map(Object::toString)
                        .toList());
        // The first has 8 voxels along z, where 9 mm need 10.
        String column = "log-sigma-9-0-mm-3D_firstorder_Mean";
        assertThat(table.nanReason("P0000", column))
                .hasValueSatisfying(reason -> assertThat(reason).contains("not computed", "sigma 9.0 mm", "along z"));
        assertThat(table.nanReason("P0002", column)).isEmpty();
        assertThat(table.nanReason("P0000", "log-sigma-2-0-mm-3D_firstorder_Mean"))
                .isEmpty();
        Path blank = folder.resolve("blank.csv");
        SYNTHETIC.withBlankNan(true).extract(SyntheticCohort.cases(3), blank, Execution.sequential());
        assertThat(Files.readString(blank)).contains(",,,").doesNotContain("nan");
        assertThat(FeatureTable.read(blank)).isEqualTo(table);
    }

    @Test
    void rowsComeInInputOrderEachAsSoonAsAllBeforeItAreDone() throws Exception {
        Path csv = folder.resolve("features.csv");
        CountDownLatch second = new CountDownLatch(1);
        List<LesionCase> cases = List.of(
                LesionCase.of(
                        "slow",
                        () -> {
                            second.await();
                            return IntegerPhantom.A.image();
                        },
                        IntegerPhantom.A::mask),
                LesionCase.of("fast", IntegerPhantom.A::image, () -> {
                    second.countDown();
                    return IntegerPhantom.A.mask();
                }));
        COHORT.withCasesInFlight(2).extract(cases, csv, Execution.on(pool));
        assertThat(FeatureTable.read(csv).caseIds()).containsExactly("slow", "fast");

        Path other = folder.resolve("other.csv");
        List<Integer> rowsWhenOpened = new ArrayList<>();
        List<LesionCase> watching = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            watching.add(LesionCase.of("P" + i, IntegerPhantom.A::image, () -> {
                rowsWhenOpened.add(Files.readAllLines(other).size() - 1);
                return IntegerPhantom.A.mask();
            }));
        }
        COHORT.extract(watching, other, Execution.sequential());
        assertThat(rowsWhenOpened).containsExactly(0, 1, 2, 3);
    }

    @Test
    void noMoreCasesAreOpenThanAreAllowedInFlight() throws IOException {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<LesionCase> cases = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            cases.add(LesionCase.of(
                    "P" + i,
                    () -> {
                        most.accumulateAndGet(open.incrementAndGet(), Math::max);
                        return IntegerPhantom.A.image();
                    },
                    () -> {
                        Thread.sleep(5);
                        open.decrementAndGet();
                        return IntegerPhantom.A.mask();
                    }));
        }
        COHORT.withCasesInFlight(2).extract(cases, folder.resolve("features.csv"), Execution.on(pool));
        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void aRunGoesOnWhereverItsFilesWereCut() throws IOException {
        List<LesionCase> cases = new ArrayList<>(SyntheticCohort.cases(12).subList(7, 12));
        CohortExtractor cohort = CohortExtractor.of(RadiomicsExtractor.of(SMALL));
        Path whole = folder("whole");
        cohort.extract(cases, whole.resolve("features.csv"), Execution.sequential());
        Map<String, String> expected = files(whole);
        assertThat(expected).hasSize(3);
        Path cut = folder("cut");
        for (String name : expected.keySet()) {
            String text = expected.get(name);
            int lastLine = text.lastIndexOf('\n', text.length() - 2);
            // Every byte of the last line, and every thirty-first before it.
            for (int length = text.length(); length >= 0; length -= length > lastLine ? 1 : 31) {
                for (Map.Entry<String, String> file : expected.entrySet()) {
                    Files.writeString(cut.resolve(file.getKey()), file.getValue());
                }
                Files.writeString(cut.resolve(name), text.substring(0, length));
                if (name.endsWith(".run") && length < text.indexOf('\n') + 1) {
                    // No process is killed like that: the start of the journal is written before the first row.
                    assertThatThrownBy(() -> cohort.extract(cases, cut.resolve("features.csv"), Execution.sequential()))
                            .isInstanceOf(ResumeException.class);
                    continue;
                }
                cohort.extract(cases, cut.resolve("features.csv"), Execution.sequential());
                assertSame(files(cut), expected, name + " cut to " + length + " bytes");
            }
        }
    }

    @Test
    void bytesAfterTheLastFinishedCaseAreCutOff() throws IOException {
        Path whole = folder("whole");
        List<LesionCase> cases = SyntheticCohort.cases(12);
        SYNTHETIC.extract(cases, whole.resolve("features.csv"), Execution.sequential());
        Map<String, String> expected = files(whole);
        Path half = folder("half");
        Path csv = half.resolve("features.csv");
        SYNTHETIC.extract(cases.subList(0, 9), csv, Execution.sequential());
        Files.writeString(csv, "P0009,1.5,2", StandardOpenOption.APPEND);
        Files.writeString(half.resolve("features.csv.run"), "P0009,0,abc", StandardOpenOption.APPEND);
        Files.writeString(half.resolve("features.csv.failures.csv"), "case,rea");
        CohortSummary summary = SYNTHETIC.extract(cases, csv, Execution.sequential());
        assertThat(summary.resumed()).isEqualTo(9);
        assertSame(files(half), expected, "half");
    }

    @Test
    void otherSettingsAreRefusedByName() throws IOException {
        Path csv = folder.resolve("features.csv");
        COHORT.extract(List.of(phantom("P1")), csv, Execution.sequential());
        Map<String, String> before = files(folder);
        CohortExtractor other =
                CohortExtractor.of(RadiomicsExtractor.of(SMALL.withDiscretization(new FixedBinWidth(10))));
        assertThatThrownBy(() -> other.extract(List.of(phantom("P1")), csv, Execution.sequential()))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("features.csv")
                .hasMessageContaining("binWidth=5.0")
                .hasMessageContaining("binWidth=10");
        assertThatThrownBy(() -> COHORT.withBlankNan(true).extract(List.of(phantom("P1")), csv, Execution.sequential()))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining("blankNan true");
        assertSame(files(folder), before, "folder");
    }

    @Test
    void otherInputsOfFinishedCasesAreRefusedByName() throws IOException {
        Path csv = folder.resolve("features.csv");
        COHORT.extract(List.of(phantom("P1"), phantom("P2")), csv, Execution.sequential());
        Map<String, String> before = files(folder);
        LesionCase otherImage = LesionCase.of(
                "P2", () -> IntegerPhantom.image(IntegerPhantom.A.image().grid(), 99), IntegerPhantom.A::mask);
        LesionCase otherMask = LesionCase.of(
                "P2", IntegerPhantom.A::image, () -> IntegerPhantom.A.mask().anyLabel());
        LesionCase lost = LesionCase.of(
                "P2",
                () -> {
                    throw new IOException("gone");
                },
                IntegerPhantom.A::mask);
        assertRefused(List.of(phantom("P1"), otherImage), csv, "image of case P2");
        assertRefused(List.of(phantom("P1"), otherMask), csv, "mask of case P2");
        assertRefused(List.of(phantom("P1"), lost), csv, "image of case P2", "gone");
        assertRefused(List.of(phantom("P2"), phantom("P1")), csv, "P1 was there, found P2");
        assertRefused(List.of(phantom("P1")), csv, "P2 is missing");
        assertSame(files(folder), before, "folder");
        // Who trusts the inputs need not read them again.
        CohortSummary trusted = COHORT.withInputHashes(false)
                .extract(List.of(phantom("P1"), lost, phantom("P3")), csv, Execution.sequential());
        assertThat(trusted.rows()).isEqualTo(3);
    }

    private static void assertRefused(List<LesionCase> cases, Path csv, String... named) {
        assertThatThrownBy(() -> COHORT.extract(cases, csv, Execution.sequential()))
                .isInstanceOf(ResumeException.class)
                .message()
                .contains(named);
    }

    @Test
    void changedTablesAreRefusedAndStayAsTheyAre() throws IOException {
        Path csv = folder.resolve("features.csv");
        COHORT.extract(List.of(phantom("P1"), phantom("P2")), csv, Execution.sequential());
        String edited = Files.readString(csv).replace("P1,", "P9,");
        Files.writeString(csv, edited);
        assertRefused(List.of(phantom("P1"), phantom("P2")), csv, "features.csv", "changed");
        assertThat(csv).content().isEqualTo(edited);
        Path alone = folder.resolve("alone.csv");
        Files.writeString(alone, edited);
        assertRefused(List.of(phantom("P1")), alone, "alone.csv", "alone.csv.run");
        assertThat(alone).content().isEqualTo(edited);
        Files.delete(csv);
        COHORT.withBlankNan(true).extract(List.of(phantom("P3")), csv, Execution.sequential());
        assertThat(FeatureTable.read(csv).caseIds()).containsExactly("P3");
    }

    @Test
    void duplicateIdsAreNamedBeforeAnythingIsComputed() throws IOException {
        Path csv = folder.resolve("features.csv");
        List<LesionCase> cases = List.of(phantom("P1"), phantom("P2"), phantom("P1"));
        assertThatThrownBy(() -> COHORT.extract(cases, csv, Execution.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P1");
        assertThat(Files.readAllLines(csv)).hasSize(1);
        // A stream is not known in advance: what came before the second P1 stays.
        assertThatThrownBy(() -> COHORT.extract(() -> cases.iterator(), csv, Execution.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P1");
        assertThat(FeatureTable.read(csv).caseIds()).containsExactly("P1", "P2");
        LesionCase labels = phantom("P").withEachLabel();
        assertThatThrownBy(() -> COHORT.extract(
                        List.of(phantom("P-label2"), labels), folder.resolve("labels.csv"), Execution.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-label2");
        for (String bad : List.of("", " P", "P\n1")) {
            assertThatThrownBy(() -> phantom(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFullDiskIsReportedAndLosesNothingThatIsFinished() throws IOException {
        List<LesionCase> cases = SyntheticCohort.cases(20);
        Path whole = folder("whole");
        SYNTHETIC.extract(cases, whole.resolve("features.csv"), Execution.sequential());
        Map<String, String> expected = files(whole);
        long bytes = expected.values().stream().mapToLong(String::length).sum();
        Path full = folder("full");
        Path csv = full.resolve("features.csv");
        int finished = 0;
        for (long room = bytes / 7; room < bytes; room += bytes / 7) {
            SmallDisk disk = new SmallDisk(full, room);
            assertThatThrownBy(() -> SYNTHETIC.withCasesInFlight(3).extract(cases, csv, Execution.on(pool), disk::open))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("features.csv")
                    .hasMessageContaining("No space left")
                    .hasMessageContaining("are kept");
            int rows = FeatureTable.read(csv).caseCount();
            assertThat(rows).isGreaterThanOrEqualTo(finished);
            finished = rows;
        }
        assertThat(finished).isGreaterThan(10);
        SYNTHETIC.extract(cases, csv, Execution.sequential());
        assertSame(files(full), expected, "full");
    }

    @Test
    void anUnwritableFolderIsReported() {
        assertThatThrownBy(() -> COHORT.extract(
                        List.of(phantom("P1")), folder.resolve("none/features.csv"), Execution.sequential()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none");
    }

    @Test
    void cancellationLeavesFinishedRowsAndTheRunGoesOn() throws IOException {
        List<LesionCase> cases = SyntheticCohort.cases(20);
        Path whole = folder("whole");
        SYNTHETIC.extract(cases, whole.resolve("features.csv"), Execution.sequential());
        Path here = folder("cancelled");
        Path csv = here.resolve("features.csv");
        Cancellation cancellation = Cancellation.create();
        Execution run = Execution.on(pool).withCancellation(cancellation).withListener(progress -> {
            if (progress.done() == 5) {
                cancellation.cancel();
            }
        });
        assertThatThrownBy(() -> SYNTHETIC.withCasesInFlight(2).extract(cases, csv, run))
                .isInstanceOf(CancellationException.class);
        assertThat(FeatureTable.read(csv).caseCount()).isBetween(5, 19);
        SYNTHETIC.extract(cases, csv, Execution.sequential());
        assertSame(files(here), files(whole), "here");
    }

    @Test
    void anInterruptedReadIsNoFailureOfItsCase() throws Exception {
        Path csv = folder.resolve("features.csv");
        LesionCase interrupted = LesionCase.of(
                "P2",
                () -> {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted");
                },
                IntegerPhantom.A::mask);
        Future<?> call = pool.submit(() -> {
            assertThatThrownBy(() -> COHORT.extract(List.of(phantom("P1"), interrupted), csv, Execution.sequential()))
                    .isInstanceOf(CancellationException.class);
        });
        call.get();
        assertThat(FeatureTable.read(csv).caseIds()).containsExactly("P1");
        assertThat(folder.resolve("features.csv.failures.csv")).doesNotExist();
    }

    @Test
    void lackOfMemoryEndsTheRunAndNamesTheCase() throws IOException {
        Path csv = folder.resolve("features.csv");
        LesionCase large = LesionCase.of(
                "P2",
                () -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                IntegerPhantom.A::mask);
        assertThatThrownBy(
                        () -> COHORT.extract(List.of(phantom("P1"), large, phantom("P3")), csv, Execution.sequential()))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("Java heap space, while case P2 was extracted");
        assertThat(FeatureTable.read(csv).caseIds()).containsExactly("P1");
        assertThat(folder.resolve("features.csv.failures.csv")).doesNotExist();
    }

    @Test
    void progressCountsCases() throws IOException {
        List<Progress> seen = new CopyOnWriteArrayList<>();
        Execution run = Execution.on(pool).withListener(seen::add);
        COHORT.withCasesInFlight(2)
                .extract(List.of(phantom("P1"), phantom("P2"), phantom("P3")), folder.resolve("a.csv"), run);
        assertThat(seen).containsExactly(new Progress(1, 3), new Progress(2, 3), new Progress(3, 3));
        seen.clear();
        List<LesionCase> cases = List.of(phantom("P1"), phantom("P2"));
        COHORT.extract(() -> cases.iterator(), folder.resolve("b.csv"), run.withMaximumThreads(1));
        assertThat(seen).containsExactly(new Progress(1, 1), new Progress(2, 2));
    }

    @Test
    void aFilterThatFailsOnOneImageFailsThatCaseAlone() throws IOException {
        ImageFilter picky = new ImageFilter() {
            @Override
            public String name() {
                return "Picky";
            }

            @Override
            public FilterResult apply(ImageVolume volume) {
                if (volume.grid().equals(IntegerPhantom.C.image().grid())) {
                    throw new IllegalStateException("no such luck");
                }
                return FilterResult.of(new NamedVolume("picky", volume));
            }

            @Override
            public String toString() {
                return "Picky";
            }
        };
        CohortSummary summary = CohortExtractor.of(RadiomicsExtractor.of(SMALL.withFilters(picky)))
                .extract(
                        List.of(
                                phantom("P1"),
                                LesionCase.of("P2", IntegerPhantom.C::image, IntegerPhantom.C::mask),
                                phantom("P3")),
                        folder.resolve("features.csv"),
                        Execution.sequential());
        assertThat(summary.rows()).isEqualTo(2);
        assertThat(summary.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.PROGRAM_ERROR);
            assertThat(failure.message()).contains("no such luck");
        });
    }

    @Test
    void twoCohortsAtOnceGiveTheNumbersOfOneAfterTheOther() throws Exception {
        List<LesionCase> cases = SyntheticCohort.cases(30);
        CohortExtractor other = CohortExtractor.of(
                RadiomicsExtractor.of(SyntheticCohort.SETTINGS.withDiscretization(new FixedBinWidth(10))));
        Path alone = folder("alone");
        SYNTHETIC.extract(cases, alone.resolve("a.csv"), Execution.sequential());
        other.extract(cases, alone.resolve("b.csv"), Execution.sequential());
        Path together = folder("together");
        Future<CohortSummary> first = pool.submit(
                () -> SYNTHETIC.withCasesInFlight(2).extract(cases, together.resolve("a.csv"), Execution.on(pool)));
        Future<CohortSummary> second = pool.submit(
                () -> other.withCasesInFlight(2).extract(cases, together.resolve("b.csv"), Execution.on(pool)));
        first.get();
        second.get();
        assertSame(files(together), files(alone), "together");
        assertThat(files(alone).get("a.csv")).isNotEqualTo(files(alone).get("b.csv"));
    }

    @Test
    void oneFileHasOneWriter() throws Exception {
        Path csv = folder.resolve("features.csv");
        LesionCase within = LesionCase.of("P1", IntegerPhantom.A::image, () -> {
            assertThatThrownBy(() -> COHORT.extract(List.of(phantom("P1")), csv, Execution.sequential()))
                    .isInstanceOf(ResumeException.class)
                    .hasMessageContaining("in use");
            return IntegerPhantom.A.mask();
        });
        assertThat(COHORT.extract(List.of(within), csv, Execution.sequential()).rows())
                .isEqualTo(1);
        assertThat(FeatureTable.read(csv).caseIds()).containsExactly("P1");
    }

    @Test
    void columnsOfTheCallerAndDiagnosticsStandBeforeTheFeatures() throws IOException {
        Path csv = folder.resolve("features.csv");
        CohortExtractor cohort = COHORT.withColumns(List.of("Image", "Center")).withDiagnosticColumns(true);
        cohort.extract(
                List.of(phantom("P1").withColumn("Center", "A, \"B\"").withColumn("Image", "x.nii")),
                csv,
                Execution.sequential());
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0))
                .startsWith("case,Image,Center,diagnostics_Versions_Radiomics4J,")
                .contains("_GrayLevels,original_shape_Elongation,");
        assertThat(lines.get(1)).startsWith("P1,x.nii,\"A, \"\"B\"\"\",");
        assertThatThrownBy(() -> cohort.extract(
                        List.of(phantom("P1").withColumn("Image", "x")),
                        folder.resolve("b.csv"),
                        Execution.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Center");
    }

    @Test
    void resultsCanGoElsewhereThanIntoAFile() {
        List<String> seen = new ArrayList<>();
        CohortSummary summary = SYNTHETIC
                .withCasesInFlight(3)
                .extract(
                        SyntheticCohort.cases(12),
                        result -> seen.add(result.caseId() + (result.features().isPresent() ? "" : "!")),
                        Execution.on(pool));
        assertThat(seen).hasSize(12).contains("P0009!").isSorted();
        assertThat(summary.rows()).isEqualTo(11);
    }

    /** A file system with room for some bytes, which are counted over all its files. */
    private static final class SmallDisk {
        private long room;

        SmallDisk(Path folder, long bytes) throws IOException {
            room = bytes;
            for (String text : files(folder).values()) {
                room -= text.length();
            }
        }

        SeekableByteChannel open(Path path) throws IOException {
            SeekableByteChannel file = CohortFiles.Opener.OF_FILES.open(path);
            return new SeekableByteChannel() {
                @Override
                public int read(ByteBuffer out) throws IOException {
                    return file.read(out);
                }

                @Override
                public int write(ByteBuffer bytes) throws IOException {
                    if (room == 0) {
                        throw new IOException("No space left on device");
                    }
                    byte[] some = new byte[(int) Math.min(room, bytes.remaining())];
                    bytes.get(some);
                    room -= some.length;
                    return file.write(ByteBuffer.wrap(some));
                }

                @Override
                public long position() throws IOException {
                    return file.position();
                }

                @Override
                public SeekableByteChannel position(long position) throws IOException {
                    file.position(position);
                    return this;
                }

                @Override
                public long size() throws IOException {
                    return file.size();
                }

                @Override
                public SeekableByteChannel truncate(long size) throws IOException {
                    file.truncate(size);
                    return this;
                }

                @Override
                public boolean isOpen() {
                    return file.isOpen();
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }
    }
}
