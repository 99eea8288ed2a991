package io.github.radiomics4j.image;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Each label of a mask but 0, its number of voxels and the smallest box around them, found in one pass over the runs of the
 * rows; rows of background, nearly all of a usual mask, are compared with zeros and passed over. Immutable.
 */
final class LabelCensus {
    private final Map<Integer, Extent> extents;

    private LabelCensus(Map<Integer, Extent> extents) {
        this.extents = extents;
    }

    static LabelCensus of(Size size, VoxelSource voxels) {
        Map<Integer, Extent> extents = new HashMap<>();
        int[] row = new int[size.x()];
        Extent extent = new Extent(0);
        int from = 0;
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++, from += row.length) {
                if (voxels.isBackground(from, row.length)) {
                    continue;
                }
                voxels.copyLabels(from, row, 0, row.length);
                int x = 0;
                while (x < row.length) {
                    int label = row[x];
                    int start = x;
                    while (x < row.length && row[x] == label) {
                        x++;
                    }
                    if (label != 0) {
                        if (extent.label != label) {
                            extent = extents.computeIfAbsent(label, Extent::new);
                        }
                        extent.add(start, x - 1, y, z);
                    }
                }
            }
        }
        return new LabelCensus(extents);
    }

    /** Returns the number of voxels of each label, a 32-bit unsigned number, ascending, in a new map. */
    SortedMap<Long, Long> counts() {
        SortedMap<Long, Long> counts = new TreeMap<>();
        extents.forEach((label, extent) -> counts.put(label & 0xffffffffL, extent.count));
        return counts;
    }

    Optional<BoundingBox> box(int label) {
        return Optional.ofNullable(extents.get(label)).map(Extent::box);
    }

    /** What is known of one label so far. */
    private static final class Extent {
        private final int label;
        private final int[] first = new int[3];
        private final int[] last = new int[3];
        private long count;

        Extent(int label) {
            this.label = label;
            Arrays.fill(first, Integer.MAX_VALUE);
        }

        void add(int x0, int x1, int y, int z) {
            count += x1 - x0 + 1;
            first[0] = Math.min(first[0], x0);
            last[0] = Math.max(last[0], x1);
            first[1] = Math.min(first[1], y);
            last[1] = Math.max(last[1], y);
            first[2] = Math.min(first[2], z);
            last[2] = z;
        }

        BoundingBox box() {
            return new BoundingBox(
                    first[0],
                    first[1],
                    first[2],
                    last[0] - first[0] + 1,
                    last[1] - first[1] + 1,
                    last[2] - first[2] + 1);
        }
    }
}
