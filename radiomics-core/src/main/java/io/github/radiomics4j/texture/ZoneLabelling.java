package io.github.radiomics4j.texture;

import io.github.radiomics4j.image.RegionOfInterest;

/**
 * Counts zones: voxels of one level that touch by a face, an edge or a corner.
 *
 * <p>Layout: {@code levels} and {@code parents} share the bordered box. The voxels are visited in raster order; each joins
 * the zones of those of the 13 neighbors before it that have its level (union-find; a root is the first voxel of its zone,
 * so that parents point backward). Where a neighbor of the same level is found, those that touch it are not looked at:
 * they belong to its zone already. A second pass in the same order then meets every root before its zone.
 */
final class ZoneLabelling {
    private ZoneLabelling() {}

    /**
     * Returns the tree of each voxel, for {@link #countSizes} or {@link #countSizesAndDistances}, which overwrites it.
     *
     * @param levels numbers of the levels in the bordered box of {@code region}, 0 outside the region; not modified
     * @param positions of the region's voxels in the bordered box, ascending; not modified
     * @param neighborhood what connects voxels
     */
    static int[] label(int[] levels, RegionOfInterest region, int[] positions, Neighborhood neighborhood) {
        int[] parents = new int[levels.length];
        if (neighborhood.equals(Neighborhood.adjacent())) {
            for (int position : positions) {
                join(levels, parents, position, region.strideY(), region.strideZ());
            }
        } else {
            joinAlong(levels, parents, positions, neighborhood.steps(region));
        }
        return parents;
    }

    /** Joins zones that are connected by {@code steps} alone, forward and back. */
    private static void joinAlong(int[] levels, int[] parents, int[] positions, int[] steps) {
        for (int position : positions) {
            int root = position;
            parents[position] = position;
            for (int step : steps) {
                int before = position - Math.abs(step);
                root = levels[before] == levels[position] ? union(parents, root, before) : root;
            }
            parents[position] = root;
        }
    }

    private static void join(int[] levels, int[] parents, int p, int strideY, int strideZ) {
        int level = levels[p];
        int below = p - strideZ;
        if (levels[below] == level) {
            // Touches all the other twelve.
            parents[p] = find(parents, below);
            return;
        }
        int root = p;
        int back = p - strideY;
        int belowBack = below - strideY;
        int belowFront = below + strideY;
        if (levels[back] == level) {
            root = find(parents, back);
        } else {
            if (levels[p - 1] == level) {
                root = find(parents, p - 1);
            } else {
                root = levels[back - 1] == level ? union(parents, root, back - 1) : root;
                root = levels[belowBack - 1] == level ? union(parents, root, belowBack - 1) : root;
                root = levels[below - 1] == level ? union(parents, root, below - 1) : root;
                root = levels[belowBack] == level ? union(parents, root, belowBack) : root;
            }
            root = levels[back + 1] == level ? union(parents, root, back + 1) : root;
            root = levels[belowBack + 1] == level ? union(parents, root, belowBack + 1) : root;
            root = levels[below + 1] == level ? union(parents, root, below + 1) : root;
        }
        root = levels[belowFront - 1] == level ? union(parents, root, belowFront - 1) : root;
        root = levels[belowFront] == level ? union(parents, root, belowFront) : root;
        root = levels[belowFront + 1] == level ? union(parents, root, belowFront + 1) : root;
        parents[p] = root;
    }

    /** Joins the tree under {@code root} with the one of {@code node} and returns the common root, the smaller of the two. */
    private static int union(int[] parents, int root, int node) {
        int other = find(parents, node);
        if (other < root) {
            parents[root] = other;
            return other;
        }
        parents[other] = root;
        return root;
    }

    private static int find(int[] parents, int node) {
        int root = node;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /**
     * Counts zones by their number of voxels. A parent lies before its voxel, so it holds its zone, as {@code ~zone}, by
     * the time that it is asked.
     *
     * @param levels as labelled; not modified
     * @param parents of {@link #label}; overwritten
     * @param positions as labelled; not modified
     * @param counts modified
     */
    static void countSizes(int[] levels, int[] parents, int[] positions, CellCounts counts) {
        int[] sizes = new int[positions.length];
        int[] levelOfZone = new int[positions.length];
        int zones = 0;
        for (int position : positions) {
            int parent = parents[position];
            if (parent == position) {
                parents[position] = ~zones;
                levelOfZone[zones] = levels[position];
                sizes[zones++] = 1;
            } else {
                int zone = parents[parent];
                parents[position] = zone;
                sizes[~zone]++;
            }
        }
        for (int zone = 0; zone < zones; zone++) {
            counts.add(levelOfZone[zone], sizes[zone]);
        }
    }

    /**
     * Counts zones by size, as {@link #countSizes} does, and by the least distance of their voxels.
     *
     * @param distances of each voxel, at least 1; not modified
     * @param bySize modified
     * @param byDistance modified
     */
    static void countSizesAndDistances(
            int[] levels, int[] parents, int[] positions, int[] distances, CellCounts bySize, CellCounts byDistance) {
        int[] sizes = new int[positions.length];
        int[] nearest = new int[positions.length];
        int[] levelOfZone = new int[positions.length];
        int zones = 0;
        for (int i = 0; i < positions.length; i++) {
            int position = positions[i];
            int parent = parents[position];
            if (parent == position) {
                parents[position] = ~zones;
                levelOfZone[zones] = levels[position];
                nearest[zones] = distances[i];
                sizes[zones++] = 1;
            } else {
                int zone = parents[parent];
                parents[position] = zone;
                nearest[~zone] = Math.min(nearest[~zone], distances[i]);
                sizes[~zone]++;
            }
        }
        for (int zone = 0; zone < zones; zone++) {
            bySize.add(levelOfZone[zone], sizes[zone]);
            byDistance.add(levelOfZone[zone], nearest[zone]);
        }
    }
}
