package io.github.radiomics4j.feature;

import io.github.radiomics4j.feature.MorphologyFamily.Morphology;
import java.util.function.ToDoubleFunction;

/**
 * Morphological features in IBSI's order (HCUG). A and V are area and volume of the {@link
 * io.github.radiomics4j.shape.Mesh}, λ₁ ≤ λ₂ ≤ λ₃ the variances of the {@link io.github.radiomics4j.shape.PrincipalAxes},
 * divided by N − 1, and x the intensities; lengths are in mm. Form is that of the morphological mask, intensities are
 * those of the intensity mask. PyRadiomics has those up to sphericity, the diameter and the axes, in family {@code shape}.
 *
 * <p>A density is a share of the volume or area of something simple around the region. Those of the oriented box and of
 * the enclosing ellipsoid are on request: IBSI gives no reference values for them and advises not to use them.
 */
public enum MorphologyFeature implements Feature {
    /** V, in mm³. Never NaN. */
    MESH_VOLUME("MeshVolume", "RNU0", "morph_volume", Morphology::volume, Reasons.NEVER),
    /** Number of voxels times the volume of one, in mm³. Never NaN. */
    VOXEL_VOLUME("VoxelVolume", "YEKZ", "morph_vol_approx", Morphology::voxelVolume, Reasons.NEVER),
    /** A, in mm². Never NaN. */
    SURFACE_AREA("SurfaceArea", "C0JK", "morph_area_mesh", Morphology::area, Reasons.NEVER),
    /** A / V, in 1/mm. NaN if V is 0. */
    SURFACE_VOLUME_RATIO("SurfaceVolumeRatio", "2PR5", "morph_av", Morphology::surfaceVolumeRatio, Reasons.SURFACE),
    /** V / (√π A^1.5), 1 / (6π) for a sphere. */
    COMPACTNESS_1(
            "Compactness1",
            "SKGS",
            "morph_comp_1",
            m -> m.volume() / (Math.pow(m.area(), 1.5) * Math.sqrt(Math.PI)),
            Reasons.SURFACE),
    /** 36 π V² / A³, 1 for a sphere. */
    COMPACTNESS_2(
            "Compactness2",
            "BQWJ",
            "morph_comp_2",
            m -> 36 * Math.PI * (m.volume() * m.volume()) / Math.pow(m.area(), 3),
            Reasons.SURFACE),
    /** A / (36 π V²)^(1/3), 1 for a sphere. */
    SPHERICAL_DISPROPORTION(
            "SphericalDisproportion", "KRCK", "morph_sph_dispr", Morphology::sphericalDisproportion, Reasons.SURFACE),
    /** (36 π V²)^(1/3) / A, 1 for a sphere. */
    SPHERICITY("Sphericity", "QCFX", "morph_sphericity", m -> 1 / m.sphericalDisproportion(), Reasons.SURFACE),
    /** (A³ / (36 π V²))^(1/3) − 1, 0 for a sphere. */
    ASPHERICITY("Asphericity", "25C7", "morph_asphericity", m -> m.sphericalDisproportion() - 1, Reasons.SURFACE),
    /**
     * |Σ r / N − Σ x r / Σ x|, in mm: the first over the voxel centers r of the morphological mask, the second over those of
     * the intensity mask. NaN if the intensities sum to 0; meaningless near that.
     */
    CENTER_OF_MASS_SHIFT(
            "CenterOfMassShift",
            "KLMA",
            "morph_com",
            Morphology::centerOfMassShift,
            "the intensities sum to 0, or to more than a double holds"),
    /** Largest distance between two vertices of the mesh, in mm. Never NaN. */
    MAXIMUM_3D_DIAMETER("Maximum3DDiameter", "L0JK", "morph_diam", Morphology::maximumDiameter, Reasons.NEVER),
    /** 4 √λ₃, in mm. NaN if the region is a single voxel. */
    MAJOR_AXIS_LENGTH(
            "MajorAxisLength", "TDIC", "morph_pca_maj_axis", m -> m.axes().majorAxisLengthMm(), Reasons.AXES),
    /** 4 √λ₂, in mm. NaN if the region is a single voxel. */
    MINOR_AXIS_LENGTH(
            "MinorAxisLength", "P9VJ", "morph_pca_min_axis", m -> m.axes().minorAxisLengthMm(), Reasons.AXES),
    /** 4 √λ₁, in mm; 0 for a region of one slice. NaN if the region is a single voxel, or if λ₁ is negative by rounding. */
    LEAST_AXIS_LENGTH(
            "LeastAxisLength", "7J51", "morph_pca_least_axis", m -> m.axes().leastAxisLengthMm(), Reasons.LEAST_AXIS),
    /** √(λ₂ / λ₃). NaN if the region is a single voxel. */
    ELONGATION("Elongation", "Q3CK", "morph_pca_elongation", m -> m.axes().elongation(), Reasons.AXES),
    /** √(λ₁ / λ₃). NaN if the region is a single voxel, or if λ₁ is negative by rounding. */
    FLATNESS("Flatness", "N17B", "morph_pca_flatness", m -> m.axes().flatness(), Reasons.LEAST_AXIS),
    /** V over the volume of the box along x, y and z. Never NaN. */
    VOLUME_DENSITY_AXIS_ALIGNED_BOX(
            "VolumeDensityAxisAlignedBox",
            "PBX1",
            "morph_vol_dens_aabb",
            m -> m.volumeDensity(m.box().volumeMm3()),
            Reasons.NEVER),
    /** A over the area of the box along x, y and z. Never NaN. */
    AREA_DENSITY_AXIS_ALIGNED_BOX(
            "AreaDensityAxisAlignedBox",
            "R59B",
            "morph_area_dens_aabb",
            m -> m.areaDensity(m.box().areaMm2()),
            Reasons.NEVER),
    /** V over the volume of the smallest box at any angle that was found. Never NaN. Not standardized by IBSI. */
    VOLUME_DENSITY_ORIENTED_BOX(
            "VolumeDensityOrientedBox",
            "ZH1A",
            "morph_vol_dens_ombb",
            m -> m.volumeDensity(m.orientedBox().volumeMm3()),
            Reasons.NEVER),
    /** A over the area of the box of smallest volume that was found. Never NaN. Not standardized by IBSI. */
    AREA_DENSITY_ORIENTED_BOX(
            "AreaDensityOrientedBox",
            "IQYR",
            "morph_area_dens_ombb",
            m -> m.areaDensity(m.orientedBox().areaMm2()),
            Reasons.NEVER),
    /** V over 4π abc / 3 with a, b, c = 2 √λ₃, 2 √λ₂, 2 √λ₁. NaN if the region is a single voxel, line or slice. */
    VOLUME_DENSITY_AXES_ELLIPSOID(
            "VolumeDensityAxesEllipsoid",
            "6BDE",
            "morph_vol_dens_aee",
            m -> m.volumeDensity(m.axesEllipsoid().volumeMm3()),
            "the voxel centers lie in a plane, so that their ellipsoid has no volume"),
    /** A over IBSI's area of the ellipsoid with the same a, b, c. NaN if the region is a single voxel or line. */
    AREA_DENSITY_AXES_ELLIPSOID(
            "AreaDensityAxesEllipsoid",
            "RDD2",
            "morph_area_dens_aee",
            m -> m.areaDensity(m.axesEllipsoid().ibsiAreaMm2()),
            "the voxel centers lie on a line, so that their ellipsoid has no area, or rounding makes their least variance"
                    + " negative"),
    /** V over the volume of the smallest ellipsoid around the mesh. Never NaN. Not standardized by IBSI. */
    VOLUME_DENSITY_ENCLOSING_ELLIPSOID(
            "VolumeDensityEnclosingEllipsoid",
            "SWZ1",
            "morph_vol_dens_mvee",
            m -> m.volumeDensity(m.enclosingEllipsoid().volumeMm3()),
            Reasons.NEVER),
    /** A over IBSI's area of the ellipsoid of smallest volume around the mesh. Never NaN. Not standardized by IBSI. */
    AREA_DENSITY_ENCLOSING_ELLIPSOID(
            "AreaDensityEnclosingEllipsoid",
            "BRI8",
            "morph_area_dens_mvee",
            m -> m.areaDensity(m.enclosingEllipsoid().ibsiAreaMm2()),
            Reasons.NEVER),
    /** V over the volume of the {@link io.github.radiomics4j.shape.ConvexHull} of the mesh. Never NaN. */
    VOLUME_DENSITY_CONVEX_HULL(
            "VolumeDensityConvexHull",
            "R3ER",
            "morph_vol_dens_conv_hull",
            m -> m.volumeDensity(m.hull().volumeMm3()),
            Reasons.NEVER),
    /** A over the area of the {@link io.github.radiomics4j.shape.ConvexHull} of the mesh. Never NaN. */
    AREA_DENSITY_CONVEX_HULL(
            "AreaDensityConvexHull",
            "7T7F",
            "morph_area_dens_conv_hull",
            m -> m.areaDensity(m.hull().areaMm2()),
            Reasons.NEVER),
    /** V Σ x / N, in mm³ times intensity units, with the mean over the intensity mask. */
    INTEGRATED_INTENSITY(
            "IntegratedIntensity",
            "99N0",
            "morph_integ_int",
            Morphology::integratedIntensity,
            "the intensities are too large for their sum to be finite"),
    /** Moran's I, see {@link io.github.radiomics4j.intensity.SpatialAutocorrelation}. NaN if all intensities are equal. */
    MORANS_I("MoransI", "N365", "morph_moran_i", m -> m.autocorrelation().moransI(), Reasons.FLAT),
    /** Geary's C, see {@link io.github.radiomics4j.intensity.SpatialAutocorrelation}. NaN if all intensities are equal. */
    GEARYS_C("GearysC", "NPT7", "morph_geary_c", m -> m.autocorrelation().gearysC(), Reasons.FLAT);

