package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A scale of intensities that {@link NyulStandardization} has learned, and the step that maps an image onto it: between two
 * of the image's landmarks linearly onto the standard's, beyond the first and the last along the line of the outer pair.
 * Landmarks of an image that are equal, as in images of few values, have no line between them.
 *
 * <p>The file is text, a key and a value in each line:
 *
 * <pre>{@code
 * radiomics4j-nyul 1
 * scope foreground
 * case P001
 * case P002
 * landmark 1.0 1.0
 * landmark 10.0 13.25
 * ...
 * }</pre>
 *
 * where a landmark is a percentile and its place on the scale.
 *
 * @param percentiles ascending, 0 to 100
 * @param landmarks their places on the scale, as many, not descending, the last above the first
 * @param scope the voxels that an image's landmarks are of
 * @param trainingCases what the scale was learned from
 */
public record NyulScale(List<Double> percentiles, List<Double> landmarks, VoxelScope scope, List<String> trainingCases)
        implements ImageStep {
    private static final String HEADER = "radiomics4j-nyul 1";

    /** Checks the values and copies the lists. */
    public NyulScale {
        // Its checks are those of the percentiles.
        percentiles = new NyulStandardization(percentiles, 0, 1, scope).percentiles();
        landmarks = List.copyOf(landmarks);
        trainingCases = List.copyOf(trainingCases);
        if (landmarks.size() != percentiles.size()) {
            throw new IllegalArgumentException("there must be a landmark for each percentile, found " + landmarks.size()
                    + " for " + percentiles.size());
        }
        for (int i = 0; i < landmarks.size(); i++) {
            if (!Double.isFinite(landmarks.get(i)) || (i > 0 && landmarks.get(i) < landmarks.get(i - 1))) {
                throw new IllegalArgumentException("landmarks must be finite and not descend, found " + landmarks);
            }
        }
        if (landmarks.get(0).equals(landmarks.get(landmarks.size() - 1))) {
            throw new IllegalArgumentException("the last landmark must be above the first, found " + landmarks);
        }
        trainingCases.forEach(NyulScale::requireLine);
        if (new HashSet<>(trainingCases).size() != trainingCases.size()) {
            throw new IllegalArgumentException("no case may be there twice, found " + trainingCases);
        }
    }

    static void requireLine(String caseId) {
        if (Objects.requireNonNull(caseId, "caseId").isBlank()
                || !caseId.equals(caseId.strip())
                || caseId.lines().count() != 1) {
            throw new IllegalArgumentException(
                    "a case id must be a line that neither begins nor ends with a blank, found \"" + caseId + "\"");
        }
    }

    /** Returns the percentiles of an image, of which the last is above the first. */
    static double[] landmarks(ImageVolume image, Mask region, List<Double> percentiles, VoxelScope scope) {
        double[] sorted = scope.intensities(image, region);
        Arrays.sort(sorted);
        double[] marks =
                percentiles.stream().mapToDouble(q -> Percentiles.of(sorted, q)).toArray();
        if (!(marks[marks.length - 1] > marks[0])) {
            throw VoxelScope.constant(
                    "put on a scale, percentiles " + percentiles.get(0) + " and "
                            + percentiles.get(percentiles.size() - 1) + " included",
                    marks[0]);
        }
        return marks;
    }

    /**
     * {@inheritDoc}
     *
     * @return of {@link PixelType#FLOAT64}
     * @throws InvalidCaseException CONSTANT_IMAGE if the first landmark of the image equals its last; NON_FINITE; EMPTY_MASK
     */
    @Override
    public ImageVolume apply(ImageVolume image, Mask region, Execution execution) {
        double[] given = landmarks(image, region, percentiles, scope);
        double[] from = new double[given.length];
        double[] to = new double[given.length];
        int count = 0;
        for (int i = 0; i < given.length; i++) {
            if (count == 0 || given[i] > from[count - 1]) {
                from[count] = given[i];
                to[count] = landmarks.get(i);
                count++;
            }
        }
        execution.checkCancelled();
        double[] out = image.toDoubles();
        for (int v = 0; v < out.length; v++) {
            int i = Arrays.binarySearch(from, 0, count, out[v]);
            int segment = Math.max(0, Math.min(count - 2, i >= 0 ? i : -i - 2));
            double slope = (to[segment + 1] - to[segment]) / (from[segment + 1] - from[segment]);
            out[v] = to[segment] + (out[v] - from[segment]) * slope;
        }
        return ImageVolume.wrap(image.grid(), PixelType.FLOAT64, out);
    }

    @Override
    public boolean needsRegion() {
        return scope == VoxelScope.REGION;
    }

    /**
     * Saves the scale; {@link #read} gives an equal one.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        lines.add("scope " + scope.name().toLowerCase(Locale.ROOT));
        trainingCases.forEach(id -> lines.add("case " + id));
        for (int i = 0; i < landmarks.size(); i++) {
            lines.add("landmark " + percentiles.get(i) + " " + landmarks.get(i));
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    /**
     * Reads a scale.
     *
     * @throws IOException if the file cannot be read or is no scale; the message has path and line
     */
    public static NyulScale read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " must be text in UTF-8", e);
        }
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IOException(file + ", line 1: must be \"" + HEADER + "\", found "
                    + (lines.isEmpty() ? "an empty file" : "\"" + lines.get(0) + "\""));
        }
        Reader reader = new Reader();
        for (int i = 1; i < lines.size(); i++) {
            try {
                reader.take(lines.get(i));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        try {
            return reader.scale();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** What has been read of a file. */
    private static final class Reader {
        private final List<Double> percentiles = new ArrayList<>();
        private final List<Double> landmarks = new ArrayList<>();
        private final List<String> cases = new ArrayList<>();
        private final List<VoxelScope> scopes = new ArrayList<>();

        void take(String line) {
            int blank = line.indexOf(' ');
            String key = blank < 0 ? line : line.substring(0, blank);
            String value = blank < 0 ? "" : line.substring(blank + 1);
            switch (key) {
                case "scope" -> scopes.add(scope(value));
                case "case" -> cases.add(value);
                case "landmark" -> {
                    String[] numbers = value.split(" ", -1);
                    if (numbers.length != 2) {
                        throw new IllegalArgumentException(
                                "a landmark must be a percentile and its place, found \"" + value + "\"");
                    }
                    percentiles.add(number(numbers[0]));
                    landmarks.add(number(numbers[1]));
                }
                default ->
                    throw new IllegalArgumentException("must be scope, case or landmark, found \"" + line + "\"");
            }
        }

        private static VoxelScope scope(String value) {
            for (VoxelScope scope : VoxelScope.values()) {
                if (scope.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return scope;
                }
            }
            throw new IllegalArgumentException(
                    "the scope must be image, foreground or region, found \"" + value + "\"");
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("must be a number, found \"" + text + "\"", e);
            }
        }

        NyulScale scale() {
            if (scopes.size() != 1) {
                throw new IllegalArgumentException("there must be one scope, found " + scopes.size());
            }
            return new NyulScale(percentiles, landmarks, scopes.get(0), cases);
        }
    }
}
