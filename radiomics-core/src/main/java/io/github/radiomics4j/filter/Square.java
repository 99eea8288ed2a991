package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.run.Execution;
import java.util.List;

/**
 * The squared intensity x, scaled back to the range of the image, named {@code square}:
 *
 * <pre>{@code y = (x / √m)² = x² / m}</pre>
 *
 * with m the largest |x| of the volume; in 64-bit floats. The sign is lost, although the documentation of PyRadiomics
 * keeps it. Skipped where every voxel is 0.
 */
public record Square() implements ImageFilter {
    @Override
    public String name() {
        return "Square";
    }

    @Override
    public List<String> imageNames() {
        return List.of(PointFunction.SQUARE.imageName());
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        return PointFunction.SQUARE.apply(volume, wanted, execution);
    }
}
