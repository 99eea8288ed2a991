package com.example;

import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.RadiomicsExtractor;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Embeds the core with one dependency, on the class path: the core must answer, and what it brings along must stay small.
 */
final class OnTheClassPath {
    /** Of the jars that the core depends on, all together. */
    private static final long MAXIMUM_BYTES = 1_000_000;

    private OnTheClassPath() {}

    public static void main(String[] args) throws IOException {
        if (IntegerPhantom.class.getModule().isNamed()) {
            throw new IllegalStateException(
                    "the core must be used from the class path, found " + IntegerPhantom.class.getModule());
        }
        FeatureVector features = RadiomicsExtractor.of(ExtractionSettings.ki67())
                .extract(IntegerPhantom.A.image(), IntegerPhantom.A.mask());
        if (features.size() != 1197) {
            throw new IllegalStateException("the lesion must have 1197 features, found " + features.size());
        }
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
        long coreBytes = 0;
        long pulledInBytes = 0;
        for (Path jar : jars) {
            if (jar.getFileName().toString().startsWith("radiomics-core")) {
                coreBytes += Files.size(jar);
            } else {
                pulledInBytes += Files.size(jar);
            }
        }
        if (coreBytes == 0) {
            throw new IllegalStateException("the core must be used as a jar, found " + jars);
        }
        if (pulledInBytes >= MAXIMUM_BYTES) {
            throw new IllegalStateException("what the core pulls in must stay under " + MAXIMUM_BYTES + " bytes, found "
                    + pulledInBytes + " in " + jars);
        }
        System.out.println("class path: " + features.size() + " features; the core has " + coreBytes
                + " bytes and pulls in " + pulledInBytes);
    }
}
