package io.github.radiomics4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Which file belongs to which where a volume is in two: NAME.hdr and NAME.img, each plain or with .gz behind it. */
final class NiftiPair {
    private static final String GZIP = ".gz";

    private NiftiPair() {}

    static boolean isGzipName(Path file) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(GZIP);
    }

    static boolean isHeaderName(Path file) {
        return hasExtension(file, ".hdr");
    }

    /** Returns the header of an image, which begins as one must; empty where {@code file} is none or has none. */
    static Optional<Path> headerOf(Path file) {
        return hasExtension(file, ".img") ? sibling(file, "hdr").filter(NiftiPair::beginsAsHeader) : Optional.empty();
    }

    /** Returns the image of a header; empty where {@code file} has not the name of a header or there is none. */
    static Optional<Path> imageOf(Path file) {
        return isHeaderName(file) ? sibling(file, "img") : Optional.empty();
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static boolean hasExtension(Path file, String extension) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return name.endsWith(extension) || name.endsWith(extension + GZIP);
    }

    private static Optional<Path> sibling(Path file, String extension) {
        String name = name(file);
        String stem = isGzipName(file) ? name.substring(0, name.length() - GZIP.length()) : name;
        String base = stem.substring(0, stem.length() - extension.length());
        boolean upper = stem.endsWith(stem.substring(base.length()).toUpperCase(Locale.ROOT));
        String other = base + (upper ? extension.toUpperCase(Locale.ROOT) : extension);
        for (String candidate : new String[] {other, other + GZIP}) {
            Path sibling = file.resolveSibling(candidate);
            if (Files.isRegularFile(sibling)) {
                return Optional.of(sibling);
            }
        }
        return Optional.empty();
    }

    private static boolean beginsAsHeader(Path header) {
        try (InputStream plain = PlainBytes.openAt(header, 0)) {
            boolean gzip = GzipBytes.isGzip(plain.readNBytes(2));
            try (InputStream in = gzip ? GzipBytes.inflate(header, 0) : PlainBytes.openAt(header, 0)) {
                byte[] size = in.readNBytes(4);
                return size.length == 4
                        && (NiftiHeader.isSize(ByteBuffer.wrap(size).getInt())
                                || NiftiHeader.isSize(Integer.reverseBytes(
                                        ByteBuffer.wrap(size).getInt())));
            }
        } catch (IOException e) {
            // What cannot be read is no header; reading the image itself says more.
            return false;
        }
    }
}
