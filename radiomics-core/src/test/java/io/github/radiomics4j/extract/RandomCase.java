package io.github.radiomics4j.extract;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import java.util.Random;

/**
 * A small lesion and a parameter file, by seed.
 *
 * @param parameters text of a file that PyRadiomics' schema accepts
 */
public record RandomCase(ImageVolume image, Mask mask, String parameters) {

    /** Returns a case: a lesion of a few voxels, of many, or, one time in eight, a phantom of thousands. */
    public static RandomCase of(long seed) {
        Random random = new Random(seed);
        String parameters = RandomParameters.valid(random.nextLong());
        if (random.nextInt(8) == 0) {
            IntegerPhantom phantom = random.nextBoolean() ? IntegerPhantom.A : IntegerPhantom.B;
            return new RandomCase(phantom.image(), phantom.mask(), parameters);
        }
        return of(random, parameters);
    }

    /** Returns a case without phantoms. */
    static RandomCase small(long seed) {
        Random random = new Random(seed);
        return of(random, RandomParameters.valid(random.nextLong()));
    }

    private static RandomCase of(Random random, String parameters) {
        Lesion lesion = Lesion.random(random.nextLong());
        if (random.nextInt(4) != 0) {
            lesion = lesion.within(random.nextInt(8), 1 + random.nextInt(8), random.nextLong());
        }
        PixelType[] types = {PixelType.INT16, PixelType.INT32, PixelType.FLOAT32, PixelType.FLOAT64};
        return new RandomCase(lesion.image(types[random.nextInt(types.length)]), lesion.mask(), parameters);
    }
}
