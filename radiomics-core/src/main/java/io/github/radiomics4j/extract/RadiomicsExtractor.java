package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FeatureValues;
import io.github.radiomics4j.feature.Region;
import io.github.radiomics4j.feature.ShapeFamily;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.filter.ImageFilter.FilterResult;
import io.github.radiomics4j.filter.ImageFilter.NamedVolume;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.preprocess.ImageStep;
import io.github.radiomics4j.preprocess.MaskCheck;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.preprocess.Resegmentation;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import io.github.radiomics4j.run.Progress;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import io.github.radiomics4j.table.Provenance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final ExtractionSettings given;

    /** Those of volumes, or of images of two dimensions in an extractor for them. */
    private final ExtractionSettings settings;

    /** The extractor for images of two dimensions, where they have settings of their own; else this one. */
    private final RadiomicsExtractor ofPlanes;

    private RadiomicsExtractor(ExtractionSettings given) {
        this.given = given;
        this.settings = given.ofDimensions(3);
        this.ofPlanes = given.planes().isPresent() ? new RadiomicsExtractor(given.ofDimensions(2)) : this;
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
        return given;
    }

    private RadiomicsExtractor of(ImageVolume image) {
        return image.grid().isPlane() ? ofPlanes : this;
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
        return of(image).features(image, mask, execution, null);
    }

    /**
     * Computes the features of the settings' label and shows the images on the way.
     *
     * @param listener is shown the preprocessed image and mask and each filter response on the whole of its box
     * @throws InvalidCaseException if the case cannot be used; its reason says why
     * @throws java.util.concurrent.CancellationException if cancelled or interrupted
     */
    public FeatureVector extract(ImageVolume image, Mask mask, Execution execution, StageListener listener) {
        return of(image).features(image, mask, execution, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Computes the features of the settings' label in each of several masks of one image: the numbers of {@link
     * #extract(ImageVolume, Mask, Execution)}, with less work. The image is normalized once. Where nothing is resampled or
     * cropped, and no step looks at the region, each filter runs once, on the box around all regions; otherwise the filters see another box for each
     * region, which the numbers depend on, and run for each.
     *
     * @param masks by a name of the caller's
     * @param execution threads, cancellation and listener; progress counts the masks
     * @return the features by the names of {@code masks}, in their order
     * @throws InvalidCaseException if one of them cannot be used; the message begins with its name
     * @throws java.util.concurrent.CancellationException if cancelled or interrupted
     */
    public Map<String, FeatureVector> extractAll(ImageVolume image, Map<String, Mask> masks, Execution execution) {
        List<Target> targets = masks.values().stream()
                .map(mask -> new Target(mask, settings.label()))
                .toList();
        Iterator<Outcome> outcomes = extractEach(image, targets, execution).iterator();
        Map<String, FeatureVector> features = new LinkedHashMap<>();
        for (String name : masks.keySet()) {
            Outcome outcome = outcomes.next();
            if (outcome.failure() != null) {
                throw new InvalidCaseException(
                        outcome.failure().reason(),
                        name + ": " + outcome.failure().getMessage());
            }
            features.put(name, Objects.requireNonNull(outcome.features(), name));
        }
        return Collections.unmodifiableMap(features);
    }

    /**
     * One region of an image.
     *
     * @param label takes the place of the settings'
     */
    record Target(Mask mask, int label) {}

    /** The features of a region, or why it cannot be used: one of the two. */
    record Outcome(
            @Nullable FeatureVector features, @Nullable InvalidCaseException failure) {}

    /** Does the work of {@link #extractAll}; a region that cannot be used leaves the others as they are. */
    List<Outcome> extractEach(ImageVolume image, List<Target> targets, Execution execution) {
        return of(image).eachOf(image, targets, execution);
    }

    private List<Outcome> eachOf(ImageVolume image, List<Target> targets, Execution execution) {
        SharedImage shared = new SharedImage(image);
        List<Case> cases = targets.stream()
                .map(target -> new Case(shared, target.mask(), target.label(), execution.withoutListener(), null))
                .toList();
        cases.forEach(Case::prepareOrFail);
        List<Case> usable = cases.stream().filter(Case::isUsable).toList();
        if (settings.resampling().isEmpty() && settings.cropping().isEmpty() && !settings.needRegion()) {
            filter(usable);
        } else {
            usable.forEach(one -> filter(List.of(one)));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Case one : cases) {
            outcomes.add(one.outcome());
            execution.report(new Progress(outcomes.size(), cases.size()));
        }
        return outcomes;
    }

    private FeatureVector features(ImageVolume image, Mask mask, Execution execution, @Nullable StageListener stages) {
        Objects.requireNonNull(mask, "mask");
        Objects.requireNonNull(execution, "execution");
        Case one = new Case(new SharedImage(image), mask, settings.label(), execution, stages);
        long start = System.nanoTime();
        one.prepare();
        long prepared = System.nanoTime();
        filter(List.of(one));
        long filtered = System.nanoTime();
        FeatureVector features = one.compute();
        LOG.debug(
                "prepared in {} µs, filtered in {} µs, computed {} features in {} µs",
                (prepared - start) / 1000,
                (filtered - prepared) / 1000,
                features.size(),
                (System.nanoTime() - filtered) / 1000);
        return features;
    }

    /**
     * Runs the filters one after the other, each on all threads; of a response only the regions are kept.
     *
     * @param cases prepared; their image is one and the same
     */
    private void filter(List<Case> cases) {
        if (cases.isEmpty()) {
            return;
        }
        Case first = cases.get(0);
        BoundingBox wanted =
                around(cases.stream().map(one -> one.prepared().box()).toList());
        Set<String> names = new HashSet<>();
        for (ImageType type : settings.imageTypes()) {
            FilterResult result = first.apply(type.filter(), wanted);
            for (NamedVolume response : result.images()) {
                if (!names.add(response.name())) {
                    throw new IllegalArgumentException("two filters make an image named " + response.name());
                }
            }
            cases.forEach(one -> one.take(type, result, wanted));
        }
    }

    /** Returns the smallest box around {@code boxes}. */
    private static BoundingBox around(List<BoundingBox> boxes) {
        int[] first = new int[3];
        int[] size = new int[3];
        for (int a = 0; a < 3; a++) {
            int axis = a;
            first[a] = boxes.stream().mapToInt(box -> box.start(axis)).min().orElseThrow();
            size[a] = boxes.stream()
                            .mapToInt(box -> box.start(axis) + box.size().along(axis))
                            .max()
                            .orElseThrow()
                    - first[a];
        }
        return new BoundingBox(first[0], first[1], first[2], size[0], size[1], size[2]);
    }

    /** What the regions of one image have in common, made when first asked for. */
    private final class SharedImage {
        private final ImageVolume given;
        private @Nullable String sha1;
        private @Nullable ImageVolume normalized;
        private final IdentityHashMap<Mask, String> maskSha1 = new IdentityHashMap<>();

        SharedImage(ImageVolume image) {
            this.given = Objects.requireNonNull(image, "image");
        }

        String sha1() {
            if (sha1 == null) {
                sha1 = given.sha1();
            }
            return sha1;
        }

        String sha1(Mask mask) {
            return maskSha1.computeIfAbsent(mask, Mask::sha1);
        }

        /** Returns the image after its steps and normalization, of its own for each region where a step looks at it. */
        ImageVolume normalized(Mask mask, int label, Execution execution) {
            if (settings.needRegion()) {
                return normalize(mask.label(label), execution);
            }
            if (normalized == null) {
                normalized = normalize(mask, execution);
            }
            return normalized;
        }

        private ImageVolume normalize(Mask region, Execution execution) {
            ImageVolume image = given;
            for (ImageStep step : settings.steps()) {
                image = step.apply(image, region, execution.withoutListener());
            }
            return settings.normalization().isPresent()
                    ? settings.normalization().get().apply(image)
                    : image;
        }
    }

    /** One extraction: the steps in their order. Lives on the calling thread. */
    private final class Case {
        private final SharedImage shared;
        private final Mask givenMask;
        private final int label;
        private final Execution execution;
        private final @Nullable StageListener stages;
        private final FeatureVector.Builder out = FeatureVector.builder();
        private final Diagnostics diagnostics;
        private final List<ImageTask> tasks = new ArrayList<>();
        private final Set<String> leftOut = new HashSet<>();
        private @Nullable Prepared prepared;
        private @Nullable InvalidCaseException failure;

        Case(SharedImage shared, Mask mask, int label, Execution execution, @Nullable StageListener stages) {
            this.shared = shared;
            this.givenMask = mask;
            this.label = label;
            this.execution = execution;
            this.stages = stages;
            this.diagnostics = Diagnostics.of(settings.naming(), out, label);
            out.naming(settings.naming());
        }

        boolean isUsable() {
            return failure == null;
        }

        Prepared prepared() {
            return Objects.requireNonNull(prepared, "prepare() comes first");
        }

        void prepareOrFail() {
            try {
                prepare();
            } catch (InvalidCaseException e) {
                failure = e;
            }
        }

        Outcome outcome() {
            if (failure != null) {
                return new Outcome(null, failure);
            }
            try {
                return new Outcome(compute(), null);
            } catch (InvalidCaseException e) {
                return new Outcome(null, e);
            }
        }

        /** Steps 1 to 4: label, image steps and normalization, resampling or crop, checks. */
        void prepare() {
            execution.checkCancelled();
            ImageVolume givenImage = shared.given;
            requireVoxels(givenImage.grid().size().voxelCount(), "the image");
            MaskCheck.requireLabel(givenMask, label);
            if (settings.diagnostics()) { // hashing a large image takes longer than a small lesion's features
                String imageSha1 = shared.sha1();
                String maskSha1 = shared.sha1(givenMask);
                ExtractionSettings used = settings.withLabel(label);
                diagnostics.configuration(used);
                diagnostics.original(givenImage, imageSha1, givenMask, maskSha1);
                out.provenance(Provenance.of(used.toString(), imageSha1, maskSha1));
            }
            ImageVolume image = shared.normalized(givenMask, label, execution);
            Mask mask = givenMask;
            execution.checkCancelled();
            if (settings.resampling().isPresent()) {
                Resampling.Plan plan = settings.resampling().get().plan(image.grid(), mask, label);
                requireVoxels(plan.voxelCount(), "the resampled image");
                var resampled = plan.apply(image, execution.withoutListener());
                image = resampled.image();
                mask = resampled.mask();
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
            Mask whole = mask;
            BoundingBox shapeBox = box;
            if (settings.resegmentation().isPresent()) {
                Resegmentation resegmentation = settings.resegmentation().get();
                mask = resegmentation.apply(image, mask, label);
                box = settings.maskCheck().apply(image, mask, label).box();
                if (settings.diagnostics()) {
                    diagnostics.resegmented(image, mask);
                }
                switch (resegmentation.shape()) {
                    case WHOLE -> {}
                    case WITHIN_BOX -> shapeBox = box;
                    case RESEGMENTED -> {
                        whole = mask;
                        shapeBox = box;
                    }
                }
            }
            if (settings.diagnostics()) {
                diagnostics.prepared(givenImage, givenMask, image, whole, mask);
            }
            if (stages != null) {
                stages.preprocessed(image, mask);
            }
            execution.checkCancelled();
            BoundingBox frame = surroundings(around(List.of(box, shapeBox)), image.grid());
            RegionOfInterest region = RegionOfInterest.of(mask.crop(frame), label);
            prepared = new Prepared(image, frame, region, whole == mask ? region : morphology(whole, shapeBox, frame));
        }

        /** Returns the voxels of {@code mask} in {@code box}, in the smallest box around them, on the grid of {@code frame}. */
        private RegionOfInterest morphology(Mask mask, BoundingBox box, BoundingBox frame) {
            BoundingBox smallest = mask.crop(box).boundingBox(label).orElseThrow();
            return RegionOfInterest.of(
                    mask.crop(frame),
                    label,
                    new BoundingBox(
                            box.x() - frame.x() + smallest.x(),
                            box.y() - frame.y() + smallest.y(),
                            box.z() - frame.z() + smallest.z(),
                            smallest.sizeX(),
                            smallest.sizeY(),
                            smallest.sizeZ()));
        }

        /** Returns {@code box} with what the families look at around it, cut at the borders of {@code grid}. */
        private BoundingBox surroundings(BoundingBox box, Grid grid) {
            double mm = settings.surroundingsMm();
            if (mm == 0) {
                return box;
            }
            int[] first = new int[3];
            int[] size = new int[3];
            for (int a = 0; a < 3; a++) {
                int voxels = (int) Math.ceil(Math.min(mm / grid.spacing().along(a), Integer.MAX_VALUE / 4.0));
                first[a] = Math.max(0, box.start(a) - voxels);
                size[a] =
                        Math.min(grid.size().along(a), box.start(a) + box.size().along(a) + voxels) - first[a];
            }
            return new BoundingBox(first[0], first[1], first[2], size[0], size[1], size[2]);
        }

        private void requireVoxels(double voxels, String what) {
            long most = settings.limits().maximumVoxels();
            if (voxels > most) {
                String found = Double.isInfinite(voxels) ? "more than an array can hold" : Long.toString((long) voxels);
                throw new InvalidCaseException(
                        Reason.LIMIT,
                        what + " must have at most " + most + " voxels (a limit of the settings), found " + found);
            }
        }

        /** Returns what a filter makes of the case's image in {@code wanted}. */
        FilterResult apply(ImageFilter filter, BoundingBox wanted) {
            Execution quiet = execution.withoutListener();
            ImageVolume image = prepared().image;
            if (stages == null) {
                return filter.apply(image, wanted, quiet);
            }
            FilterResult whole = filter.apply(image, image.grid().box(), quiet);
            whole.images().forEach(response -> stages.filtered(response.name(), response.volume()));
            return new FilterResult(
                    whole.images().stream()
                            .map(response -> new NamedVolume(
                                    response.name(), response.volume().crop(wanted)))
                            .toList(),
                    whole.skipped());
        }

        /** Keeps the region's part of a filter's responses, which lie in {@code wanted}. */
        void take(ImageType type, FilterResult result, BoundingBox wanted) {
            for (String reason : result.skipped()) {
                LOG.warn("{}", reason);
                out.warning(reason);
            }
            BoundingBox box = prepared().box;
            BoundingBox part = new BoundingBox(
                    box.x() - wanted.x(),
                    box.y() - wanted.y(),
                    box.z() - wanted.z(),
                    box.sizeX(),
                    box.sizeY(),
                    box.sizeZ());
            List<FamilySelection> families = possible(settings.intensityFamiliesOf(type));
            for (NamedVolume response : result.images()) {
                tasks.add(new ImageTask(
                        response.name(),
                        Region.of(
                                prepared().region,
                                prepared().shapeRegion,
                                response.volume().crop(part),
                                settings.discretizationOf(type)),
                        families));
            }
        }

        /** Returns the families that the dimensions of the image allow, and warns once of each other one. */
        private List<FamilySelection> possible(List<FamilySelection> wanted) {
            int dimensions = prepared().image.grid().dimensions();
            List<FamilySelection> possible = new ArrayList<>();
            for (FamilySelection selection : wanted) {
                if (ExtractionSettings.computes(selection, dimensions)) {
                    possible.add(selection);
                } else if (leftOut.add(selection.family().name())) {
                    String reason = selection.family().name() + " needs an image of 3 dimensions, found " + dimensions
                            + ": left out" + (selection.family() instanceof ShapeFamily ? "; shape2D is for 2" : "");
                    LOG.warn("{}", reason);
                    out.warning(reason);
                }
            }
            return possible;
        }

        FeatureVector compute() {
            List<FamilySelection> shapeFamilies = possible(settings.shapeFamilies());
            ImageTask shape = new ImageTask(
                    FeatureName.ORIGINAL,
                    Region.of(
                            prepared().region,
                            prepared().shapeRegion,
                            prepared().image.crop(prepared().box),
                            settings.discretization()),
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
            return out.build();
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
     * @param box of the region in {@code image}, with what families look at around it
     * @param region on the grid of the box
     * @param shapeRegion what shape is computed from, on the same grid: the region before voxels were left out of it
     */
    private record Prepared(
            ImageVolume image, BoundingBox box, RegionOfInterest region, RegionOfInterest shapeRegion) {}

    /** The families of one image; runs on one thread and keeps the values. */
    private final class ImageTask {
        private final String image;
        private final List<FamilySelection> families;
        private @Nullable Region region;
        private List<FeatureValues> values = List.of();
        private int levelCount;

        ImageTask(String image, Region region, List<FamilySelection> families) {
            this.image = image;
            List<FeatureFamily> expected =
                    families.stream().map(FamilySelection::family).toList();
            this.region = region.expecting(expected);
            if (expected.stream().allMatch(family -> family.surroundingsMm() == 0)) {
                region.withoutImage();
            }
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
