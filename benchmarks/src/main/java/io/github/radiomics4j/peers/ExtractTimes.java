package io.github.radiomics4j.peers;

import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.PyRadiomicsParameters;
import io.github.radiomics4j.extract.RadiomicsExtractor;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.IbsiFamilies;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import io.github.radiomics4j.texture.Aggregation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Times extraction in process, with fresh copies of image and mask for every call: the twin of
 * benchmarks/peers/extract_pyradiomics.py, with the same requests, answers and rules. A call's line has also the bytes
 * that it allocated.
 */
public final class ExtractTimes {
    private static final int FEWEST_WARM_CALLS = 3;

    private final ThreadMeter meter = new ThreadMeter();
    private final Execution execution;
    private final PrintStream out;

    private Case opened; // by the first request
    private int rep;

    private ExtractTimes(int threads, PrintStream out) {
        this.out = out;
        this.execution = threads == 1
                ? Execution.sequential()
                : Execution.on(meter.pool(threads - 1)).withMaximumThreads(threads);
    }

    /**
     * Answers the requests on standard input.
     *
     * @param arguments the number of threads; 1 by default
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        int threads = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        ExtractTimes times = new ExtractTimes(threads, new PrintStream(System.out, true, StandardCharsets.UTF_8));
        times.out.printf(
                "{\"done\": \"start\", \"side\": \"Radiomics4J\", \"versions\": \"%s %s\"}%n",
                System.getProperty("java.vm.name"), System.getProperty("java.vm.version"));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            times.answer(line.split("\t"));
        }
    }

    private void answer(String[] request) throws IOException {
        switch (request[0]) {
            case "open" -> {
                opened = Case.open(request);
                rep = 0;
                out.println("{\"done\": \"open\"}");
            }
            case "warm" -> warm(Double.parseDouble(request[1]));
            case "time" -> time(Integer.parseInt(request[1]));
            case "write" -> write(Path.of(request[1]));
            default ->
                throw new IllegalArgumentException("a request must be open, warm, time or write, found " + request[0]);
        }
    }

    private void warm(double seconds) {
        long start = System.nanoTime();
        double last = 0;
        int calls = 0;
        while (calls < FEWEST_WARM_CALLS || (System.nanoTime() - start) / 1e9 < seconds) {
            last = call().seconds();
            calls++;
        }
        out.printf(Locale.ROOT, "{\"done\": \"warm\", \"calls\": %d, \"seconds\": %.9f}%n", calls, last);
    }

    private void time(int calls) {
        for (int i = 0; i < calls; i++) {
            Call call = call();
            rep++;
            out.printf(
                    Locale.ROOT,
                    "{%s, \"rep\": %d, \"seconds\": %.9f, \"cpu_seconds\": %.9f, \"allocated_bytes\": %d}%n",
                    call.names(),
                    rep,
                    call.seconds(),
                    call.cpuSeconds(),
                    call.allocatedBytes());
        }
        out.println("{\"done\": \"time\"}");
    }

    private void write(Path file) throws IOException {
        FeatureVector features = call().features();
        List<String> lines = new ArrayList<>(List.of("feature,value"));
        for (FeatureName name : features.names()) {
            lines.add(features.naming().column(name) + "," + features.value(name));
        }
        Files.write(file, lines);
        out.printf("{\"done\": \"write\", \"features\": %d}%n", features.size());
    }

    private Call call() {
        Case current = Objects.requireNonNull(opened, "open must be the first request");
        ImageVolume image = current.image.freshImage();
        Mask mask = current.mask.freshMask();
        long bytes = meter.allocatedBytes();
        double cpuSeconds = meter.cpuSeconds();
        long start = System.nanoTime();
        FeatureVector features = current.extractor.extract(image, mask, execution);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Call(
                current.names, features, seconds, meter.cpuSeconds() - cpuSeconds, meter.allocatedBytes() - bytes);
    }

    /** One case under one configuration. */
    private record Case(String names, PixelSource image, PixelSource mask, RadiomicsExtractor extractor) {
        static Case open(String[] request) throws IOException {
            VolumeReader reader = VolumeReader.withDefaults();
            return new Case(
                    String.format("\"case\": \"%s\", \"config\": \"%s\"", request[1], request[2]),
                    PixelSource.of(reader.readImage(Path.of(request[3]))),
                    PixelSource.of(reader.readImage(Path.of(request[4]))),
                    RadiomicsExtractor.of(settings(request[2], request[5]).withDiagnostics(false)));
        }

        /** @param parameters a parameter file, or, of the configuration "ibsi", a choice of families */
        private static ExtractionSettings settings(String configuration, String parameters) throws IOException {
            return configuration.equals("ibsi")
                    ? ibsi(parameters)
                    : PyRadiomicsParameters.read(Path.of(parameters)).toSettings();
        }

        /** The settings of extract_mirp.py. */
        private static ExtractionSettings ibsi(String families) {
            return ExtractionSettings.ibsi()
                    .withResampling(Resampling.centered(2, 2, 2).withRounding(Resampling.Rounding.NONE))
                    .withDiscretization(new FixedBinCount(32, FixedBinCount.Rule.FORMULA))
                    .withFamilies(IbsiFamilies.in(Aggregation.MERGED_3D).stream()
                            .filter(family ->
                                    families.equals("all") || !family.name().equals("morphology"))
                            .map(family -> family instanceof IntensityVolumeHistogramFamily histogram
                                    ? histogram.withBins(new IntensityVolumeHistogramFamily.FixedNumber(1000))
                                    : family)
                            .toArray(FeatureFamily[]::new));
        }
    }

    private record Call(String names, FeatureVector features, double seconds, double cpuSeconds, long allocatedBytes) {}
}
