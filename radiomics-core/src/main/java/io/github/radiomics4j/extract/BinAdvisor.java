package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells how many gray levels the images of a case get, and the bin width that would give a wanted number. Immutable.
 *
 * @param settings what would be extracted; families play no part
 */
public record BinAdvisor(ExtractionSettings settings) {

    /** Checks that there are settings. */
    public BinAdvisor {
        Objects.requireNonNull(settings, "settings");
    }

    /** Returns an advisor for {@code settings}. */
    public static BinAdvisor of(ExtractionSettings settings) {
        return new BinAdvisor(settings);
    }

    /**
     * What one image of a case is like.
     *
     * @param imageName its part of a column name, such as {@code "wavelet-LLH"}
     * @param minimum the lowest intensity of the region
     * @param maximum the highest
     * @param levelCount gray levels that the settings' discretization gives
     */
    public record Advice(String imageName, double minimum, double maximum, long levelCount) {

        /**
         * Returns the bin width that divides the region's range into {@code levels}: {@code (maximum − minimum) / levels}.
         * Bins of it give as many, or one more where no edge falls on the minimum or one falls on the maximum, or both.
         * NaN if the region has one intensity.
         *
         * @param levels from 1
         */
        public double binWidthFor(int levels) {
            if (levels < 1) {
                throw new IllegalArgumentException("levels must be at least 1, found " + levels);
            }
            return maximum > minimum ? (maximum - minimum) / levels : Double.NaN;
        }
    }

    /**
     * Returns the advice for each image that the filters make, in the order of the columns.
     *
     * @param image not modified
     * @param mask not modified
     * @throws InvalidCaseException if the case cannot be used; its reason says why
     */
    public List<Advice> advise(ImageVolume image, Mask mask) {
        int dimensions = image.grid().dimensions();
        ExtractionSettings used = settings.ofDimensions(dimensions);
        ExtractionSettings filtersOnly = used.withFamilies(new FamilySelection[0])
                .withImageTypes(used.imageTypes().stream()
                        .map(type -> ImageType.of(type.filter()))
                        .toList())
                .withDiagnostics(false);
        Observer observer = new Observer(used, dimensions);
        RadiomicsExtractor.of(filtersOnly).extract(image, mask, Execution.sequential(), observer);
        return List.copyOf(observer.advices);
    }

    /** Looks at the images of one extraction. Lives on the calling thread. */
    private final class Observer implements StageListener {
        private final Map<String, Discretization> discretizations = new HashMap<>();
        private final List<Advice> advices = new ArrayList<>();
        private @Nullable RegionOfInterest region;

        Observer(ExtractionSettings used, int dimensions) {
            for (ImageType type : used.imageTypes()) {
                for (String name : type.filter().imageNames(dimensions)) {
                    discretizations.put(name, used.discretizationOf(type));
                }
            }
        }

        @Override
        public void preprocessed(ImageVolume image, Mask mask) {
            region = RegionOfInterest.of(mask, settings.label());
        }

        @Override
        public void filtered(String name, ImageVolume response) {
            RegionOfInterest voxels = Objects.requireNonNull(region, "preprocessed() comes first");
            double[] intensities = voxels.intensities(response);
            double minimum = Arrays.stream(intensities).min().orElseThrow();
            double maximum = Arrays.stream(intensities).max().orElseThrow();
            Discretization discretization = discretizations.getOrDefault(name, settings.discretization());
            advices.add(
                    new Advice(name, minimum, maximum, levels(discretization, voxels, intensities, minimum, maximum)));
        }
    }

    /** More levels than there may be are estimated by the range: who asks wants to know how many. */
    private static long levels(
            Discretization discretization,
            RegionOfInterest region,
            double[] intensities,
            double minimum,
            double maximum) {
        try {
            return discretization.apply(region, intensities).levelCount();
        } catch (InvalidCaseException e) {
            if (e.reason() == InvalidCaseException.Reason.LIMIT && discretization instanceof FixedBinWidth bins) {
                return (long) ((maximum - minimum) / bins.binWidth()) + 1;
            }
            throw e;
        }
    }
}