    static final String FAMILY_NAME = "morphology";

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<Morphology> formula;
    private final String reasonIfNan;

    MorphologyFeature(
            String featureName,
            String ibsiCode,
            String ibsiTag,
            ToDoubleFunction<Morphology> formula,
            String reasonIfNan) {
        this.featureName = featureName;
        this.ibsiCode = ibsiCode;
        this.ibsiTag = ibsiTag;
        this.formula = formula;
        this.reasonIfNan = reasonIfNan;
    }

    @Override
    public String familyName() {
        return FAMILY_NAME;
    }

    @Override
    public String featureName() {
        return featureName;
    }

    @Override
    public String ibsiCode() {
        return ibsiCode;
    }

    @Override
    public String ibsiTag() {
        return ibsiTag;
    }

    @Override
    public boolean onRequest() {
        return switch (this) {
            case VOLUME_DENSITY_ORIENTED_BOX,
                    AREA_DENSITY_ORIENTED_BOX,
                    VOLUME_DENSITY_ENCLOSING_ELLIPSOID,
                    AREA_DENSITY_ENCLOSING_ELLIPSOID -> true;
            default -> false;
        };
    }

    double of(Morphology morphology) {
        return formula.applyAsDouble(morphology);
    }

    String reasonIfNan() {
        return reasonIfNan;
    }

    private static final class Reasons {
        static final String SURFACE = "the surface encloses no volume";
        static final String AXES = "the region is a single voxel, which has no axes";
        static final String LEAST_AXIS =
                "the region is a single voxel, or so flat and wide that rounding makes its least variance negative";
        static final String FLAT = "all intensities of the region are equal, or too far apart for a double";
        static final String NEVER = "the size of the region exceeds a double";
    }
}
