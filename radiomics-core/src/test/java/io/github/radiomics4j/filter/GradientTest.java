package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import org.junit.jupiter.api.Test;

class GradientTest extends ImageFilterContract {
    @Override
    protected ImageFilter filter() {
        return Gradient.withDefaults();
    }

    @Test
    void slopeOfARampIsPerMmOrPerVoxel() {
        double[] ramp = {0, 6, 12, 18};
        ImageVolume line = ImageVolume.of(Grid.of(new Size(1, 4, 1), new Spacing(1, 2, 1)), ramp);
        assertThat(values(Gradient.withDefaults(), line)).containsExactly(1.5, 3, 3, 1.5);
        assertThat(values(Gradient.withDefaults().withUseSpacing(false), line)).containsExactly(3, 6, 6, 3);
    }

    private static double[] values(ImageFilter filter, ImageVolume volume) {
        return filter.apply(volume).images().get(0).volume().toDoubles();
    }
}
