package io.github.radiomics4j.feature;

import io.github.radiomics4j.image.Size;
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

    /**
     * {@inheritDoc} Features are NaN where the region has no two voxels side by side; but where all its voxels have one
     * gray level, a mean over directions has an MCC of 1 and one matrix an InverseVariance of 0, as in PyRadiomics.
     */
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
                feature -> hasPairs ? feature.of(statistics) : withoutPairs(feature, glcm, true),
                feature -> hasPairs ? INDEPENDENT : NO_PAIR);
    }

    private static double withoutPairs(GlcmFeature feature, Glcm glcm, boolean isOneMatrix) {
        boolean isFlat = glcm.presentLevelCount() == 1;
        if (isFlat && !isOneMatrix && feature == GlcmFeature.MCC) {
            return 1;
        }
        return isFlat && isOneMatrix && feature == GlcmFeature.INVERSE_VARIANCE ? 0 : Double.NaN;
    }

    /** Returns whether the box of the region has room for no more than one of the directions. */
    private static boolean hasRoomForOne(Region region, Glcm glcm) {
        Size size = region.voxels().box().size();
        return glcm.directions().stream()
                        .filter(d ->
                                Math.abs(d.x()) < size.x() && Math.abs(d.y()) < size.y() && Math.abs(d.z()) < size.z())
                        .count()
                == 1;
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
        boolean isOneMatrix = directions == 0 && hasRoomForOne(region, glcm);
        for (int f = 0; f < sums.length; f++) {
            double value = directions == 0 ? withoutPairs(features.get(f), glcm, isOneMatrix) : sums[f] / used[f];
            values.set(f, value, directions == 0 ? NO_PAIR : INDEPENDENT);
        }
        return values.build();
    }
}
