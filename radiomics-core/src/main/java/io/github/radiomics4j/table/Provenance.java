package io.github.radiomics4j.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;

/**
 * Where numbers come from: what is needed to compute them again and to see that nothing has changed.
 *
 * @param libraryVersion version of this library
 * @param featureDefinitions {@link #FEATURE_DEFINITIONS} of that version: equal numbers mean equal features
 * @param settings the settings as text
 * @param settingsSha256 SHA-256 of the settings in UTF-8, in hexadecimal digits
 * @param imageSha1 SHA-1 of the voxels of the image, as in the diagnostics
 * @param maskSha1 SHA-1 of the labels of the mask, as in the diagnostics
 */
public record Provenance(
        String libraryVersion,
        int featureDefinitions,
        String settings,
        String settingsSha256,
        String imageSha1,
        String maskSha1) {

    /** Raised with every entry under "Feature values changed" in CHANGELOG.md. */
    public static final int FEATURE_DEFINITIONS = 1;

    /** Checks that nothing is null. */
    public Provenance {
        Objects.requireNonNull(libraryVersion, "libraryVersion");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(settingsSha256, "settingsSha256");
        Objects.requireNonNull(imageSha1, "imageSha1");
        Objects.requireNonNull(maskSha1, "maskSha1");
    }

    /** Returns the provenance of numbers that this version computes with {@code settings}. */
    public static Provenance of(String settings, String imageSha1, String maskSha1) {
        return new Provenance(
                currentLibraryVersion(), FEATURE_DEFINITIONS, settings, sha256(settings), imageSha1, maskSha1);
    }

    /** Returns the version of this library, which the build writes into a resource beside this class. */
    public static String currentLibraryVersion() {
        return Library.VERSION;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Read when first asked for. */
    private static final class Library {
        private static final String VERSION = read();

        private static String read() {
            Properties library = new Properties();
            try (InputStream in = Provenance.class.getResourceAsStream("library.properties")) {
                library.load(Objects.requireNonNull(in, "library.properties must lie beside " + Provenance.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return library.getProperty("version", "unknown");
        }
    }
}
