package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.Execution;
import java.util.List;

/**
 * Makes one or more images out of one: an immutable record of options. Open: a user adds a filter by implementing this.
 */
public interface ImageFilter {

    /** Returns the key of a parameter file, such as {@code "LoG"}. */
    String name();

    /**
     * Returns the filtered images, in the order of the columns; fewer than usual, or none, where the volume is too small,
     * each of those with its reason.
     *
     * @param volume the image; not modified
     */
    FilterResult apply(ImageVolume volume);

    /**
     * Returns what {@link #apply(ImageVolume)} returns, cut to {@code wanted}, value for value: a filter overrides this
     * when it can leave out work that nobody looks at, or share it among threads.
     *
     * @param volume the image; not modified
     * @param wanted the part of the result that is needed, within the volume; the images have its grid
     * @param execution threads and cancellation
     */
    default FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        execution.checkCancelled();
        FilterResult whole = apply(volume);
        return new FilterResult(
                whole.images().stream()
                        .map(image ->
                                new NamedVolume(image.name(), image.volume().crop(wanted)))
                        .toList(),
                whole.skipped());
    }

    /**
     * Returns the names of the images that this filter makes where none is skipped, in the order of the columns: a table
     * of many cases has them all, whatever one small volume lacks, and memory is planned by their number. This default filters a volume of 8³ voxels of 1 m and
     * looks; a filter that knows its names overrides it.
     */
    default List<String> imageNames() {
        Grid grid = Grid.of(new Size(8, 8, 8), new Spacing(1000, 1000, 1000));
        return apply(IntegerPhantom.image(grid, 1)).images().stream()
                .map(NamedVolume::name)
                .toList();
    }

    /**
     * Returns the names of the images that this filter makes of images of so many dimensions: those of {@link
     * #imageNames()}, unless a filter that makes others of images of two dimensions, or none, overrides this.
     *
     * @param dimensions 3, or 2 of an image that has no third axis
     */
    default List<String> imageNames(int dimensions) {
        return imageNames();
    }

    /**
     * What a filter made.
     *
     * @param images the filtered images on the grid of the input
     * @param skipped what was left out and why, one sentence each
     */
    record FilterResult(List<NamedVolume> images, List<String> skipped) {

        /** Copies the lists. */
        public FilterResult {
            images = List.copyOf(images);
            skipped = List.copyOf(skipped);
        }

        /** Returns a result with nothing left out. */
        public static FilterResult of(NamedVolume... images) {
            return new FilterResult(List.of(images), List.of());
        }
    }

    /**
     * A filtered image and its part of a column name.
     *
     * @param name such as {@code "wavelet-LLH"}
     * @param volume the image
     */
    record NamedVolume(String name, ImageVolume volume) {}
}
