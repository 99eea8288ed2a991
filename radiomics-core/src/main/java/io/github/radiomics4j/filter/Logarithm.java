package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.run.Execution;
import java.util.List;

/**
 * The logarithm of the intensity x with its sign, scaled back to the range of the image, named {@code logarithm}:
 *
 * <pre>{@code y = sgn(x) ln(|x| + 1) · m / ln(m + 1)}</pre>
 *
 * with m the largest |x| of the volume; in 64-bit floats. Skipped where ln(m + 1) is 0: every voxel is 0, or so small
 * that m + 1 is 1.
 */
public record Logarithm() implements ImageFilter {
    @Override
    public String name() {
        return "Logarithm";
    }

    @Override
    public List<String> imageNames() {
        return List.of(PointFunction.LOGARITHM.imageName());
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        return PointFunction.LOGARITHM.apply(volume, wanted, execution);
    }
}
