package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.feature.FeatureValues;
import io.github.radiomics4j.feature.Region;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.filter.ImageFilter.FilterResult;
import io.github.radiomics4j.filter.ImageFilter.NamedVolume;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.preprocess.MaskCheck;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import io.github.radiomics4j.table.Provenance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From an image and a mask to a feature vector. Immutable and safe for use by many threads: make one per set of settings
 * and keep it.
 *
 * <p>Each expensive thing is made once: the box is cut out and resampled once, each filter runs once, each image is
 * discretized once, one sweep over the neighbors feeds all families that need it. One task per image then computes its
 * families, on the calling thread and on those of the {@link Execution}; the result does not depend on their number.
 */
public final class RadiomicsExtractor {
    /** Fewer gray levels than this carry little texture. */
    private static final int FEW_GRAY_LEVELS = 16;

    /** More gray levels than this leave most cells of a texture matrix empty. */
    static final int MANY_GRAY_LEVELS = 400;

    private static final Logger LOG = LoggerFactory.getLogger(RadiomicsExtractor.class);

    private final ExtractionSettings settings;

    private RadiomicsExtractor(ExtractionSettings settings) {
        this.settings = settings;
    }

    /** Returns an extractor for {@code settings}. */
    public static RadiomicsExtractor of(ExtractionSettings settings) {
        return new RadiomicsExtractor(Objects.requireNonNull(settings, "settings"));
    }

    /** Returns an extractor for the settings of a parameter file. */
    public static RadiomicsExtractor of(PyRadiomicsParameters parameters) {
        return of(parameters.toSettings());
    }

    /** Returns the settings. */
    public ExtractionSettings settings() {
        return settings;
    }

    /**
     * Computes the features of the settings' label, on the calling thread.
     *
     * @throws InvalidCaseException if the case cannot be used; its reason says why
     */
    public FeatureVector extract(ImageVolume image, Mask mask) {
        return extract(image, mask, Execution.sequential());
    }

    /**
     * Computes the features of the settings' label.
     *
     * @param execution threads, cancellation and listener; progress counts the images that features are computed from,
     *     and the shape as one
     * @throws InvalidCaseException if the case cannot be used; its reason says why
     * @throws java.util.concurrent.CancellationException if cancelled or interrupted
     */
    public FeatureVector extract(ImageVolume image, Mask mask, Execution execution) {
        return new Case(image, mask, execution, null).features();
    }

    /**
     * Computes the features of the settings' label and shows the images on the way.
     *
     * @param listener is shown the preprocessed image and mask and each filter response on the whole of its box
     * @throws InvalidCaseException if the case cannot be used; its reason says why
     * @throws java.util.concurrent.CancellationException if cancelled or interrupted
     */
    public FeatureVector extract(ImageVolume image, Mask mask, Execution execution, StageListener listener) {
        return new Case(image, mask, execution, Objects.requireNonNull(listener, "listener")).features();
    }

    /** One extraction: the steps in their order. Lives on the calling thread. */
    private final class Case {
        private final ImageVolume givenImage;
        private final Mask givenMask;
        private final Execution execution;
        private final @Nullable StageListener stages;
        private final FeatureVector.Builder out = FeatureVector.builder();
        private final Diagnostics diagnostics = new Diagnostics(out, settings.label());

        Case(ImageVolume image, Mask mask, Execution execution, @Nullable StageListener stages) {
            this.givenImage = Objects.requireNonNull(image, "image");
            this.givenMask = Objects.requireNonNull(mask, "mask");
            this.execution = Objects.requireNonNull(execution, "execution");
            this.stages = stages;
        }

        FeatureVector features() {
            execution.checkCancelled();
            Prepared prepared = prepare();
            List<ImageTask> tasks = filter(prepared);
            compute(prepared, tasks);
            return out.build();
        }

        /** Steps 1 to 4: label, normalization, resampling or crop, checks. */
        private Prepared prepare() {
            int label = settings.label();
            requireVoxels(givenImage.grid().size().voxelCount(), "the image");
            MaskCheck.requireLabel(givenMask, label);
            if (settings.diagnostics()) { // hashing a large image takes longer than a small lesion's features
                String imageSha1 = givenImage.sha1();
                String maskSha1 = givenMask.sha1();
                diagnostics.configuration(settings);
                diagnostics.original(givenImage, imageSha1, givenMask, maskSha1);
                out.provenance(Provenance.of(settings.toString(), imageSha1, maskSha1));
            }
            ImageVolume image = givenImage;
            Mask mask = givenMask;
            if (settings.normalization().isPresent()) {
                image = settings.normalization().get().apply(image);
                execution.checkCancelled();
            }
            if (settings.resampling().isPresent()) {
                var resampled = settings.resampling().get().apply(image, mask, label, execution.withoutListener());
                image = resampled.image();
                mask = resampled.mask();
                requireVoxels(image.grid().size().voxelCount(), "the resampled image");
                MaskCheck.requireLabel(mask, label);
                if (settings.diagnostics()) {
                    diagnostics.interpolated(image, mask);
                }
            }
            var checked = settings.maskCheck().apply(image, mask, label);
            mask = checked.mask();
            BoundingBox box = checked.box();
            if (checked.corrected() && settings.diagnostics()) {
                diagnostics.corrected(image, mask);
            }
            if (settings.resampling().isEmpty() && settings.cropping().isPresent()) {
                var cropped = settings.cropping().get().apply(image, mask, box);
                image = cropped.image();
                mask = cropped.mask();
                box = mask.boundingBox(label).orElseThrow();
            }
            if (stages != null) {
                stages.preprocessed(image, mask);
            }
            execution.checkCancelled();
            return new Prepared(image, box, RegionOfInterest.of(mask.crop(box), label));
        }

