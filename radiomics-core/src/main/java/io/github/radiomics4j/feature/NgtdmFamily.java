package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.NeighborTexture;
import io.github.radiomics4j.texture.Neighborhood;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The gray tone difference features, with the mean over neighbors, up to 26 of them by default.
 *
 * @param voxelsWithoutNeighbors whether they are part of n_i
 * @param neighborhood the neighbors
 */
public record NgtdmFamily(VoxelsWithoutNeighbors voxelsWithoutNeighbors, Neighborhood neighborhood)
        implements FeatureFamily {

    /** What becomes of a voxel that has no neighbor in the region; it never adds to s_i. */
    public enum VoxelsWithoutNeighbors {
        /** It is counted in n_i, as PyRadiomics does. */
        COUNTED,
        /** It is left out, as IBSI says. */
        LEFT_OUT
    }

    /** Checks that the option is given. */
    public NgtdmFamily {
        Objects.requireNonNull(voxelsWithoutNeighbors, "voxelsWithoutNeighbors");
        Objects.requireNonNull(neighborhood, "neighborhood");
    }

    /** Makes the family of the 26 neighbors. */
    public NgtdmFamily(VoxelsWithoutNeighbors voxelsWithoutNeighbors) {
        this(voxelsWithoutNeighbors, Neighborhood.adjacent());
    }

    /** Returns the default: voxels without neighbors are counted, as PyRadiomics does. */
    public static NgtdmFamily withDefaults() {
        return new NgtdmFamily(VoxelsWithoutNeighbors.COUNTED);
    }

    /** Returns a copy that counts voxels without neighbors or leaves them out. */
    public NgtdmFamily withVoxelsWithoutNeighbors(VoxelsWithoutNeighbors option) {
        return new NgtdmFamily(option, neighborhood);
    }

    /** Returns a copy with other neighbors. */
    public NgtdmFamily withNeighborhood(Neighborhood neighborhood) {
        return new NgtdmFamily(voxelsWithoutNeighbors, neighborhood);
    }

    @Override
    public String name() {
        return NgtdmFeature.FAMILY_NAME;
    }

    @Override
    public List<NgtdmFeature> features() {
        return List.of(NgtdmFeature.values());
    }

    @Override
    public Set<NeighborTexture> neighborTextures() {
        return Set.of(NeighborTexture.NGTDM);
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        List<NgtdmFeature> features = own(wanted, NgtdmFeature.class);
        NgtdmStatistics statistics = new NgtdmStatistics(
                region.ngtdm(neighborhood),
                voxelsWithoutNeighbors == VoxelsWithoutNeighbors.COUNTED,
                region::checkCancelled);
        return FeatureValues.of(
                features,
                feature -> statistics.isEmpty() ? Double.NaN : feature.of(statistics),
                feature -> "no voxel of the region has a neighbor in it");
    }
}
