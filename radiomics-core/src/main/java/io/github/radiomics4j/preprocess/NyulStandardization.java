package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.run.InvalidCaseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Learns a common scale of intensities from training images (Nyúl, Udupa and Zhang 2000, doi 10.1109/42.836373). The
 * percentiles of an image in scope are its landmarks; with first landmark p and last q they are mapped linearly onto the
 * scale s₁ to s₂,
 *
 * <pre>{@code m ↦ s₁ + (m − p) / (q − p) · (s₂ − s₁)}</pre>
 *
 * and the mean of each over the training images is the landmark of the standard. {@link NyulScale} maps images onto it.
 *
 * <p>Only training cases may be looked at: a scale that has seen the test cases leaks. The scale names the cases it knows.
 *
 * @param percentiles the landmarks, at least 2, ascending, 0 to 100
 * @param lower s₁
 * @param upper s₂, above {@code lower}
 * @param scope the voxels that landmarks are of
 */
public record NyulStandardization(List<Double> percentiles, double lower, double upper, VoxelScope scope) {

    /** Checks the values and copies the list. */
    public NyulStandardization {
        percentiles = List.copyOf(percentiles);
        Objects.requireNonNull(scope, "scope");
        if (percentiles.size() < 2
                || !isAscending(percentiles)
                || !(percentiles.get(0) >= 0 && percentiles.get(percentiles.size() - 1) <= 100)) {
            throw new IllegalArgumentException(
                    "there must be at least 2 percentiles, ascending, 0 to 100, found " + percentiles);
        }
        if (!(lower < upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException(
                    "the scale must be finite and in order, found " + lower + " and " + upper);
        }
    }

    static boolean isAscending(List<Double> values) {
        for (int i = 1; i < values.size(); i++) {
            if (!(values.get(i) > values.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    /** Percentiles 1, 10, 20, … 90, 99 of the foreground, on a scale of 1 to 100. */
    public static NyulStandardization withDefaults() {
        return new NyulStandardization(
                List.of(1.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 99.0),
                1,
                100,
                VoxelScope.FOREGROUND);
    }

    /** Returns a copy with other landmarks. */
    public NyulStandardization withPercentiles(Double... percentiles) {
        return new NyulStandardization(List.of(percentiles), lower, upper, scope);
    }

    /** Returns a copy with another scale. */
    public NyulStandardization withScale(double lower, double upper) {
        return new NyulStandardization(percentiles, lower, upper, scope);
    }

    /** Returns a copy that looks at other voxels. */
    public NyulStandardization withScope(VoxelScope scope) {
        return new NyulStandardization(percentiles, lower, upper, scope);
    }

    /**
     * One image to learn from.
     *
     * @param caseId which case it is of; no line break
     * @param image its intensities
     * @param region the region of interest; looked at only where it is the scope
     */
    public record TrainingImage(String caseId, ImageVolume image, Mask region) {

        /** Checks that nothing is null and the id is a line. */
        public TrainingImage {
            Objects.requireNonNull(image, "image");
            Objects.requireNonNull(region, "region");
            NyulScale.requireLine(caseId);
        }
    }

    /**
     * Learns the scale.
     *
     * @param training asked for one after the other, so that a lazy source holds one image at a time
     * @throws IllegalArgumentException if there is no image, or two have one case id
     * @throws InvalidCaseException if an image has no landmarks: CONSTANT_IMAGE if its first equals its last; NON_FINITE,
     *     EMPTY_MASK. The message begins with the case id
     */
    public NyulScale fit(Iterable<TrainingImage> training) {
        double[] sums = new double[percentiles.size()];
        List<String> cases = new ArrayList<>();
        for (TrainingImage one : training) {
            double[] marks;
            try {
                marks = landmarks(one.image(), one.region());
            } catch (InvalidCaseException e) {
                throw new InvalidCaseException(e.reason(), one.caseId() + ": " + e.getMessage());
            }
            double first = marks[0];
            double last = marks[marks.length - 1];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += lower + (marks[i] - first) / (last - first) * (upper - lower);
            }
            cases.add(one.caseId());
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one training image, found none");
        }
        List<Double> standard =
                Arrays.stream(sums).mapToObj(sum -> sum / cases.size()).toList();
        return new NyulScale(percentiles, standard, scope, cases);
    }

    private double[] landmarks(ImageVolume image, Mask region) {
        return NyulScale.landmarks(image, region, percentiles, scope);
    }
}
