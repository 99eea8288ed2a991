package io.github.radiomics4j.peers;

import io.github.radiomics4j.extract.ParameterException;
import io.github.radiomics4j.extract.PyRadiomicsParameters;
import io.github.radiomics4j.extract.RadiomicsExtractor;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Extracts the cases of a list, each with its own parameter file; a case that cannot be done leaves the others as they
 * are. For benchmarks/peers/parameters.py, which holds its twin.
 */
public final class ExtractEach {
    private ExtractEach() {}

    /**
     * Writes for each line of a list (name, image, mask, parameters; separated by tabs) a file {@code NAME.ours} with
     * lines of the same form: {@code diagnostic NAME TEXT}, {@code feature NAME VALUE}, {@code reason NAME TEXT}, or one
     * line {@code error CLASS MESSAGE}.
     *
     * @param arguments the list; files are written beside it
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path list = Path.of(arguments[0]).toAbsolutePath();
        for (String line : Files.readAllLines(list)) {
            String[] fields = line.split("\t");
            Files.write(list.resolveSibling(fields[0] + ".ours"), extract(fields));
        }
    }

    private static List<String> extract(String[] fields) throws IOException {
        try {
            PyRadiomicsParameters parameters = PyRadiomicsParameters.read(Path.of(fields[3]));
            VolumeReader reader = VolumeReader.withDefaults();
            RadiomicsExtractor extractor = RadiomicsExtractor.of(parameters);
            Mask mask = reader.withChannel(parameters.labelChannel()).readMask(Path.of(fields[2]));
            return lines(extractor.extract(reader.readImage(Path.of(fields[1])), mask));
        } catch (ParameterException e) {
            return List.of("error\tParameterException\t" + oneLine(e.getMessage()));
        } catch (InvalidCaseException e) {
            return List.of("error\tInvalidCaseException." + e.reason() + "\t" + oneLine(e.getMessage()));
        } catch (RuntimeException e) { // what the comparison is there to find
            return List.of("error\tUNTYPED " + e.getClass().getName() + "\t" + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private static List<String> lines(FeatureVector features) {
        List<String> lines = new ArrayList<>();
        features.diagnostics().forEach((name, value) -> lines.add("diagnostic\t" + name + "\t" + value.text()));
        features.names().forEach(name -> lines.add("feature\t" + name + "\t" + features.value(name)));
        features.nanReasons().forEach((name, reason) -> lines.add("reason\t" + name + "\t" + oneLine(reason)));
        return lines;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
