package io.github.radiomics4j.cli;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.io.VolumeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Features of one case. */
@Command(
        name = "extract",
        description = "Compute the features of one region in one image.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExtractCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image: NIfTI, NRRD or MetaImage.")
    @SuppressWarnings("NullAway.Init")
    private Path image;

    @Parameters(index = "1", paramLabel = "MASK", description = "The mask on the image's grid, in the same formats.")
    @SuppressWarnings("NullAway.Init")
    private Path mask;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SettingsOptions settings;

    @Option(
            names = {"-l", "--label"},
            paramLabel = "N",
            description = "The label that is the region. Default: that of the parameter file, or 1.")
    private @Nullable Integer label;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private OutputOptions output;

    @Override
    public Integer call() throws BadInputException {
        SettingsOptions.Wanted wanted = settings.wanted(spec.commandLine(), label);
        try {
            ImageVolume volume = VolumeReader.withDefaults().readImage(image);
            Mask labels = wanted.maskReader().readMask(mask);
            output.extractAndWrite(
                    spec.commandLine(),
                    wanted.settings().withDiagnostics(output.diagnostics()),
                    volume,
                    labels,
                    image.toString(),
                    mask.toString());
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            throw BadInputException.of(e);
        }
    }
}
