package io.github.radiomics4j.feature;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.texture.Aggregation.Dimension;
import io.github.radiomics4j.texture.BorderDistances;
import io.github.radiomics4j.texture.Glcm;
import io.github.radiomics4j.texture.Gldm;
import io.github.radiomics4j.texture.Gldzm;
import io.github.radiomics4j.texture.Glrlm;
import io.github.radiomics4j.texture.Glszm;
import io.github.radiomics4j.texture.NeighborCounts;
import io.github.radiomics4j.texture.NeighborTexture;
import io.github.radiomics4j.texture.Neighborhood;
import io.github.radiomics4j.texture.Ngtdm;
import io.github.radiomics4j.texture.TextureMatrix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texture matrices of a region in the parts that a {@link Dimension} works on: one matrix for each slice, or a single
 * one. Merged slices have the counts of the volume whose neighbors lie in their slice: runs and zones of slices that were
 * counted already are added up, which gives the same; otherwise, and for neighbors, the volume is counted so. Everything is
 * made when first asked for and then kept, so that all aggregations and features share it.
 */
final class TextureParts {
    private static final int Z = 2;

    private final Region region;
    private final Map<Dimension, List<Glrlm>> runs = new EnumMap<>(Dimension.class);
    private final Map<Dimension, List<Glszm>> zones = new EnumMap<>(Dimension.class);
    private final Map<Dimension, List<Gldzm>> distanceZones = new EnumMap<>(Dimension.class);
    private @Nullable List<GrayLevels> slices;
    private boolean expectsDistances;

    TextureParts(Region region) {
        this.region = region;
    }

    /** Returns the neighbors of {@code volume} that {@code dimension} looks at. */
    static Neighborhood neighborhood(Dimension dimension, Neighborhood volume) {
        return dimension == Dimension.VOLUME ? volume : volume.inPlanesAcross(Z);
    }

    /** Announces a family: distances of zones are counted together with their sizes when both are wanted. */
    void expect(TextureFamily family) {
        expectsDistances |= family.matrix() == TextureMatrix.GLDZM;
    }

    /** Returns the levels of each slice. */
    List<GrayLevels> slices() {
        if (slices == null) {
            slices = region.levels().slices();
        }
        return slices;
    }

    List<Glcm> pairs(Dimension dimension, Neighborhood neighborhood) {
        return dimension == Dimension.SLICES
                ? bySlice(neighborhood, NeighborTexture.GLCM, counts -> counts.glcm(true))
                : List.of(region.glcm(true, neighborhood));
    }

    List<Ngtdm> differences(Dimension dimension, Neighborhood neighborhood) {
        return dimension == Dimension.SLICES
                ? bySlice(neighborhood, NeighborTexture.NGTDM, NeighborCounts::ngtdm)
                : List.of(region.ngtdm(neighborhood));
    }

    List<Gldm> dependences(Dimension dimension, Neighborhood neighborhood, int coarseness) {
        if (coarseness > 0) {
            return parts(dimension).stream()
                    .map(part -> Gldm.of(part, neighborhood, coarseness))
                    .toList();
        }
        return dimension == Dimension.SLICES
                ? bySlice(neighborhood, NeighborTexture.GLDM, NeighborCounts::gldm)
                : List.of(region.gldm(neighborhood));
    }

    List<Glrlm> runs(Dimension dimension) {
        return runs.computeIfAbsent(dimension, key -> {
            List<Glrlm> slices = runs.get(Dimension.SLICES);
            return key == Dimension.MERGED_SLICES && slices != null ? List.of(Glrlm.sum(slices)) : each(key, Glrlm::of);
        });
    }

    /** Returns zones by size; where their distances will be asked for too, both are counted at once. */
    List<Glszm> zones(Dimension dimension) {
        if (expectsDistances || distanceZones.containsKey(dimension)) {
            return distanceZones(dimension).stream().map(Gldzm::zones).toList();
        }
        return zones.computeIfAbsent(dimension, key -> {
            List<Glszm> slices = zones.get(Dimension.SLICES);
            return key == Dimension.MERGED_SLICES && slices != null ? List.of(Glszm.sum(slices)) : each(key, Glszm::of);
        });
    }

    List<Gldzm> distanceZones(Dimension dimension) {
        return distanceZones.computeIfAbsent(dimension, key -> {
            List<Gldzm> slices = distanceZones.get(Dimension.SLICES);
            if (key == Dimension.MERGED_SLICES && slices != null) {
                return List.of(Gldzm.sum(slices));
            }
            BorderDistances distances = BorderDistances.of(region.morphology(), key != Dimension.VOLUME);
            return each(key, (part, neighborhood) -> Gldzm.of(part, neighborhood, distances));
        });
    }

    private List<GrayLevels> parts(Dimension dimension) {
        return dimension == Dimension.SLICES ? slices() : List.of(region.levels());
    }

    private <M> List<M> bySlice(
            Neighborhood neighborhood, NeighborTexture texture, Function<NeighborCounts, M> matrix) {
        return region.countsBySlice(neighborhood, texture).stream().map(matrix).toList();
    }

    private <M> List<M> each(Dimension dimension, BiFunction<GrayLevels, Neighborhood, M> count) {
        Neighborhood neighborhood = neighborhood(dimension, Neighborhood.adjacent());
        List<M> matrices = new ArrayList<>();
        for (GrayLevels part : parts(dimension)) {
            region.checkCancelled();
            matrices.add(count.apply(part, neighborhood));
        }
        return matrices;
    }
}
