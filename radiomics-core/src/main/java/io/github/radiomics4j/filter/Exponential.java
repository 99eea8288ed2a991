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
 * with m the largest |x| of the volume; in 64-bit floats, exp and ln rounded correctly. m itself becomes m but for
 * rounding, so that a last bit may put it on the other side of an edge of a bin: NumPy's exponential is rounded correctly
 * but for one in a thousand, on processors with AVX-512 but for one in twenty. Skipped where every voxel is 0, or so small that ln(m) / m is not finite.
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
