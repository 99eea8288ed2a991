package io.github.radiomics4j.peers;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.io.VolumeWriter;
import io.github.radiomics4j.preprocess.N4BiasCorrection;
import io.github.radiomics4j.preprocess.N4BiasCorrection.Correction;
import io.github.radiomics4j.run.Execution;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Times N4 in process, with a fresh copy of the image for every call: the twin of benchmarks/peers/n4_simpleitk.py, with the
 * same requests, answers and rules.
 */
public final class N4Times {
    private final ThreadMeter meter = new ThreadMeter();
    private final Execution execution;
    private final PrintStream out;

    private PixelSource image; // by the first request
    private N4BiasCorrection options;

    private N4Times(int threads, PrintStream out) {
        this.out = out;
        this.execution = threads == 1
                ? Execution.sequential()
                : Execution.on(meter.pool(threads - 1)).withMaximumThreads(threads);
    }

    /**
     * Answers the requests on standard input.
     *
     * @param arguments the number of threads
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        N4Times times =
                new N4Times(Integer.parseInt(arguments[0]), new PrintStream(System.out, true, StandardCharsets.UTF_8));
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
                ImageVolume read = VolumeReader.withDefaults().readImage(Path.of(request[1]));
                double[] voxels = read.toDoubles();
                float[] floats = new float[voxels.length];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) voxels[i];
                }
                image = PixelSource.of(ImageVolume.wrap(read.grid(), PixelType.FLOAT32, floats));
                int[] shrink = Arrays.stream(request[2].split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                options = N4BiasCorrection.withDefaults().withShrink(shrink[0], shrink[1], shrink[2]);
                out.println("{\"done\": \"open\"}");
            }
            case "warm" -> {
                long start = System.nanoTime();
                for (int calls = 0; calls < 3 || (System.nanoTime() - start) / 1e9 < Double.parseDouble(request[1]); ) {
                    call();
                    calls++;
                }
                out.println("{\"done\": \"warm\"}");
            }
            case "time" -> {
                time(Integer.parseInt(request[1]));
                out.println("{\"done\": \"time\"}");
            }
            case "write" -> {
                VolumeWriter.withDefaults().write(call().logBiasField(), Path.of(request[1]));
                out.println("{\"done\": \"write\"}");
            }
            default ->
                throw new IllegalArgumentException("a request must be open, warm, time or write, found " + request[0]);
        }
    }

    private void time(int calls) {
        for (int i = 0; i < calls; i++) {
            long bytes = meter.allocatedBytes();
            double cpuSeconds = meter.cpuSeconds();
            long start = System.nanoTime();
            call();
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "{\"seconds\": %.9f, \"cpu_seconds\": %.9f, \"allocated_bytes\": %d}%n",
                    seconds,
                    meter.cpuSeconds() - cpuSeconds,
                    meter.allocatedBytes() - bytes);
        }
    }

    private Correction call() {
        return Objects.requireNonNull(options, "open must be the first request")
                .correct(image.freshImage(), Optional.empty(), Optional.empty(), execution);
    }
}
