package io.github.radiomics4j.texture;

import io.github.radiomics4j.image.Size;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** The twins of the kernels, by the letter of the definitions, on a box of levels of which 0 is outside. */
final class NaiveTextures {
    private final Size size;
    private final int[] box;

    NaiveTextures(Size size, int... box) {
        this.size = size;
        this.box = box;
    }

    /** Counts "level size" of the runs along a direction: lines are walked from every voxel with no run before it. */
    SortedMap<String, Long> runs(Offset d) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < box.length; i++) {
            int x = i % size.x();
            int y = i / size.x() % size.y();
            int z = i / size.x() / size.y();
            int level = box[i];
            if (level == 0 || at(x - d.x(), y - d.y(), z - d.z()) == level) {
                continue;
            }
            int length = 1;
            while (at(x + length * d.x(), y + length * d.y(), z + length * d.z()) == level) {
                length++;
            }
            counts.merge(level + " " + length, 1L, Long::sum);
        }
        return counts;
    }

    /** Returns whether two voxels of the region lie on one line along a direction. */
    boolean hasLine(Offset d) {
        for (int i = 0; i < box.length; i++) {
            for (int steps = 1; steps < 100 && box[i] != 0; steps++) {
                int x = i % size.x() + steps * d.x();
                int y = i / size.x() % size.y() + steps * d.y();
                int z = i / size.x() / size.y() + steps * d.z();
                if (at(x, y, z) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Counts "level size" of the zones: flood fill. */
    SortedMap<String, Long> zones() {
        return zones(Neighborhood.adjacent());
    }

    /** As {@link #zones()}, connected by some directions alone. */
    SortedMap<String, Long> zones(Neighborhood neighborhood) {
        SortedMap<String, Long> counts = new TreeMap<>();
        boolean[] done = new boolean[box.length];
        for (int i = 0; i < box.length; i++) {
            if (box[i] != 0 && !done[i]) {
                counts.merge(box[i] + " " + flood(i, done, neighborhood).size(), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** Counts "level distance" of the zones. */
    SortedMap<String, Long> zonesByDistance(Neighborhood neighborhood, IntUnaryOperator distance) {
        SortedMap<String, Long> counts = new TreeMap<>();
        boolean[] done = new boolean[box.length];
        for (int i = 0; i < box.length; i++) {
            if (box[i] != 0 && !done[i]) {
                int nearest = flood(i, done, neighborhood).stream()
                        .mapToInt(v -> distance.applyAsInt(v))
                        .min()
                        .orElseThrow();
                counts.merge(box[i] + " " + nearest, 1L, Long::sum);
            }
        }
        return counts;
    }

    private List<Integer> flood(int seed, boolean[] done, Neighborhood neighborhood) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(seed);
        done[seed] = true;
        List<Integer> voxels = new ArrayList<>();
        while (!open.isEmpty()) {
            int i = open.pop();
            voxels.add(i);
            for (Offset d : bothWays(neighborhood)) {
                int x = i % size.x() + d.x();
                int y = i / size.x() % size.y() + d.y();
                int z = i / size.x() / size.y() + d.z();
                int j = x + size.x() * (y + size.y() * z);
                if (at(x, y, z) == box[seed] && !done[j]) {
                    done[j] = true;
                    open.push(j);
                }
            }
        }
        return voxels;
    }

    private static List<Offset> bothWays(Neighborhood neighborhood) {
        return neighborhood.directions().stream()
                .flatMap(d -> Stream.of(d, d.opposite()))
                .toList();
    }

    private int at(int x, int y, int z) {
        boolean inside = x >= 0 && x < size.x() && y >= 0 && y < size.y() && z >= 0 && z < size.z();
        return inside ? box[x + size.x() * (y + size.y() * z)] : 0;
    }

    /** Writes a matrix as the twins do. */
    static SortedMap<String, Long> cells(SizeMatrix matrix) {
        SortedMap<String, Long> cells = new TreeMap<>();
        for (int c = 0; c < matrix.cellCount(); c++) {
            cells.put(matrix.level(c) + " " + matrix.size(c), matrix.count(c));
        }
        return cells;
    }
}
