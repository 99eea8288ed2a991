package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.image.IntegerPhantom;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The 1197 features of a lesion that needs no file. */
@Command(
        name = "demo",
        description =
                "Compute the 1197 features of the Ki-67 study on a lesion made by integer formulas, so that no file is needed.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private OutputOptions output;

    @Override
    public Integer call() throws BadInputException {
        IntegerPhantom phantom = IntegerPhantom.A;
        try {
            output.extractAndWrite(
                    spec.commandLine(),
                    ExtractionSettings.ki67().withDiagnostics(output.diagnostics()),
                    phantom.image(),
                    phantom.mask(),
                    "phantom_a image",
                    "phantom_a mask");
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            throw BadInputException.of(e);
        }
    }
}
