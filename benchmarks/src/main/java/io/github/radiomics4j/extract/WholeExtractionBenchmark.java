package io.github.radiomics4j.extract;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureVector;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a whole lesion cost, from image and mask to the last column, and what does a second thread save?
 *
 * <p>Phantom C has 31264 voxels in its region; phantom A is resampled from 7664 to more. A change to one kernel that
 * does not show here is not worth its lines. For the ratio to PyRadiomics see benchmarks/README.md.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WholeExtractionBenchmark {
    /** Which phantom. */
    @Param({"A", "C"})
    public String phantom;

    /** The 1197 columns of the Ki-67 preset, or the 107 of PyRadiomics' defaults. */
    @Param({"ki67", "pyradiomics"})
    public String settings;

    /** Threads, the calling one included. */
    @Param({"1", "2"})
    public int threads;

    private ImageVolume image;
    private Mask mask;
    private RadiomicsExtractor extractor;
    private ExecutorService pool;
    private Execution execution;

    @Setup
    public void prepare() {
        IntegerPhantom chosen = IntegerPhantom.valueOf(phantom);
        image = chosen.image();
        mask = chosen.mask();
        ExtractionSettings chosenSettings =
                settings.equals("ki67") ? ExtractionSettings.ki67() : ExtractionSettings.pyradiomics();
        extractor = RadiomicsExtractor.of(chosenSettings.withDiagnostics(false));
        pool = Executors.newFixedThreadPool(1);
        execution = threads == 1 ? Execution.sequential() : Execution.on(pool).withMaximumThreads(threads);
    }

    @TearDown(Level.Trial)
    public void shutDown() {
        pool.shutdown();
    }

    @Benchmark
    public FeatureVector extract() {
        return extractor.extract(image, mask, execution);
    }
}
