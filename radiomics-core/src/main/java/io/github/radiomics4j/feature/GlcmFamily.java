package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Glcm;
import io.github.radiomics4j.texture.NeighborTexture;
import java.util.Arrays;
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
        return "glcm";
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
        GlcmFeature[] features = wanted.stream().map(GlcmFeature.class::cast).toArray(GlcmFeature[]::new);
        Glcm glcm = region.glcm(symmetric);
        double[] sums = new double[features.length];
        int[] used = new int[features.length];
        int directions = 0;
        GlcmStatistics statistics = new GlcmStatistics(glcm);
        for (int d = 0; d < glcm.directions().size(); d++) {
            if (!statistics.load(d)) {
                continue;
            }
            directions++;
            for (int f = 0; f < features.length; f++) {
                double value = features[f].of(statistics);
                if (!Double.isNaN(value)) {
                    sums[f] += value;
                    used[f]++;
                }
            }
        }
        FeatureValues.Builder values = FeatureValues.builder(Arrays.asList(features));
        for (int f = 0; f < features.length; f++) {
            values.set(f, sums[f] / used[f], directions == 0 ? NO_PAIR : INDEPENDENT);
        }
        return values.build();
    }
}
