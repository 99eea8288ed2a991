package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.run.Execution;
import java.util.List;

/**
 * The exponential of the intensity x, scaled back to the range of the image, named {@code exponential}:
 *
 * <pre>{@code y = exp(x ln(m) / m)}</pre>
 *
 * with m the largest |x| of the volume; in 64-bit floats; m itself becomes m but
 * for rounding, so that a last bit that differs from NumPy's may put it on the other side of an edge of a bin. Skipped
 * where every voxel is 0, or so small that ln(m) / m is not finite.
 */
public record Exponential() implements ImageFilter {
    @Override
    public String name() {
        return "Exponential";
    }

    @Override
    public List<String> imageNames() {
        return List.of(PointFunction.EXPONENTIAL.imageName());
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        return PointFunction.EXPONENTIAL.apply(volume, wanted, execution);
    }
}
