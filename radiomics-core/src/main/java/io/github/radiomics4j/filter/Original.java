package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.run.Execution;
import java.util.List;

/** The image itself, under the name {@code "original"}. */
public record Original() implements ImageFilter {
    @Override
    public String name() {
        return "Original";
    }

    @Override
    public List<String> imageNames() {
        return List.of("original");
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return FilterResult.of(new NamedVolume("original", volume));
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        return apply(volume.crop(wanted));
    }
}
