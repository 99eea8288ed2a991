package io.github.radiomics4j.feature;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.shape.Diameters;
import io.github.radiomics4j.shape.Mesh;
import io.github.radiomics4j.shape.PrincipalAxes;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Size and form of a region in three dimensions, from its mask alone: {@link ShapeFeature}.
 *
 * @param covarianceDivisor what the covariance of the voxel centers is divided by
 */
public record ShapeFamily(CovarianceDivisor covarianceDivisor) implements FeatureFamily {

    /** Checks that nothing is null. */
    public ShapeFamily {
        Objects.requireNonNull(covarianceDivisor, "covarianceDivisor");
    }

    /** Returns the family with covariances divided by N, as in PyRadiomics. */
    public static ShapeFamily withDefaults() {
        return new ShapeFamily(CovarianceDivisor.POPULATION);
    }

    /** Returns this family with covariances divided as {@code divisor} says. */
    public ShapeFamily withCovarianceDivisor(CovarianceDivisor divisor) {
        return new ShapeFamily(divisor);
    }

    @Override
    public String name() {
        return ShapeFeature.FAMILY_NAME;
    }

    @Override
    public boolean isOfVolumesAlone() {
        return true;
    }

    @Override
    public boolean isOfShapeAlone() {
        return true;
    }

    @Override
    public List<ShapeFeature> features() {
        return List.of(ShapeFeature.values());
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        Geometry geometry = new Geometry(region.morphology(), covarianceDivisor);
        return FeatureValues.of(
                own(wanted, ShapeFeature.class), feature -> feature.of(geometry), ShapeFeature::reasonIfNan);
    }

    /** What the features read, each measured when first asked for. Confined to one thread. */
    static final class Geometry {
        private final RegionOfInterest region;
        private final CovarianceDivisor divisor;
        private @Nullable Mesh mesh;
        private @Nullable Diameters diameters;
        private @Nullable PrincipalAxes axes;

        Geometry(RegionOfInterest region, CovarianceDivisor divisor) {
            this.region = region;
            this.divisor = divisor;
        }

        /** A, in mm². */
        double area() {
            return mesh().surfaceAreaMm2();
        }

        /** V, in mm³. */
        double volume() {
            return mesh().volumeMm3();
        }

        double voxelVolume() {
            return region.voxelCount() * region.grid().spacing().voxelVolumeMm3();
        }

        private Mesh mesh() {
            if (mesh == null) {
                mesh = Mesh.of(region);
            }
            return mesh;
        }

        Diameters diameters() {
            if (diameters == null) {
                diameters = Diameters.of(region);
            }
            return diameters;
        }

        PrincipalAxes axes() {
            if (axes == null) {
                axes = PrincipalAxes.of(region, divisor);
            }
            return axes;
        }
    }
}
