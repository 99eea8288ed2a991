package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.List;

/**
 * Experimental: local binary patterns on a sphere. Points of an icosphere of radius R around the voxel, interpolated by a
 * cubic B-spline, give one bit each: whether it is as bright as the voxel, or brighter,
 *
 * <pre>{@code b_v = [f(p + p_v) ≥ f(p)] }</pre>
 *
 * with f = 0 outside the volume, R in voxels along every axis, and interpolated values stored as the pixel type, so that
 * those of integers are rounded. The images {@code lbp-3D-m1}, {@code lbp-3D-m2}, … are the norms of the parts of this
 * pattern in degree 0, 1, … of the spherical harmonics Y,
 *
 * <pre>{@code
 * m_{n+1} = √ Σ_v f_n(v)²,  f_n(v) = Σ_m c_nm Y_nm(v),  c_nm = Σ_u b_u Y_nm(u)
 * }</pre>
 *
 * and {@code lbp-3D-k} is the excess kurtosis of the interpolated values; NaN where they are all the same, and a region
 * with such a voxel is refused, as PyRadiomics fails there. In 64-bit floats. J. Banerjee, A. Moelker, W. Niessen, T. van
 * Walsum, ACCV 2012 Workshops, LNCS 7728, 26–37, doi:10.1007/978-3-642-37410-4_3.
 *
 * <p>Experimental, because the numbers are PyRadiomics', which parts from the paper: azimuth and polar angle are
 * exchanged in Y, and neither factor of f_n is conjugated, so that the norms change when the image is turned; and x of a
 * point is added to the index along z. An image of two dimensions has none of these. PyRadiomics itself makes no such image with SciPy 1.17 or newer.
 *
 * @param levels degrees of the harmonics, from 1 to 20
 * @param radiusVoxels R, above 0
 * @param subdivision s, from 0 to 5: a sphere has 10 · 4^s + 2 points
 */
public record LocalBinaryPattern3D(int levels, double radiusVoxels, int subdivision) implements ImageFilter {
    /** The most degrees: their functions at each point are held in memory. */
    public static final int MAXIMUM_LEVELS = 20;

    /** The most subdivisions, 10242 points: their samples of a row of voxels are held in memory. */
    public static final int MAXIMUM_SUBDIVISION = 5;

    private static final String IMAGE_NAME = "lbp-3D-";

    /** Checks the ranges. */
    public LocalBinaryPattern3D {
        if (levels < 1 || levels > MAXIMUM_LEVELS) {
            throw new IllegalArgumentException("levels must be 1 to " + MAXIMUM_LEVELS + ", found " + levels);
        }
        if (!(radiusVoxels > 0) || Double.isInfinite(radiusVoxels)) {
            throw new IllegalArgumentException("the radius must be above 0 and finite, found " + radiusVoxels);
        }
        if (subdivision < 0 || subdivision > MAXIMUM_SUBDIVISION) {
            throw new IllegalArgumentException(
                    "the subdivision must be 0 to " + MAXIMUM_SUBDIVISION + ", found " + subdivision);
        }
    }

    /** PyRadiomics' defaults: 2 levels, radius 1, one subdivision (42 points). */
    public static LocalBinaryPattern3D withDefaults() {
        return new LocalBinaryPattern3D(2, 1, 1);
    }

    /** Returns a copy with another number of levels. */
    public LocalBinaryPattern3D withLevels(int count) {
        return new LocalBinaryPattern3D(count, radiusVoxels, subdivision);
    }

    /** Returns a copy with another radius, in voxels. */
    public LocalBinaryPattern3D withRadiusVoxels(double radius) {
        return new LocalBinaryPattern3D(levels, radius, subdivision);
    }

    /** Returns a copy with another subdivision. */
    public LocalBinaryPattern3D withSubdivision(int times) {
        return new LocalBinaryPattern3D(levels, radiusVoxels, times);
    }

    @Override
    public String name() {
        return "LBP3D";
    }

    @Override
    public List<String> imageNames() {
        List<String> names = new ArrayList<>();
        for (int level = 1; level <= levels; level++) {
            names.add(IMAGE_NAME + "m" + level);
        }
        names.add(IMAGE_NAME + "k");
        return names;
    }

    @Override
    public List<String> imageNames(int dimensions) {
        return dimensions == 2 ? List.of() : imageNames();
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        execution.checkCancelled();
        if (volume.grid().isPlane()) {
            return new FilterResult(List.of(), List.of("LBP3D needs an image of 3 dimensions, found 2: no image made"));
        }
        Execution quiet = execution.withoutListener();
        Icosphere sphere = Icosphere.of(subdivision, radiusVoxels);
        HarmonicPatterns harmonics = new HarmonicPatterns(sphere, radiusVoxels, levels);
        MirroredSpline spline = MirroredSpline.of(volume, wanted, (int) Math.ceil(radiusVoxels), quiet);
        double largest = PointFunction.largestMagnitude(volume);
        double[][] out = new double[levels + 1][Math.toIntExact(wanted.size().voxelCount())];
        List<Runnable> tasks = new ArrayList<>();
        for (int k = 0; k < wanted.sizeZ(); k++) {
            int slice = k;
            tasks.add(() -> {
                SphereSamples kernel =
                        new SphereSamples(sphere, harmonics, spline, volume.type(), largest, wanted.sizeX());
                int z = wanted.z() + slice;
                for (int j = 0; j < wanted.sizeY(); j++) {
                    int y = wanted.y() + j;
                    double[] centers = volume.toDoubles(new BoundingBox(wanted.x(), y, z, wanted.sizeX(), 1, 1));
                    kernel.row(wanted.x(), y, z, centers, out, (slice * wanted.sizeY() + j) * wanted.sizeX());
                }
            });
        }
        quiet.runAll(tasks);
        Grid grid = volume.grid().crop(wanted);
        List<NamedVolume> images = new ArrayList<>();
        for (String name : imageNames()) {
            images.add(new NamedVolume(name, ImageVolume.wrap(grid, PixelType.FLOAT64, out[images.size()])));
        }
        return new FilterResult(images, List.of());
    }
}
