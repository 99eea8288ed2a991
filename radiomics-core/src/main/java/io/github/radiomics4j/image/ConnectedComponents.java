package io.github.radiomics4j.image;

/** Groups of voxels of a region that touch each other by a face, an edge or a corner (26-connected). */
public final class ConnectedComponents {
    private final int count;
    private final int[] component;

    private ConnectedComponents(int count, int[] component) {
        this.count = count;
        this.component = component;
    }

    /** Finds the 26-connected components of {@code region}. */
    public static ConnectedComponents of(RegionOfInterest region) {
        int n = region.voxelCount();
        int[] indexAt = new int[region.borderedLength()];
        int[] parent = new int[n];
        int sy = region.strideY();
        int sz = region.strideZ();
        // The 13 neighbors that come before a voxel in raster order.
        int[] before = {
            -1,
            -sy - 1,
            -sy,
            -sy + 1,
            -sz - sy - 1,
            -sz - sy,
            -sz - sy + 1,
            -sz - 1,
            -sz,
            -sz + 1,
            -sz + sy - 1,
            -sz + sy,
            -sz + sy + 1
        };
        for (int i = 0; i < n; i++) {
            int position = region.position(i);
            indexAt[position] = i + 1;
            parent[i] = i;
            for (int offset : before) {
                int neighbor = indexAt[position + offset] - 1;
                if (neighbor >= 0) {
                    union(parent, i, neighbor);
                }
            }
        }
        int[] component = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int root = find(parent, i);
            component[i] = root == i ? ++count : component[root];
        }
        return new ConnectedComponents(count, component);
    }

    /** Joins two trees; the smaller root wins, so that roots come first in raster order. */
    private static void union(int[] parent, int a, int b) {
        int rootA = find(parent, a);
        int rootB = find(parent, b);
        if (rootA < rootB) {
            parent[rootB] = rootA;
        } else {
            parent[rootA] = rootB;
        }
    }

    private static int find(int[] parent, int i) {
        int root = i;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Returns the number of components. */
    public int count() {
        return count;
    }

    /** Returns the component, from 1, of voxel {@code i} of the region; components are numbered in raster order. */
    public int componentOf(int i) {
        return component[i];
    }
}
