package io.github.radiomics4j.feature;

import io.github.radiomics4j.feature.ShapeFamily.Geometry;
import java.util.function.ToDoubleFunction;

/**
 * Shape features in PyRadiomics' order. A and V are area and volume of the {@link io.github.radiomics4j.shape.Mesh}, λ₁ ≤
 * λ₂ ≤ λ₃ the variances of the {@link io.github.radiomics4j.shape.PrincipalAxes}; lengths are in mm.
 *
 * <p>PyRadiomics and IBSI part in two places: IBSI's reference values divide the covariance by N − 1 (an option of {@link
 * ShapeFamily}), and come from a mesh without the gaps of PyRadiomics'.
 */
public enum ShapeFeature implements Feature {
    /** V / (√π A^1.5), 1 / (6π) for a sphere; on request, since it follows from sphericity. NaN if A is 0. */
    COMPACTNESS_1(
            "Compactness1",
            "SKGS",
            true,
            g -> g.volume() / (Math.pow(g.area(), 1.5) * Math.sqrt(Math.PI)),
            Reasons.SURFACE),
    /** 36 π V² / A³, 1 for a sphere; on request, since it is the cube of sphericity. NaN if A is 0. */
    COMPACTNESS_2(
            "Compactness2",
            "BQWJ",
            true,
            g -> 36 * Math.PI * (g.volume() * g.volume()) / Math.pow(g.area(), 3),
            Reasons.SURFACE),
    /** √(λ₂ / λ₃). NaN if the region is a single voxel. */
    ELONGATION("Elongation", "Q3CK", false, g -> g.axes().elongation(), Reasons.AXES),
    /** √(λ₁ / λ₃). NaN if the region is a single voxel, or if λ₁ is negative by rounding. */
    FLATNESS("Flatness", "N17B", false, g -> g.axes().flatness(), Reasons.LEAST_AXIS),
    /**
     * 4 √λ₁, in mm; 0 for a region of one slice. NaN if the region is a single voxel and the divisor N − 1, or if λ₁ is
     * negative by rounding, as it may be for a slice meters wide.
     */
    LEAST_AXIS_LENGTH("LeastAxisLength", "7J51", false, g -> g.axes().leastAxisLengthMm(), Reasons.LEAST_AXIS),
    /** 4 √λ₃, in mm. NaN if the region is a single voxel and the divisor N − 1. */
    MAJOR_AXIS_LENGTH("MajorAxisLength", "TDIC", false, g -> g.axes().majorAxisLengthMm(), Reasons.AXES),
    /** Largest distance between two vertices of the mesh of equal y, in mm. Never NaN. Not in IBSI. */
    MAXIMUM_2D_DIAMETER_COLUMN(
            "Maximum2DDiameterColumn", "", false, g -> g.diameters().maximumColumnMm(), Reasons.NEVER),
    /** Largest distance between two vertices of the mesh of equal x, in mm. Never NaN. Not in IBSI. */
    MAXIMUM_2D_DIAMETER_ROW(
            "Maximum2DDiameterRow", "", false, g -> g.diameters().maximumRowMm(), Reasons.NEVER),
    /** Largest distance between two vertices of the mesh of equal z, in mm. Never NaN. Not in IBSI. */
    MAXIMUM_2D_DIAMETER_SLICE(
            "Maximum2DDiameterSlice", "", false, g -> g.diameters().maximumSliceMm(), Reasons.NEVER),
    /** Largest distance between two vertices of the mesh, in mm. Never NaN. */
    MAXIMUM_3D_DIAMETER("Maximum3DDiameter", "L0JK", false, g -> g.diameters().maximum3dMm(), Reasons.NEVER),
    /** V, in mm³. Never NaN. */
    MESH_VOLUME("MeshVolume", "RNU0", false, Geometry::volume, Reasons.NEVER),
    /** 4 √λ₂, in mm. NaN if the region is a single voxel and the divisor N − 1. */
    MINOR_AXIS_LENGTH("MinorAxisLength", "P9VJ", false, g -> g.axes().minorAxisLengthMm(), Reasons.AXES),
    /** A / (36 π V²)^(1/3), 1 for a sphere; on request, since it is one over sphericity. NaN if A and V are 0. */
    SPHERICAL_DISPROPORTION(
            "SphericalDisproportion",
            "KRCK",
            true,
            g -> g.area() / Math.cbrt(36 * Math.PI * (g.volume() * g.volume())),
            Reasons.SURFACE),
    /** (36 π V²)^(1/3) / A, 1 for a sphere. NaN if A is 0. */
    SPHERICITY(
            "Sphericity",
            "QCFX",
            false,
            g -> Math.cbrt(36 * Math.PI * (g.volume() * g.volume())) / g.area(),
            Reasons.SURFACE),
    /** A, in mm². Never NaN. */
    SURFACE_AREA("SurfaceArea", "C0JK", false, Geometry::area, Reasons.NEVER),
    /** A / V, in 1/mm. NaN if A and V are 0. */
    SURFACE_VOLUME_RATIO("SurfaceVolumeRatio", "2PR5", false, g -> g.area() / g.volume(), Reasons.SURFACE),
    /** Number of voxels times the volume of one, in mm³. Never NaN. */
    VOXEL_VOLUME("VoxelVolume", "YEKZ", false, Geometry::voxelVolume, Reasons.NEVER);

    static final String FAMILY_NAME = "shape";

    private final String featureName;
    private final String ibsiCode;
    private final boolean onRequest;
    private final ToDoubleFunction<Geometry> formula;
    private final String reasonIfNan;

    ShapeFeature(
            String featureName,
            String ibsiCode,
            boolean onRequest,
            ToDoubleFunction<Geometry> formula,
            String reasonIfNan) {
        this.featureName = featureName;
        this.ibsiCode = ibsiCode;
        this.onRequest = onRequest;
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
    public boolean onRequest() {
        return onRequest;
    }

    double of(Geometry geometry) {
        return formula.applyAsDouble(geometry);
    }

    String reasonIfNan() {
        return reasonIfNan;
    }

    private static final class Reasons {
        static final String SURFACE = "the surface has no area";
        static final String AXES = "the region is a single voxel, which has no axes";
        static final String LEAST_AXIS =
                "the region is a single voxel, or so flat and wide that rounding makes its least variance negative";
        static final String NEVER = "the size of the region exceeds a double";
    }
}