        private void requireVoxels(long voxels, String what) {
            long most = settings.limits().maximumVoxels();
            if (voxels > most) {
                throw new InvalidCaseException(
                        Reason.LIMIT,
                        what + " must have at most " + most + " voxels (a limit of the settings), found " + voxels);
            }
        }

        /** Runs the filters one after the other, each on all threads; of a response only the region is kept. */
        private List<ImageTask> filter(Prepared prepared) {
            List<ImageTask> tasks = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (ImageType type : settings.imageTypes()) {
                FilterResult result = apply(type.filter(), prepared);
                for (String reason : result.skipped()) {
                    LOG.warn("{}", reason);
                    out.warning(reason);
                }
                for (NamedVolume response : result.images()) {
                    if (!names.add(response.name())) {
                        throw new IllegalArgumentException("two filters make an image named " + response.name());
                    }
                    tasks.add(new ImageTask(
                            response.name(),
                            Region.of(prepared.region, response.volume(), settings.discretizationOf(type)),
                            settings.intensityFamiliesOf(type)));
                }
            }
            return tasks;
        }

        private FilterResult apply(ImageFilter filter, Prepared prepared) {
            Execution quiet = execution.withoutListener();
            if (stages == null) {
                return filter.apply(prepared.image, prepared.box, quiet);
            }
            FilterResult whole =
                    filter.apply(prepared.image, prepared.image.grid().box(), quiet);
            whole.images().forEach(response -> stages.filtered(response.name(), response.volume()));
            return new FilterResult(
                    whole.images().stream()
                            .map(response -> new NamedVolume(
                                    response.name(), response.volume().crop(prepared.box)))
                            .toList(),
                    whole.skipped());
        }

        private void compute(Prepared prepared, List<ImageTask> tasks) {
            List<FamilySelection> shapeFamilies = settings.shapeFamilies();
            ImageTask shape = new ImageTask(
                    FeatureName.ORIGINAL,
                    Region.of(prepared.region, prepared.image.crop(prepared.box), settings.discretization()),
                    shapeFamilies);
            List<ImageTask> all = new ArrayList<>(tasks);
            if (!shapeFamilies.isEmpty()) {
                all.add(0, shape);
            }
            execution.runAll(all.stream()
                    .<Runnable>map(task -> () -> task.run(execution))
                    .toList());
            for (ImageTask task : all) {
                if (task != shape && settings.diagnostics()) {
                    diagnostics.grayLevels(task.image, task.levelCount);
                }
                task.values.forEach(values -> out.addAll(task.image, values));
            }
            warnOfUnusualGrayLevels(tasks);
        }

        /** Says once which images have so few or so many gray levels that their texture means little. */
        private void warnOfUnusualGrayLevels(List<ImageTask> tasks) {
            List<String> unusual = tasks.stream()
                    .filter(task -> task.levelCount > 0)
                    .filter(task -> task.levelCount < FEW_GRAY_LEVELS || task.levelCount > MANY_GRAY_LEVELS)
                    .map(task -> task.image + " (" + task.levelCount + ")")
                    .toList();
            if (!unusual.isEmpty()) {
                LOG.warn(
                        "{} to {} gray levels are usual, see the bin width; other numbers: {}",
                        FEW_GRAY_LEVELS,
                        MANY_GRAY_LEVELS,
                        String.join(", ", unusual));
            }
        }
    }

    /**
     * What filters and families work on.
     *
     * @param image normalized, resampled or cut, as the settings have it
     * @param box of the region in {@code image}
     * @param region on the grid of the box
     */
    private record Prepared(ImageVolume image, BoundingBox box, RegionOfInterest region) {}

    /** The families of one image; runs on one thread and keeps the values. */
    private final class ImageTask {
        private final String image;
        private final List<FamilySelection> families;
        private @Nullable Region region;
        private List<FeatureValues> values = List.of();
        private int levelCount;

        ImageTask(String image, Region region, List<FamilySelection> families) {
            this.image = image;
            this.region = region.expecting(
                    families.stream().map(FamilySelection::family).toList());
            this.families = families;
        }

        void run(Execution execution) {
            Region voxels = Objects.requireNonNull(region, "a task runs once").cancelledBy(execution);
            region = null;
            List<FeatureValues> computed = new ArrayList<>();
            for (FamilySelection selection : families) {
                execution.checkCancelled();
                if (!selection.family().isOfShapeAlone() && levelCount == 0) {
                    levelCount = checkedLevels(voxels.levels());
                }
                computed.add(selection.family().compute(voxels, selection.features()));
            }
            values = computed;
        }

        private int checkedLevels(GrayLevels levels) {
            int most = settings.limits().maximumGrayLevels();
            if (levels.levelCount() > most) {
                throw new InvalidCaseException(
                        Reason.LIMIT,
                        "image " + image + " must have at most " + most
                                + " gray levels (a limit of the settings), found " + levels.levelCount()
                                + "; a larger bin width gives fewer");
            }
            return levels.levelCount();
        }
    }
}
