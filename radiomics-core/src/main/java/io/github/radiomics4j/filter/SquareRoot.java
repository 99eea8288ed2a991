package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.run.Execution;
import java.util.List;

/**
 * The root of the intensity x with its sign, scaled back to the range of the image, named {@code squareroot}:
 *
 * <pre>{@code y = sgn(x) √(m |x|)}</pre>
 *
 * with m the largest |x| of the volume; in 64-bit floats.
 */
public record SquareRoot() implements ImageFilter {
    @Override
    public String name() {
        return "SquareRoot";
    }

    @Override
    public List<String> imageNames() {
        return List.of(PointFunction.SQUARE_ROOT.imageName());
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        return PointFunction.SQUARE_ROOT.apply(volume, wanted, execution);
    }
}
