package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.ParameterException;
import io.github.radiomics4j.extract.PyRadiomicsParameters;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.io.VolumeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image: NIfTI (.nii, .nii.gz) or NRRD (.nrrd).")
    @SuppressWarnings("NullAway.Init")
    private Path image;

    @Parameters(index = "1", paramLabel = "MASK", description = "The mask on the image's grid, in the same formats.")
    @SuppressWarnings("NullAway.Init")
    private Path mask;

    @Option(
            names = {"-p", "--param"},
            paramLabel = "FILE",
            description = "A PyRadiomics parameter file (YAML or JSON). Without it: PyRadiomics' defaults.")
    private @Nullable Path parameterFile;

    @Option(
            names = {"-s", "--setting"},
            paramLabel = "NAME:VALUE",
            description = "Replace one setting, as in -s binWidth:10 or -s resampledPixelSpacing:1,1,1; repeatable.")
    private List<String> overrides = new ArrayList<>();

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
        ExtractionSettings settings = settings().withDiagnostics(output.diagnostics());
        try {
            ImageVolume volume = VolumeReader.withDefaults().readImage(image);
            Mask labels = VolumeReader.withDefaults().readMask(mask);
            output.extractAndWrite(spec.commandLine(), settings, volume, labels, image.toString(), mask.toString());
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            throw BadInputException.of(e);
        }
    }

    private ExtractionSettings settings() throws BadInputException {
        try {
            PyRadiomicsParameters parameters = parameterFile == null
                    ? PyRadiomicsParameters.withDefaults()
                    : PyRadiomicsParameters.read(parameterFile);
            for (String override : overrides) {
                int colon = override.indexOf(':');
                if (colon < 1) {
                    throw new CommandLine.ParameterException(
                            spec.commandLine(), "-s must have the form NAME:VALUE, found " + override);
                }
                parameters = parameters.with(override.substring(0, colon), override.substring(colon + 1));
            }
            if (label != null) {
                parameters = parameters.with("label", label.toString());
            }
            return parameters.toSettings();
        } catch (ParameterException e) {
            throw new BadInputException(e.getMessage(), e);
        } catch (IOException e) {
            throw BadInputException.of(e);
        }
    }
}
