package io.github.radiomics4j.filter;

import io.github.radiomics4j.filter.ImageFilter.FilterResult;
import io.github.radiomics4j.filter.ImageFilter.NamedVolume;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.run.Execution;
import java.util.List;

/**
 * The functions that map each voxel by itself: its value x, and one factor that depends on m, the largest |x| of the
 * whole volume. In 64 bits whatever the type of the image, every operation in the order in which PyRadiomics has it: the
 * largest voxel often lies on the edge of a bin. {@link StrictMath} gives the same bits on any machine, and {@link
 * RoundedMath} those of NumPy's exponential, too, but for one in a thousand.
 */
enum PointFunction {
    SQUARE("square") {
        @Override
        double factor(double m) {
            return 1.0 / Math.sqrt(m);
        }

        @Override
        void map(double[] values, double factor) {
            for (int i = 0; i < values.length; i++) {
                double scaled = factor * values[i];
                values[i] = scaled * scaled;
            }
        }
    },

    SQUARE_ROOT("squareroot") {
        @Override
        double factor(double m) {
            return m;
        }

        @Override
        void map(double[] values, double factor) {
            for (int i = 0; i < values.length; i++) {
                double x = values[i];
                values[i] = Math.copySign(Math.sqrt(Math.abs(x) * factor), x);
            }
        }
    },

    LOGARITHM("logarithm") {
        @Override
        double factor(double m) {
            return m / StrictMath.log(m + 1);
        }

        @Override
        void map(double[] values, double factor) {
            for (int i = 0; i < values.length; i++) {
                double x = values[i];
                values[i] = Math.copySign(StrictMath.log(Math.abs(x) + 1), x) * factor;
            }
        }
    },

    EXPONENTIAL("exponential") {
        @Override
        double factor(double m) {
            return RoundedMath.log(m) / m;
        }

        @Override
        void map(double[] values, double factor) {
            for (int i = 0; i < values.length; i++) {
                values[i] = RoundedMath.exp(factor * values[i]);
            }
        }
    };

    /** Voxels that are read at once. */
    private static final int BLOCK = 1 << 12;

    private final String imageName;

    PointFunction(String imageName) {
        this.imageName = imageName;
    }

    /** Returns the factor for a volume whose largest magnitude is {@code m}; not finite where the function is undefined. */
    abstract double factor(double m);

    /** Maps {@code values}, which are overwritten. */
    abstract void map(double[] values, double factor);

    String imageName() {
        return imageName;
    }

    /** Returns the mapped voxels of {@code wanted}; the factor is that of the whole volume. */
    FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        execution.checkCancelled();
        double m = largestMagnitude(volume);
        double factor = factor(m);
        if (!Double.isFinite(factor)) {
            return new FilterResult(
                    List.of(),
                    List.of(imageName + " needs an image that is not 0 everywhere, found at most |x| = " + m
                            + ": no image made"));
        }
        execution.checkCancelled();
        double[] values = volume.toDoubles(wanted);
        map(values, factor);
        return FilterResult.of(
                new NamedVolume(imageName, ImageVolume.wrap(volume.grid().crop(wanted), PixelType.FLOAT64, values)));
    }

    static double largestMagnitude(ImageVolume volume) {
        int n = Math.toIntExact(volume.grid().size().voxelCount());
        double[] block = new double[Math.min(BLOCK, n)];
        double largest = 0;
        for (int from = 0; from < n; from += block.length) {
            int count = Math.min(block.length, n - from);
            volume.copyTo(from, block, 0, count);
            for (int i = 0; i < count; i++) {
                largest = Math.max(largest, Math.abs(block[i]));
            }
        }
        return largest;
    }
}
