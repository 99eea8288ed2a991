package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Glcm;
import io.github.radiomics4j.texture.NeighborTexture;
import java.util.List;
import java.util.Set;

/**
 * The co-occurrence features of the 13 directions to the neighbors, each the mean over the directions in which there are
 * pairs.
 *
 * @param symmetric whether a pair counts in both orders, as IBSI has it
 */
public record GlcmFamily(boolean symmetric) implements FeatureFamily {
    private static final String NO_PAIR = "no voxel of the region has a neighbor in it";
    private static final String INDEPENDENT =
            "neighboring levels are independent, and rounding puts the joint entropy above that of independence";

    /** Returns the default: symmetric matrices, as both PyRadiomics and IBSI have them. */
    public static GlcmFamily withDefaults() {
        return new GlcmFamily(true);
    }

    /** Returns a copy whose matrices are symmetric or not. */
    public GlcmFamily withSymmetric(boolean symmetric) {
        return new GlcmFamily(symmetric);
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
        Glcm glcm = region.glcm(symmetric);
        double[] sums = new double[features.size()];
        int[] used = new int[sums.length];
        int directions = 0;
        GlcmStatistics statistics = new GlcmStatistics(glcm, region::checkCancelled);
        for (int d = 0; d < glcm.directions().size(); d++) {
            if (!statistics.load(d)) {
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
