/**
 * The geometry of a region: the surface around it ({@link io.github.radiomics4j.shape.Mesh}), the largest distances
 * across that surface ({@link io.github.radiomics4j.shape.Diameters}), the line around a single slice ({@link
 * io.github.radiomics4j.shape.Outline}), the spread of its voxels ({@link io.github.radiomics4j.shape.PrincipalAxes}), and
 * what encloses it: {@link io.github.radiomics4j.shape.ConvexHull}, {@link io.github.radiomics4j.shape.EnclosingBox} and
 * {@link io.github.radiomics4j.shape.Ellipsoid}.
 *
 * <p>Stage 6, beside textures and intensities: reads a {@link io.github.radiomics4j.image.RegionOfInterest} and its
 * spacing, never an image. All lengths are in mm along the voxel axes, so directions of the grid do not matter. What
 * surprises people: the surface is PyRadiomics', not the best one. Its triangulation is asymmetric, so that a mirrored
 * region has another surface area, and where voxels touch by an edge only it has gaps.
 */
@NullMarked
package io.github.radiomics4j.shape;

import org.jspecify.annotations.NullMarked;
