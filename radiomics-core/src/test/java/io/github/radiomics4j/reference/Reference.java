package io.github.radiomics4j.reference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The reference data that are too large or not free enough for this project: {@code RADIOMICS4J_REFERENCE} names their
 * folder. A test that wants them is skipped, and says so, where it is absent.
 */
public final class Reference {
    private Reference() {}

    /** Returns a file or folder of the reference data, or skips the calling test where there are none. */
    public static Path path(String relative) {
        String root = System.getenv("RADIOMICS4J_REFERENCE");
        assumeTrue(root != null && !root.isBlank(), "RADIOMICS4J_REFERENCE is not set: " + relative + " is not tested");
        Path path = Path.of(root).resolve(relative);
        if (!Files.exists(path)) {
            throw new IllegalStateException("RADIOMICS4J_REFERENCE=" + root + " must hold " + relative);
        }
        return path;
    }
}
