package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.ParameterException;
import io.github.radiomics4j.extract.PyRadiomicsParameters;
import io.github.radiomics4j.extract.SettingsFile;
import io.github.radiomics4j.io.VolumeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What is computed: a parameter file, and single settings that replace those of the file. */
final class SettingsOptions {
    @Option(
            names = {"-p", "--param", "--settings"},
            paramLabel = "FILE",
            description =
                    "A PyRadiomics parameter file (YAML or JSON), or a settings file of Radiomics4J, which begins with"
                            + " radiomics4j: 1. Without it: PyRadiomics' defaults.")
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
            Map<String, String> replaced = new LinkedHashMap<>();
            for (String override : overrides) {
                int colon = override.indexOf(':');
                if (colon < 1) {
                    throw new CommandLine.ParameterException(
                            commandLine, "-s must have the form NAME:VALUE, found " + override);
                }
                replaced.put(override.substring(0, colon), override.substring(colon + 1));
            }
            if (label != null) {
                replaced.put("label", label.toString());
            }
            SettingsFile file = parameterFile == null
                    ? SettingsFile.of(defaults(replaced))
                    : SettingsFile.read(parameterFile, replaced);
            return new Wanted(file.settings(), VolumeReader.withDefaults().withChannel(file.labelChannel()));
        } catch (ParameterException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw BadInputException.of(e);
        }
    }

    private static PyRadiomicsParameters defaults(Map<String, String> replaced) {
        PyRadiomicsParameters parameters = PyRadiomicsParameters.withDefaults();
        for (Map.Entry<String, String> override : replaced.entrySet()) {
            parameters = parameters.with(override.getKey(), override.getValue());
        }
        return parameters;
    }
}
