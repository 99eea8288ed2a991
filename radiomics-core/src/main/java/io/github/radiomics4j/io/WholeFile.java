package io.github.radiomics4j.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that has been written beside its place, under a name of its own, and waits to be moved there. Closing it takes
 * away what was not moved.
 *
 * @param part where it is
 * @param place where it belongs
 */
record WholeFile(Path part, Path place) implements AutoCloseable {

    /** What is written. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file that appears whole or not at all. */
    static void write(Path place, Content content) throws IOException {
        try (WholeFile file = beside(place, content)) {
            file.moveToPlace();
        }
    }

    static WholeFile beside(Path place, Content content) throws IOException {
        // Not a temporary file of the platform, which its owner alone may read, even after the move.
        Path part = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        WholeFile file = new WholeFile(part, place);
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(out);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        return file;
    }

    void moveToPlace() throws IOException {
        try {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part);
    }
}
