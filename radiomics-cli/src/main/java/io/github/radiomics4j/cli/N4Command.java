package io.github.radiomics4j.cli;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.io.VolumeWriter;
import io.github.radiomics4j.preprocess.N4BiasCorrection;
import io.github.radiomics4j.preprocess.N4BiasCorrection.Correction;
import io.github.radiomics4j.preprocess.N4BiasCorrection.Level;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Bias field correction of one image. */
@Command(
        name = "n4",
        description = "Correct the slow change of brightness in an MR image: N4 with ITK's parameters and defaults.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class N4Command implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image: NIfTI, NRRD or MetaImage.")
    @SuppressWarnings("NullAway.Init")
    private Path image;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            required = true,
            description = "Write the corrected image to this file, in 32-bit floats (64-bit if the image is).")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--mask",
            paramLabel = "M",
            description = "Fit the voxels of any label in this file, on the image's grid. Default: those above Otsu's"
                    + " threshold.")
    private @Nullable Path mask;

    @Option(
            names = "--shrink",
            paramLabel = "N",
            split = ",",
            description =
                    "Fit every Nth voxel along each axis; three numbers, x,y,z, for one each. Default: 4, and 1 along"
                            + " axes of fewer than 32 voxels.")
    private int @Nullable [] shrink;

    @Option(
            names = "--iterations",
            paramLabel = "N,N,...",
            split = ",",
            description = "Iterations at most, of each level. Default: 50,50,50,50.")
    private Integer @Nullable [] iterations;

    @Option(
            names = "--convergence",
            paramLabel = "X",
            description = "End a level when the field changes by no more than this. Default: 0.001.")
    private @Nullable Double convergence;

    @Option(names = "--field", paramLabel = "FIELD", description = "Write the natural logarithm of the field.")
    private @Nullable Path field;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads to compute on. Default: 1. The numbers do not depend on it.")
    private int threads = 1;

    /** Along shorter axes every voxel is fitted: slices are thick and few. */
    private static final int SHORT_AXIS = 32;

    @Override
    public Integer call() throws BadInputException {
        if (threads < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--threads must be at least 1, found " + threads);
        }
        try {
            ImageVolume volume = VolumeReader.withDefaults().readImage(image);
            Optional<Mask> labels = mask == null
                    ? Optional.empty()
                    : Optional.of(VolumeReader.withDefaults().readMask(mask));
            Correction correction = correct(options(volume), volume, labels);
            VolumeWriter.withDefaults().write(correction.corrected(), out);
            if (field != null) {
                VolumeWriter.withDefaults().write(correction.logBiasField(), field);
            }
            return CommandLine.ExitCode.OK;
        } catch (InvalidCaseException e) {
            throw new BadInputException(image + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw BadInputException.of(e);
        }
    }

    /** Only the user's own numbers are wrong usage. */
    private N4BiasCorrection options(ImageVolume volume) {
        try {
            N4BiasCorrection options = N4BiasCorrection.withDefaults();
            if (iterations != null) {
                options = options.withIterations(iterations);
            }
            if (convergence != null) {
                options = options.withConvergenceThreshold(convergence);
            }
            int[] factors = factors(volume);
            return options.withShrink(factors[0], factors[1], factors[2]);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int[] factors(ImageVolume volume) {
        int[] factors = new int[3];
        for (int a = 0; a < 3; a++) {
            if (shrink == null) {
                factors[a] = volume.grid().size().along(a) < SHORT_AXIS ? 1 : 4;
            } else if (shrink.length == 1 || shrink.length == 3) {
                factors[a] = shrink[shrink.length == 1 ? 0 : a];
            } else {
                throw new IllegalArgumentException("--shrink must be one number or three, found " + shrink.length);
            }
        }
        return factors;
    }

    private Correction correct(N4BiasCorrection options, ImageVolume volume, Optional<Mask> labels) {
        PrintWriter err = spec.commandLine().getErr();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads - 1));
        try (CaseProgress progress = CaseProgress.of("iterations", total(options), err)) {
            Execution run =
                    threads == 1 ? Execution.sequential() : Execution.on(pool).withMaximumThreads(threads);
            Correction correction =
                    options.correct(volume, labels, Optional.empty(), run.withListener(progress::report));
            int number = 1;
            for (Level level : correction.levels()) {
                err.println("level " + number++ + ": " + level.iterations() + " iterations, convergence "
                        + level.convergence());
            }
            err.flush();
            return correction;
        } finally {
            pool.shutdownNow();
        }
    }

    private static int total(N4BiasCorrection options) {
        return options.iterations().stream().mapToInt(Integer::intValue).sum();
    }
}
