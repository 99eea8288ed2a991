package io.github.radiomics4j.feature;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.shape.Diameters;
import io.github.radiomics4j.shape.Outline;
import io.github.radiomics4j.shape.PrincipalAxes;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Size and form of a region of one slice, from its mask alone: {@link Shape2DFeature}.
 *
 * <p>A region of several slices has no such form: all its values are NaN, with that reason. PyRadiomics has none either; it
 * also asks a volume for {@code force2D}, which is not needed here. An image of two dimensions is its slice, whatever the
 * axis.
 *
 * @param axis across the slice: 0 (x), 1 (y) or 2 (z)
 */
public record Shape2DFamily(int axis) implements FeatureFamily {

    /** Checks the axis. */
    public Shape2DFamily {
        if (axis < 0 || axis > 2) {
            throw new IllegalArgumentException("axis must be 0, 1 or 2, found " + axis);
        }
    }

    /** Returns the family for slices across z. */
    public static Shape2DFamily withDefaults() {
        return new Shape2DFamily(2);
    }

    /** Returns this family for slices across another axis: 0 (x), 1 (y) or 2 (z). */
    public Shape2DFamily withAxis(int newAxis) {
        return new Shape2DFamily(newAxis);
    }

    @Override
    public String name() {
        return Shape2DFeature.FAMILY_NAME;
    }

    @Override
    public boolean isOfShapeAlone() {
        return true;
    }

    @Override
    public List<Shape2DFeature> features() {
        return List.of(Shape2DFeature.values());
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        List<Shape2DFeature> own = own(wanted, Shape2DFeature.class);
        int across = region.morphology().grid().isPlane() ? 2 : axis;
        int slices = region.morphology().box().size().along(across);
        if (slices > 1) {
            String reason = "the region must be one slice along " + "xyz".charAt(across) + ", found " + slices;
            return FeatureValues.of(own, feature -> Double.NaN, feature -> reason);
        }
        Slice slice = new Slice(region.morphology(), across);
        return FeatureValues.of(own, feature -> feature.of(slice), Shape2DFeature::reasonIfNan);
    }

    /** What the features read, each measured when first asked for. Confined to one thread. */
    static final class Slice {
        private final RegionOfInterest region;
        private final int axis;
        private @Nullable Outline outline;
        private @Nullable PrincipalAxes axes;

        Slice(RegionOfInterest region, int axis) {
            this.region = region;
            this.axis = axis;
        }

        /** P, in mm. */
        double perimeter() {
            return outline().perimeterMm();
        }

        /** A, in mm². */
        double area() {
            return outline().areaMm2();
        }

        double pixelArea() {
            Spacing spacing = region.grid().spacing();
            double pixel = spacing.along(axis == 0 ? 1 : 0) * spacing.along(axis == 2 ? 1 : 2);
            return region.voxelCount() * pixel;
        }

        /** In the plane through the pixel centers the vertices of the mesh are those of the outline. */
        double maximumDiameter() {
            Diameters diameters = Diameters.of(region);
            return switch (axis) {
                case 0 -> diameters.maximumRowMm();
                case 1 -> diameters.maximumColumnMm();
                default -> diameters.maximumSliceMm();
            };
        }

        private Outline outline() {
            if (outline == null) {
                outline = Outline.of(region, axis);
            }
            return outline;
        }

        PrincipalAxes axes() {
            if (axes == null) {
                axes = PrincipalAxes.of(region, CovarianceDivisor.POPULATION);
            }
            return axes;
        }
    }
}
