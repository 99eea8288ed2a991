package io.github.radiomics4j.feature;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.intensity.Moments;
import io.github.radiomics4j.intensity.SpatialAutocorrelation;
import io.github.radiomics4j.shape.ConvexHull;
import io.github.radiomics4j.shape.Diameters;
import io.github.radiomics4j.shape.Ellipsoid;
import io.github.radiomics4j.shape.EnclosingBox;
import io.github.radiomics4j.shape.Mesh;
import io.github.radiomics4j.shape.PrincipalAxes;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * IBSI's morphology (HCUG): form of a region, and how its intensities lie in it: {@link MorphologyFeature}. PyRadiomics'
 * shape features are those of {@link ShapeFamily}.
 *
 * <p>Form is that of {@link Region#morphology()}, the mask before voxels were left out for their intensities; intensities
 * are those of {@link Region#voxels()}.
 */
public record MorphologyFamily() implements FeatureFamily {

    /** Returns the family, which has no options. */
    public static MorphologyFamily withDefaults() {
        return new MorphologyFamily();
    }

    @Override
    public boolean isOfVolumesAlone() {
        return true;
    }

    @Override
    public String name() {
        return MorphologyFeature.FAMILY_NAME;
    }

    @Override
    public List<MorphologyFeature> features() {
        return List.of(MorphologyFeature.values());
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        Morphology morphology = new Morphology(region);
        return FeatureValues.of(
                own(wanted, MorphologyFeature.class),
                feature -> feature.of(morphology),
                MorphologyFeature::reasonIfNan);
    }

    /** What the features read, each measured when first asked for. Confined to one thread. */
    static final class Morphology {
        private final Region region;
        private final RegionOfInterest form;
        private @Nullable Mesh mesh;
        private @Nullable Diameters diameters;
        private @Nullable PrincipalAxes axes;
        private @Nullable ConvexHull hull;
        private @Nullable EnclosingBox orientedBox;
        private @Nullable Ellipsoid enclosingEllipsoid;
        private @Nullable SpatialAutocorrelation autocorrelation;

        Morphology(Region region) {
            this.region = region;
            this.form = region.morphology();
        }

        private Mesh mesh() {
            if (mesh == null) {
                mesh = Mesh.of(form);
            }
            return mesh;
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
            return form.voxelCount() * form.grid().spacing().voxelVolumeMm3();
        }

        /** A / V, NaN if V is 0: the gaps of the mesh could make it so. */
        double surfaceVolumeRatio() {
            return volume() == 0 ? Double.NaN : area() / volume();
        }

        /** A / (36 π V²)^(1/3), NaN if V is 0. */
        double sphericalDisproportion() {
            return volume() == 0 ? Double.NaN : area() / Math.cbrt(36 * Math.PI * (volume() * volume()));
        }

        double maximumDiameter() {
            if (diameters == null) {
                diameters = Diameters.of(form);
            }
            return diameters.maximum3dMm();
        }

        PrincipalAxes axes() {
            if (axes == null) {
                axes = PrincipalAxes.of(form, CovarianceDivisor.SAMPLE);
            }
            return axes;
        }

        Ellipsoid axesEllipsoid() {
            return Ellipsoid.of(axes());
        }

        EnclosingBox box() {
            return EnclosingBox.alongAxes(form);
        }

        EnclosingBox orientedBox() {
            if (orientedBox == null) {
                orientedBox = EnclosingBox.smallest(hull());
            }
            return orientedBox;
        }

        ConvexHull hull() {
            if (hull == null) {
                region.checkCancelled();
                hull = ConvexHull.of(form);
            }
            return hull;
        }

        Ellipsoid enclosingEllipsoid() {
            if (enclosingEllipsoid == null) {
                enclosingEllipsoid = Ellipsoid.smallest(hull());
            }
            return enclosingEllipsoid;
        }

        /** V over {@code volumeMm3}, NaN if that is 0. */
        double volumeDensity(double volumeMm3) {
            return volumeMm3 == 0 ? Double.NaN : volume() / volumeMm3;
        }

        /** A over {@code areaMm2}, NaN if that is 0. */
        double areaDensity(double areaMm2) {
            return areaMm2 == 0 ? Double.NaN : area() / areaMm2;
        }

        double integratedIntensity() {
            return volume() * Moments.of(region.intensities()).mean();
        }

        SpatialAutocorrelation autocorrelation() {
            if (autocorrelation == null) {
                autocorrelation =
                        SpatialAutocorrelation.of(region.voxels(), region.intensities(), region::checkCancelled);
            }
            return autocorrelation;
        }

        /** Distance in mm from the middle of the voxel centers to the one that intensities weight. */
        double centerOfMassShift() {
            double[] intensities = region.intensities();
            // From the corner of one box: two masks have two.
            int[] corner = {form.box().x(), form.box().y(), form.box().z()};
            double[] middle = weightedCenter(form, corner, null);
            double[] weighted = weightedCenter(region.voxels(), corner, intensities);
            Spacing spacing = form.grid().spacing();
            double squared = 0;
            for (int axis = 0; axis < 3; axis++) {
                double mm = (weighted[axis] - middle[axis]) * spacing.along(axis);
                squared += mm * mm;
            }
            return Math.sqrt(squared);
        }

        /** Returns Σ w r / Σ w, in voxels from {@code corner}; NaN if Σ w is 0. Weights are 1 where there are none. */
        private static double[] weightedCenter(RegionOfInterest voxels, int[] corner, double @Nullable [] weights) {
            int strideY = voxels.strideY();
            int strideZ = voxels.strideZ();
            double x = 0;
            double y = 0;
            double z = 0;
            double sum = 0;
            for (int i = 0; i < voxels.voxelCount(); i++) {
                int position = voxels.position(i);
                double weight = weights == null ? 1 : weights[i];
                x += weight * (position % strideY);
                y += weight * (position % strideZ / strideY);
                z += weight * (position / strideZ);
                sum += weight;
            }
            double scale = sum == 0 ? Double.NaN : 1 / sum;
            return new double[] {
                x * scale + voxels.box().x() - corner[0],
                y * scale + voxels.box().y() - corner[1],
                z * scale + voxels.box().z() - corner[2]
            };
        }
    }
}
