package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.RadiomicsExtractor;
import io.github.radiomics4j.table.Provenance;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line.
 *
 * <p>Exit codes are those of the pyradiomics command: 0 done, 1 bad input, 2 wrong usage, 3 an error of the program, −1
 * (255 in a shell) cancelled.
 */
@Command(
        name = "radiomics4j",
        description = "Radiomic features of a region in a medical image, with PyRadiomics' names and numbers.",
        subcommands = {
            ExtractCommand.class,
            BatchCommand.class,
            ValidateCommand.class,
            N4Command.class,
            InfoCommand.class,
            FeaturesCommand.class,
            DemoCommand.class
        },
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "radiomics4j COMMAND --help says more about a command."})
public final class Main {
    static final int BAD_INPUT = 1;
    static final int PROGRAM_ERROR = 3;
    static final int CANCELLED = -1;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of an error, and messages of every stage.")
    private boolean debug;

    private Main() {}

    /** Runs the command line and exits. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
    }

    /**
     * Runs the command line and returns its exit code.
     *
     * @param out results
     * @param err messages
     */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        Main main = new Main();
        if (arguments.length > 0 && arguments[0].equals("batch")) {
            // Thousands of lines that do not name a case; the files hold the same for each.
            System.setProperty("org.slf4j.simpleLogger.log." + RadiomicsExtractor.class.getName(), "error");
        }
        for (String argument : arguments) {
            if (argument.equals("--debug")) {
                // Before the first logger is made.
                System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
            }
        }
        try {
            return new CommandLine(main)
                    .setOut(out)
                    .setErr(err)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler((exception, commandLine, parsed) -> main.report(exception, err))
                    .execute(arguments);
        } catch (OutOfMemoryError e) {
            return main.report(e, err);
        }
    }

    /** It is no failure of a case: which one meets it depends on what else is computed at that moment. */
    private int report(OutOfMemoryError error, PrintWriter err) {
        if (debug) {
            error.printStackTrace(err);
        }
        err.println("radiomics4j: not enough memory: " + error.getMessage()
                + "; -Xmx (in JAVA_OPTS for the launcher) gives Java more, fewer jobs or threads need less, and batch"
                + " --resume goes on after what is finished");
        return PROGRAM_ERROR;
    }

    private int report(Exception exception, PrintWriter err) {
        if (debug) {
            exception.printStackTrace(err);
        }
        if (exception instanceof CancellationException) {
            err.println("radiomics4j: cancelled");
            return CANCELLED;
        }
        if (exception instanceof BadInputException) {
            err.println("radiomics4j: " + exception.getMessage());
            return BAD_INPUT;
        }
        err.println(
                "radiomics4j: an error of the program (" + exception + ")" + (debug ? "" : "; --debug prints where"));
        return PROGRAM_ERROR;
    }

    /** The version of the library. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Radiomics4J " + Provenance.currentLibraryVersion()};
        }
    }
}
