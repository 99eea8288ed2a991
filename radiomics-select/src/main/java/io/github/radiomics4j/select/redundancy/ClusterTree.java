package io.github.radiomics4j.select.redundancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The tree of columns that hierarchical clustering on 1 − |r| makes. Immutable.
 *
 * <p>Leaves are 0 to p − 1; the k-th merge makes cluster p + k, as in the matrix of SciPy's {@code linkage}.
 *
 * @param names of the leaves
 * @param merges p − 1 of them, from the lowest to the highest
 */
public record ClusterTree(List<String> names, List<Merge> merges) {

    /** Copies the lists. */
    public ClusterTree {
        names = List.copyOf(names);
        merges = List.copyOf(merges);
    }

    /**
     * Two clusters that become one.
     *
     * @param first the smaller number
     * @param second the larger number
     * @param height their distance
     * @param size leaves of the new cluster
     */
    public record Merge(int first, int second, double height, int size) {}

    /** Two clusters by one leaf of each. */
    private record Pair(int first, int second, double height) {}

    /**
     * Returns the tree of the columns of {@code r}, without NaN.
     *
     * <p>A chain goes from any cluster to its nearest until two are nearest to each other; they are merged. These linkages never
     * bring a merged cluster nearer, so the rest of the chain stays valid: p² steps (Murtagh 1983).
     */
    static ClusterTree of(CorrelationMatrix r, Linkage linkage) {
        int p = r.size();
        double[][] d = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                d[i][j] = 1 - Math.abs(r.r(i, j));
            }
        }
        return new ClusterTree(r.names(), numbered(pairs(d, linkage), p));
    }

    /** Returns the pairs that are merged, from the lowest to the highest; {@code d} is overwritten. */
    private static List<Pair> pairs(double[][] d, Linkage linkage) {
        int[] sizes = new int[d.length]; // 0: merged into another
        Arrays.fill(sizes, 1);
        List<Pair> pairs = new ArrayList<>();
        int[] chain = new int[d.length];
        int length = 0;
        while (pairs.size() < d.length - 1) {
            if (length == 0) {
                chain[length++] = firstLeft(sizes);
            }
            int last = chain[length - 1];
            int before = length > 1 ? chain[length - 2] : -1;
            int nearest = nearest(d[last], sizes, last, before);
            if (nearest == before) {
                length -= 2;
                pairs.add(new Pair(Math.min(last, before), Math.max(last, before), d[last][before]));
                merge(d, sizes, last, before, linkage);
            } else {
                chain[length++] = nearest;
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::height));
        return pairs;
    }

    private static int firstLeft(int[] sizes) {
        int i = 0;
        while (sizes[i] == 0) {
            i++;
        }
        return i;
    }

    /** Returns the nearest cluster, the one before in the chain if it is as near as any. */
    private static int nearest(double[] distances, int[] sizes, int self, int before) {
        int nearest = before;
        for (int j = 0; j < sizes.length; j++) {
            if (sizes[j] > 0 && j != self && (nearest < 0 || distances[j] < distances[nearest])) {
                nearest = j;
            }
        }
        return nearest;
    }

    /** Merges {@code gone} into {@code kept}. */
    private static void merge(double[][] d, int[] sizes, int gone, int kept, Linkage linkage) {
        for (int j = 0; j < sizes.length; j++) {
            if (sizes[j] > 0 && j != gone && j != kept) {
                d[kept][j] = linkage.join(d[gone][j], sizes[gone], d[kept][j], sizes[kept]);
                d[j][kept] = d[kept][j];
            }
        }
        sizes[kept] += sizes[gone];
        sizes[gone] = 0;
    }

    private static List<Merge> numbered(List<Pair> pairs, int leaves) {
        int[] parents = new int[2 * leaves];
        int[] sizes = new int[2 * leaves];
        Arrays.fill(sizes, 0, leaves, 1);
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
        List<Merge> merges = new ArrayList<>();
        for (Pair pair : pairs) {
            int a = root(parents, pair.first());
            int b = root(parents, pair.second());
            int next = leaves + merges.size();
            parents[a] = next;
            parents[b] = next;
            sizes[next] = sizes[a] + sizes[b];
            merges.add(new Merge(Math.min(a, b), Math.max(a, b), pair.height(), sizes[next]));
        }
        return merges;
    }

    private static int root(int[] parents, int i) {
        int root = i;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /**
     * Returns the clusters below a height, each with its leaves in order, in the order of their first leaf: merges of at most
     * that height count, as in SciPy's {@code fcluster(tree, height, 'distance')}.
     */
    public List<List<String>> cut(double height) {
        int p = names.size();
        int[] parents = new int[2 * p];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
        for (int k = 0; k < merges.size() && merges.get(k).height() <= height; k++) {
            parents[merges.get(k).first()] = p + k;
            parents[merges.get(k).second()] = p + k;
        }
        List<List<String>> clusters = new ArrayList<>();
        int[] places = new int[2 * p];
        for (int i = 0; i < p; i++) {
            int root = root(parents, i);
            if (places[root] == 0) {
                clusters.add(new ArrayList<>());
                places[root] = clusters.size();
            }
            clusters.get(places[root] - 1).add(names.get(i));
        }
        return clusters.stream().map(List::copyOf).toList();
    }
}
