package io.github.radiomics4j.feature;

import io.github.radiomics4j.feature.Shape2DFamily.Slice;
import java.util.function.ToDoubleFunction;

/**
 * Shape features of a single slice in PyRadiomics' order. P and A are perimeter and area of the {@link
 * io.github.radiomics4j.shape.Outline}, λ₁ ≤ λ₂ the variances of the pixel centers along their principal axes; lengths are
 * in mm. All are NaN if the region is more than one slice thick. Not in IBSI.
 */
public enum Shape2DFeature implements Feature {
    /** √(λ₁ / λ₂). NaN if the region is a single pixel. */
    ELONGATION("Elongation", false, s -> s.axes().elongation(), Reasons.AXES),
    /** 4 √λ₂, in mm. */
    MAJOR_AXIS_LENGTH("MajorAxisLength", false, s -> s.axes().majorAxisLengthMm(), Reasons.NEVER),
    /** Largest distance between two vertices of the outline, in mm. */
    MAXIMUM_DIAMETER("MaximumDiameter", false, Slice::maximumDiameter, Reasons.NEVER),
    /** A, in mm². */
    MESH_SURFACE("MeshSurface", false, Slice::area, Reasons.NEVER),
    /** 4 √λ₁, in mm; 0 for a line of pixels. */
    MINOR_AXIS_LENGTH("MinorAxisLength", false, s -> s.axes().minorAxisLengthMm(), Reasons.NEVER),
    /** P, in mm. */
    PERIMETER("Perimeter", false, Slice::perimeter, Reasons.NEVER),
    /** P / A, in 1/mm. */
    PERIMETER_SURFACE_RATIO("PerimeterSurfaceRatio", false, s -> s.perimeter() / s.area(), Reasons.NEVER),
    /** Number of pixels times the area of one, in mm². */
    PIXEL_SURFACE("PixelSurface", false, Slice::pixelArea, Reasons.NEVER),
    /** P / (2 √(π A)), 1 for a circle; on request, since it is one over sphericity. */
    SPHERICAL_DISPROPORTION(
            "SphericalDisproportion", true, s -> s.perimeter() / (2 * Math.sqrt(Math.PI * s.area())), Reasons.NEVER),
    /** 2 √(π A) / P, 1 for a circle. */
    SPHERICITY("Sphericity", false, s -> 2 * Math.sqrt(Math.PI * s.area()) / s.perimeter(), Reasons.NEVER);

    static final String FAMILY_NAME = "shape2D";

    private final String featureName;
    private final boolean onRequest;
    private final ToDoubleFunction<Slice> formula;
    private final String reasonIfNan;

    Shape2DFeature(String featureName, boolean onRequest, ToDoubleFunction<Slice> formula, String reasonIfNan) {
        this.featureName = featureName;
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
        return "";
    }

    @Override
    public boolean onRequest() {
        return onRequest;
    }

    double of(Slice slice) {
        return formula.applyAsDouble(slice);
    }

    String reasonIfNan() {
        return reasonIfNan;
    }

    private static final class Reasons {
        static final String AXES = "the region is a single pixel, which has no axes";
        static final String NEVER = "the size of the region exceeds a double";
    }
}
