package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.RadiomicsExtractor;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.table.FeatureFormat;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How and where the commands that extract write, and on how many threads they compute. */
final class OutputOptions {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write to this file instead of standard output.")
    private @Nullable Path file;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv (a header and one row; default), json or txt.")
    private FeatureFormat format = FeatureFormat.CSV;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads to compute on. Default: 1. The numbers do not depend on it.")
    private int threads = 1;

    @Option(
            names = "--no-diagnostics",
            negatable = false,
            description = "Leave out the columns that describe image, mask and settings.")
    private boolean noDiagnostics;

    boolean diagnostics() {
        return !noDiagnostics;
    }

    /** Computes and writes; a file appears whole or not at all. */
    void extractAndWrite(
            CommandLine commandLine,
            ExtractionSettings settings,
            ImageVolume image,
            Mask mask,
            String imageName,
            String maskName)
            throws BadInputException, IOException {
        if (threads < 1) {
            throw new CommandLine.ParameterException(commandLine, "--threads must be at least 1, found " + threads);
        }
        FeatureVector features;
        try {
            features = extract(settings, image, mask);
        } catch (InvalidCaseException e) {
            throw new BadInputException(imageName + ", " + maskName + ": " + e.getMessage(), e);
        }
        if (file == null) {
            format.write(commandLine.getOut(), imageName, maskName, features, diagnostics());
            commandLine.getOut().flush();
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        Path half = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
                format.write(writer, imageName, maskName, features, diagnostics());
            }
            Files.move(half, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private FeatureVector extract(ExtractionSettings settings, ImageVolume image, Mask mask) {
        RadiomicsExtractor extractor = RadiomicsExtractor.of(settings);
        if (threads == 1) {
            return extractor.extract(image, mask);
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads - 1);
        try {
            return extractor.extract(image, mask, Execution.on(pool).withMaximumThreads(threads));
        } finally {
            pool.shutdownNow();
        }
    }
}
