package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Glrlm;
import io.github.radiomics4j.texture.SizeMatrix;
import java.util.List;

/**
 * The {@link GlrlmFeature}s: computed for each of the 13 directions and averaged over those in which some line holds more
 * than one voxel (IBSI 3D averaged, ITBB, but for directions without such a line, which IBSI keeps).
 */
public record GlrlmFamily() implements FeatureFamily {

    /** Returns the family as PyRadiomics computes it: one matrix per direction, features averaged. */
    public static GlrlmFamily withDefaults() {
        return new GlrlmFamily();
    }

    @Override
    public String name() {
        return GlrlmFeature.FAMILY_NAME;
    }

    @Override
    public List<GlrlmFeature> features() {
        return List.of(GlrlmFeature.values());
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        List<GlrlmFeature> features = own(wanted, GlrlmFeature.class);
        List<SizeMatrix> matrices = Glrlm.of(region.levels()).matricesWithLines();
        double[] sums = new double[features.size()];
        for (SizeMatrix matrix : matrices) {
            region.checkCancelled();
            SizeStatistics statistics = new SizeStatistics(matrix);
            for (int f = 0; f < sums.length; f++) {
                sums[f] += features.get(f).of(statistics);
            }
        }
        FeatureValues.Builder values = FeatureValues.builder(features);
        for (int f = 0; f < sums.length; f++) {
            values.set(f, sums[f] / matrices.size(), "no line along any of the 13 directions holds two voxels");
        }
        return values.build();
    }
}
