package io.github.radiomics4j.extract;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One case of a cohort: an id, and where its image and mask come from. Both are opened late, when the case's turn has
 * come, and once; opening may fail, which is then the case's failure and nobody else's. Immutable.
 *
 * <p>The region is the label of the extractor's settings, unless one of the {@code with} methods says otherwise.
 */
public final class LesionCase {
    private final String id;
    private final Source<? extends ImageVolume> image;
    private final Source<? extends Mask> mask;
    private final RegionChoice regions;
    private final Map<String, String> columns;

    private LesionCase(
            String id,
            Source<? extends ImageVolume> image,
            Source<? extends Mask> mask,
            RegionChoice regions,
            Map<String, String> columns) {
        this.id = id;
        this.image = image;
        this.mask = mask;
        this.regions = regions;
        this.columns = columns;
    }

    /**
     * Opens an image or a mask: reads a file, asks an archive.
     *
     * @param <T> {@link ImageVolume} or {@link Mask}
     */
    @FunctionalInterface
    public interface Source<T> {

        /**
         * Returns the volume; called on the thread that computes the case.
         *
         * @throws Exception if it cannot be had; the message goes into the table of failures
         */
        T open() throws Exception;
    }

    /**
     * Returns a case.
     *
     * @param id unique in its cohort; the name of its row
     * @throws IllegalArgumentException if the id is empty, begins or ends with a blank or holds a control character
     */
    public static LesionCase of(String id, Source<? extends ImageVolume> image, Source<? extends Mask> mask) {
        if (id.isEmpty() || !id.equals(id.strip()) || id.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a case id must neither be empty nor begin or end with a blank nor hold a control character, found '"
                            + id + "'");
        }
        return new LesionCase(
                id,
                Objects.requireNonNull(image, "image"),
                Objects.requireNonNull(mask, "mask"),
                new RegionChoice.OfSettings(),
                Map.of());
    }

    /** Returns a copy whose region is {@code label}. */
    public LesionCase withLabel(int label) {
        return with(new RegionChoice.OneLabel(label));
    }

    /** Returns a copy whose region is all of {@code labels} together. */
    public LesionCase withMergedLabels(int... labels) {
        return with(new RegionChoice.Merged(Arrays.stream(labels).boxed().collect(Collectors.toUnmodifiableSet())));
    }

    /** Returns a copy whose region is every voxel with any label but 0. */
    public LesionCase withAnyLabel() {
        return with(new RegionChoice.Merged(Set.of()));
    }

    /**
     * Returns a copy that stands for a row for each label in its mask, with ids such as {@code P017-label2}. The image is
     * opened and normalized once for all, see {@link RadiomicsExtractor#extractAll}.
     */
    public LesionCase withEachLabel() {
        return with(new RegionChoice.EachLabel());
    }

    /**
     * Returns a copy that stands for a row for each 26-connected component of the settings' label, with ids such as {@code
     * P017-component2}, in the order of {@link Mask#components(int)}.
     */
    public LesionCase withEachComponent() {
        return with(new RegionChoice.EachComponent());
    }

    /** Returns a copy with a text that is written beside its features, in a column of {@link CohortExtractor#columns()}. */
    public LesionCase withColumn(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(columns);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(text, "text"));
        return new LesionCase(id, image, mask, regions, Collections.unmodifiableMap(more));
    }

    private LesionCase with(RegionChoice regions) {
        return new LesionCase(id, image, mask, regions, columns);
    }

    /** Returns the id. */
    public String id() {
        return id;
    }

    /** Returns where the image comes from. */
    public Source<? extends ImageVolume> image() {
        return image;
    }

    /** Returns where the mask comes from. */
    public Source<? extends Mask> mask() {
        return mask;
    }

    /** Returns the texts of {@link #withColumn}, in the order in which they were given. */
    public Map<String, String> columns() {
        return columns;
    }

    RegionChoice regions() {
        return regions;
    }

    @Override
    public String toString() {
        return "LesionCase[" + id + "]";
    }
}
