package io.github.radiomics4j.reference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The reference data that are too large or not free enough for this project: {@code RADIOMICS4J_REFERENCE} names their
 * folder. A test that wants them is skipped, and says so, where it is absent.
 *
 * <p>Who asked, and whether there was something to give, is written to {@code target/reference-tests.txt}, from which
 * {@code .ci/run} counts the reference tests that ran and that were skipped.
 */
public final class Reference {
    private static final AtomicBoolean SKIPPING_WAS_SAID = new AtomicBoolean();

    private Reference() {}

    /** Returns a file or folder of the reference data, or skips the calling test where there are none. */
    public static Path path(String relative) {
        String root = System.getenv("RADIOMICS4J_REFERENCE");
        boolean isPresent = root != null && !root.isBlank();
        record(isPresent, relative);
        if (!isPresent && SKIPPING_WAS_SAID.compareAndSet(false, true)) {
            System.out.println("RADIOMICS4J_REFERENCE is not set: the tests that need reference data are skipped");
        }
        assumeTrue(isPresent, "RADIOMICS4J_REFERENCE is not set: " + relative + " is not tested");
        Path path = Path.of(root).resolve(relative);
        if (!Files.exists(path)) {
            throw new IllegalStateException("RADIOMICS4J_REFERENCE=" + root + " must hold " + relative);
        }
        return path;
    }

    /** One line: given or absent, class and method that asked, what they asked for. */
    private static void record(boolean isPresent, String relative) {
        Path target = Path.of("target");
        if (!Files.isDirectory(target)) {
            return; // not run by Maven
        }
        String line = String.join("\t", isPresent ? "given" : "absent", caller(), relative) + "\n";
        try {
            Files.writeString(
                    target.resolve("reference-tests.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the outermost method of this project on the stack, lambdas left out: the test, or what feeds it. */
    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("io.github.radiomics4j.")
                                && !frame.getClassName().equals(Reference.class.getName())
                                && !frame.getMethodName().startsWith("lambda$"))
                        .reduce((inner, outer) -> outer)
                        .map(frame -> frame.getClassName() + "\t" + frame.getMethodName())
                        .orElse("unknown\tunknown"));
    }
}
