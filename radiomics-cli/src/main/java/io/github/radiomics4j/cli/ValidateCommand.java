package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.BinAdvisor;
import io.github.radiomics4j.extract.BinAdvisor.Advice;
import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.ParameterException;
import io.github.radiomics4j.extract.SettingsFile;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.run.InvalidCaseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is in a settings file, or what is wrong with it. */
@Command(
        name = "validate",
        description = {
            "Check a settings file, ours or PyRadiomics', and say what it computes.",
            "",
            "With an image and a mask: how many gray levels each image gets, and bin widths that give others."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ValidateCommand implements Callable<Integer> {
    /** Between these many gray levels texture is usually taken. */
    private static final int FEW_LEVELS = 32;

    private static final int MANY_LEVELS = 128;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The settings file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--as-settings",
            paramLabel = "OUT",
            description = "Write what the file says as a settings file of Radiomics4J; OUT must not be there.")
    private @Nullable Path converted;

    @Option(names = "--image", paramLabel = "IMAGE", description = "An image to count gray levels in; needs --mask.")
    private @Nullable Path image;

    @Option(names = "--mask", paramLabel = "MASK", description = "The mask of that image.")
    private @Nullable Path mask;

    @Override
    public Integer call() throws BadInputException {
        if ((image == null) != (mask == null)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--image and --mask go together");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            SettingsFile settings = SettingsFile.read(file);
            summarize(settings, out);
            if (converted != null) {
                convert(settings, converted);
            }
            if (image != null && mask != null) {
                advise(settings, image, mask, out);
            }
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (ParameterException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw BadInputException.of(e);
        }
    }

    private void summarize(SettingsFile settings, PrintWriter out) {
        ExtractionSettings wanted = settings.settings();
        out.println(file + ": ok, "
                + (settings.kind() == SettingsFile.Kind.RADIOMICS4J
                        ? "a settings file of Radiomics4J"
                        : "a parameter file of PyRadiomics"));
        out.println("  image types      "
                + wanted.imageTypes().stream()
                        .map(type -> type.filter().name() + " ("
                                + type.filter().imageNames().size() + ")")
                        .collect(Collectors.joining(", ")));
        out.println("  feature classes  "
                + wanted.families().stream()
                        .map(selection -> selection.family().name() + " ("
                                + selection.features().size() + ")")
                        .collect(Collectors.joining(", ")));
        out.println("  features         " + wanted.featureNames().size());
        settings.remarks().forEach(remark -> out.println("  note             " + remark));
    }

    private static void convert(SettingsFile settings, Path target) throws IOException, BadInputException {
        if (Files.exists(target)) {
            throw new BadInputException(target + ": there is such a file", null);
        }
        settings.write(target);
    }

    private static void advise(SettingsFile settings, Path image, Path mask, PrintWriter out)
            throws IOException, BadInputException {
        try {
            out.println("  gray levels, range of the region, bin widths for " + MANY_LEVELS + " and " + FEW_LEVELS
                    + " levels");
            for (Advice advice : BinAdvisor.of(settings.settings())
                    .advise(
                            VolumeReader.withDefaults().readImage(image),
                            VolumeReader.withDefaults()
                                    .withChannel(settings.labelChannel())
                                    .readMask(mask))) {
                out.println(String.format(
                        Locale.ROOT,
                        "  %s: %d levels, %s to %s, %.4g and %.4g",
                        advice.imageName(),
                        advice.levelCount(),
                        advice.minimum(),
                        advice.maximum(),
                        advice.binWidthFor(MANY_LEVELS),
                        advice.binWidthFor(FEW_LEVELS)));
            }
        } catch (InvalidCaseException e) {
            throw new BadInputException(image + ", " + mask + ": " + e.getMessage(), e);
        }
    }
}
