package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.ParameterException;
import io.github.radiomics4j.extract.PyRadiomicsParameters;
import io.github.radiomics4j.io.VolumeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What is computed: a parameter file, and single settings that replace those of the file. */
final class SettingsOptions {
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

    /**
     * What the options ask for.
     *
     * @param settings of the extraction
     * @param maskReader takes the settings' channel of masks whose voxels are vectors or colors
     */
    record Wanted(ExtractionSettings settings, VolumeReader maskReader) {}

    /** Returns what is asked for, with another label where one is given. */
    Wanted wanted(CommandLine commandLine, @Nullable Integer label) throws BadInputException {
        try {
            PyRadiomicsParameters parameters = parameterFile == null
                    ? PyRadiomicsParameters.withDefaults()
                    : PyRadiomicsParameters.read(parameterFile);
            for (String override : overrides) {
                int colon = override.indexOf(':');
                if (colon < 1) {
                    throw new CommandLine.ParameterException(
                            commandLine, "-s must have the form NAME:VALUE, found " + override);
                }
                parameters = parameters.with(override.substring(0, colon), override.substring(colon + 1));
            }
            if (label != null) {
                parameters = parameters.with("label", label.toString());
            }
            return new Wanted(
                    parameters.toSettings(), VolumeReader.withDefaults().withChannel(parameters.labelChannel()));
        } catch (ParameterException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw BadInputException.of(e);
        }
    }
}
