package io.github.radiomics4j.feature;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.texture.Aggregation.Dimension;
import io.github.radiomics4j.texture.Glcm;
import io.github.radiomics4j.texture.Gldm;
import io.github.radiomics4j.texture.NeighborCounts;
import io.github.radiomics4j.texture.NeighborTexture;
import io.github.radiomics4j.texture.Neighborhood;
import io.github.radiomics4j.texture.Ngtdm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a family computes from: the voxels of a label, their intensities in one image, and their gray levels. Gray levels
 * and counts are made when first asked for and then kept, so that families share them. Told with {@link #expecting} which
 * families will compute from it, a region counts all their neighbor textures in one visit of its voxels. Confined to one
 * thread.
 */
public final class Region {
    private final RegionOfInterest voxels;
    private final RegionOfInterest morphology;
    private @Nullable ImageVolume image;
    private final double[] intensities;
    private final Discretization discretization;
    private final Map<Visit, Set<NeighborTexture>> expected = new HashMap<>();
    private final Map<Visit, Map<NeighborTexture, List<NeighborCounts>>> neighborCounts = new HashMap<>();
    private Execution execution = Execution.sequential();
    private final TextureParts textureParts = new TextureParts(this);
    private @Nullable GrayLevels levels;

    private Region(
            RegionOfInterest voxels,
            RegionOfInterest morphology,
            @Nullable ImageVolume image,
            double[] intensities,
            Discretization discretization) {
        this.voxels = voxels;
        this.morphology = morphology;
        this.image = image;
        this.intensities = intensities;
        this.discretization = discretization;
    }

    /**
     * Returns the region of {@code voxels} in {@code image}.
     *
     * @param image on the grid of the region
     */
    public static Region of(RegionOfInterest voxels, ImageVolume image, Discretization discretization) {
        return new Region(voxels, voxels, null, voxels.intensities(image), discretization);
    }

    /**
     * Returns the region of {@code voxels} in {@code image}, for families that look beyond its intensities.
     *
     * @param voxels the intensity mask: those whose intensities count
     * @param morphology the morphological mask, on the same grid: the region before voxels were left out of it
     * @param image on the grid of both; kept
     */
    public static Region of(
            RegionOfInterest voxels, RegionOfInterest morphology, ImageVolume image, Discretization discretization) {
        if (!morphology.grid().equals(voxels.grid())) {
            throw new IllegalArgumentException(
                    "both masks must have one grid, found " + voxels.grid() + " and " + morphology.grid());
        }
        return new Region(voxels, morphology, image, voxels.intensities(image), discretization);
    }

    /** Returns the voxels. */
    public RegionOfInterest voxels() {
        return voxels;
    }

    /** Returns the voxels of the morphological mask (IBSI 3.1): {@link #voxels()} unless given apart from them. */
    public RegionOfInterest morphology() {
        return morphology;
    }

    /**
     * Returns the image, with as much of it around the region as {@link FeatureFamily#surroundingsMm()} asks for and the
     * image has.
     *
     * @throws IllegalStateException if the region was made without
     */
    public ImageVolume image() {
        if (image == null) {
            throw new IllegalStateException("the region was made without its image; surroundingsMm() asks for it");
        }
        return image;
    }

    /**
     * Lets go of the image: no family that will compute looks beyond the intensities.
     *
     * @return this region
     */
    public Region withoutImage() {
        image = null;
        return this;
    }

    /** Returns the number of voxels. */
    public int voxelCount() {
        return intensities.length;
    }

    /** Returns the intensities in raster order, in a new array. */
    public double[] intensities() {
        return intensities.clone();
    }

    /** Returns the gray levels. */
    public GrayLevels levels() {
        if (levels == null) {
            levels = discretization.apply(voxels, intensities);
        }
        return levels;
    }

    /**
     * Announces the families that will compute from this region: the first neighbor texture asked for is then counted
     * together with the others they need. Without it each is counted alone, with the same result.
     *
     * @return this region
     */
    public Region expecting(Collection<? extends FeatureFamily> families) {
        for (FeatureFamily family : families) {
            boolean bySlice = false;
            if (family instanceof TextureFamily texture) {
                bySlice = texture.aggregation().dimension() == Dimension.SLICES;
                textureParts.expect(texture);
            }
            expected.computeIfAbsent(
                            new Visit(bySlice, family.neighborhood()), key -> EnumSet.noneOf(NeighborTexture.class))
                    .addAll(family.neighborTextures());
        }
        return this;
    }

    /**
     * Lets {@code running} cancel what families compute from this region; without it, only an interrupt does.
     *
     * @return this region
     */
    public Region cancelledBy(Execution running) {
        execution = running;
        return this;
    }

    /**
     * Returns if the work may go on: a family whose work may take longer than a second asks now and then.
     *
     * @throws java.util.concurrent.CancellationException if the call was cancelled or this thread interrupted
     */
    public void checkCancelled() {
        execution.checkCancelled();
    }

    /** Returns the co-occurrence matrices of the 13 directions to the 26 neighbors. */
    public Glcm glcm(boolean symmetric) {
        return glcm(symmetric, Neighborhood.adjacent());
    }

    /** Returns the co-occurrence matrices of the directions of {@code neighborhood} that fit into the region's box. */
    public Glcm glcm(boolean symmetric, Neighborhood neighborhood) {
        return counts(neighborhood, symmetric ? NeighborTexture.GLCM : NeighborTexture.DIRECTED_GLCM)
                .glcm(symmetric);
    }

    /** Returns the dependence matrix over the 26 neighbors. */
    public Gldm gldm() {
        return gldm(Neighborhood.adjacent());
    }

    /** Returns the dependence matrix over {@code neighborhood}, of coarseness 0. */
    public Gldm gldm(Neighborhood neighborhood) {
        return counts(neighborhood, NeighborTexture.GLDM).gldm();
    }

    /** Returns the gray tone difference matrix over the 26 neighbors. */
    public Ngtdm ngtdm() {
        return ngtdm(Neighborhood.adjacent());
    }

    /** Returns the gray tone difference matrix over {@code neighborhood}. */
    public Ngtdm ngtdm(Neighborhood neighborhood) {
        return counts(neighborhood, NeighborTexture.NGTDM).ngtdm();
    }

    /** What is known of the texture matrices in the ways of IBSI. */
    TextureParts textureParts() {
        return textureParts;
    }

    private NeighborCounts counts(Neighborhood neighborhood, NeighborTexture texture) {
        return counts(new Visit(false, neighborhood), texture).get(0);
    }

    /** Returns the counts of each slice. */
    List<NeighborCounts> countsBySlice(Neighborhood neighborhood, NeighborTexture texture) {
        return counts(new Visit(true, neighborhood), texture);
    }

    private List<NeighborCounts> counts(Visit visit, NeighborTexture texture) {
        Map<NeighborTexture, List<NeighborCounts>> counted =
                neighborCounts.computeIfAbsent(visit, key -> new EnumMap<>(NeighborTexture.class));
        List<NeighborCounts> known = counted.get(texture);
        if (known != null) {
            return known;
        }
        Set<NeighborTexture> wanted = EnumSet.of(texture);
        wanted.addAll(expected.getOrDefault(visit, Set.of()));
        wanted.removeAll(counted.keySet());
        List<NeighborCounts> counts = new ArrayList<>();
        for (GrayLevels part : visit.bySlice ? textureParts.slices() : List.of(levels())) {
            counts.add(NeighborCounts.of(part, visit.neighborhood, wanted, execution));
        }
        for (NeighborTexture one : wanted) {
            counted.put(one, counts);
        }
        return counts;
    }

    /** A visit of all voxels and their neighbors, slice by slice or all together. */
    private record Visit(boolean bySlice, Neighborhood neighborhood) {}
}
