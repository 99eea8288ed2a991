package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Glcm;
import io.github.radiomics4j.texture.MergedGlcm;
import io.github.radiomics4j.texture.NeighborTexture;
import io.github.radiomics4j.texture.Neighborhood;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The co-occurrence features of the directions to the neighbors: each the mean over the directions in which there are
 * pairs, or that of one matrix merged from all of them.
 *
 * @param symmetric whether a pair counts in both orders, as IBSI has it
 * @param merging how directions are joined; weights are exp(−δ²), δ in mm
 * @param neighborhood the directions
 */
public record GlcmFamily(boolean symmetric, DirectionMerging merging, Neighborhood neighborhood)
        implements FeatureFamily {
    private static final String NO_PAIR = "no voxel of the region has a neighbor in it";
    private static final String INDEPENDENT =
            "neighboring levels are independent, and rounding puts the joint entropy above that of independence";

    /** Checks that the options are given. */
    public GlcmFamily {
        Objects.requireNonNull(merging, "merging");
        Objects.requireNonNull(neighborhood, "neighborhood");
    }

    /** Makes the family of features averaged over directions. */
    public GlcmFamily(boolean symmetric) {
        this(symmetric, DirectionMerging.AVERAGED, Neighborhood.adjacent());
    }

    /** Returns the default: symmetric matrices, as both PyRadiomics and IBSI have them, and features averaged. */
    public static GlcmFamily withDefaults() {
        return new GlcmFamily(true);
    }

    /** Returns a copy whose matrices are symmetric or not. */
    public GlcmFamily withSymmetric(boolean symmetric) {
        return new GlcmFamily(symmetric, merging, neighborhood);
    }

    /** Returns a copy that joins directions another way. */
    public GlcmFamily withMerging(DirectionMerging merging) {
        return new GlcmFamily(symmetric, merging, neighborhood);
    }

    /** Returns a copy with other neighbors. */
    public GlcmFamily withNeighborhood(Neighborhood neighborhood) {
        return new GlcmFamily(symmetric, merging, neighborhood);
    }

    @Override
    public String name() {
        return GlcmFeature.FAMILY_NAME;
    }

    @Override
    public List<GlcmFeature> features() {
        return List.of(GlcmFeature.values());
    }

    @Override
    public Set<NeighborTexture> neighborTextures() {
        return Set.of(symmetric ? NeighborTexture.GLCM : NeighborTexture.DIRECTED_GLCM);
    }

    /** {@inheritDoc} Features are NaN where the region has no two voxels side by side. */
    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        List<GlcmFeature> features = own(wanted, GlcmFeature.class);
        Glcm glcm = region.glcm(symmetric, neighborhood);
        return merging == DirectionMerging.AVERAGED ? averaged(region, glcm, features) : merged(region, glcm, features);
    }

    private FeatureValues merged(Region region, Glcm glcm, List<GlcmFeature> features) {
        double[] weights =
                merging.weightsOfPairs(glcm.directions(), region.voxels().grid().spacing());
        GlcmStatistics statistics = new GlcmStatistics(glcm, region::checkCancelled);
        boolean hasPairs = statistics.load(MergedGlcm.of(glcm, weights));
        return FeatureValues.of(
                features,
                feature -> hasPairs ? feature.of(statistics) : Double.NaN,
                feature -> hasPairs ? INDEPENDENT : NO_PAIR);
    }

    private static FeatureValues averaged(Region region, Glcm glcm, List<GlcmFeature> features) {
        double[] sums = new double[features.size()];
        int[] used = new int[sums.length];
        int directions = 0;
        GlcmStatistics statistics = new GlcmStatistics(glcm, region::checkCancelled);
        for (int d = 0; d < glcm.directions().size(); d++) {
            if (!statistics.load(glcm, d)) {
                continue;
            }
            directions++;
            for (int f = 0; f < sums.length; f++) {
                region.checkCancelled();
                double value = features.get(f).of(statistics);
                if (!Double.isNaN(value)) {
                    sums[f] += value;
                    used[f]++;
                }
            }
        }
        FeatureValues.Builder values = FeatureValues.builder(features);
        for (int f = 0; f < sums.length; f++) {
            values.set(f, sums[f] / used[f], directions == 0 ? NO_PAIR : INDEPENDENT);
        }
        return values.build();
    }
}
