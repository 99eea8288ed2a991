package io.github.radiomics4j.texture;

import io.github.radiomics4j.image.Size;
import java.util.SortedMap;
import java.util.TreeMap;

/** The twin of the neighbor sweep, by the letter of the definitions, on a box of levels of which 0 is outside. */
final class NaiveNeighbors {
    private final Size size;
    private final int[] box;

    NaiveNeighbors(Size size, int... box) {
        this.size = size;
        this.box = box;
    }

    /** Counts "i j" over the voxels and their neighbors at {@code offset}, and back if symmetric. */
    SortedMap<String, Integer> pairs(Offset offset, boolean symmetric) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (int v = 0; v < box.length; v++) {
            int neighbor = neighbor(v, offset);
            if (box[v] != 0 && neighbor != 0) {
                counts.merge(box[v] + " " + neighbor, 1, Integer::sum);
                if (symmetric) {
                    counts.merge(neighbor + " " + box[v], 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** Counts "level dependence". */
    SortedMap<String, Integer> dependences(Neighborhood neighborhood, int coarseness) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (int v = 0; v < box.length; v++) {
            int dependence = 1;
            for (Offset d : neighborhood.directions()) {
                for (int level : new int[] {neighbor(v, d), neighbor(v, d.opposite())}) {
                    dependence += level != 0 && Math.abs(level - box[v]) <= coarseness ? 1 : 0;
                }
            }
            if (box[v] != 0) {
                counts.merge(box[v] + " " + dependence, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Returns {n, n without neighbors, s} of each level. */
    SortedMap<Integer, double[]> differences(Neighborhood neighborhood) {
        SortedMap<Integer, double[]> rows = new TreeMap<>();
        for (int v = 0; v < box.length; v++) {
            if (box[v] == 0) {
                continue;
            }
            double sum = 0;
            int neighbors = 0;
            for (Offset d : neighborhood.directions()) {
                for (int level : new int[] {neighbor(v, d), neighbor(v, d.opposite())}) {
                    sum += level;
                    neighbors += level > 0 ? 1 : 0;
                }
            }
            double[] row = rows.computeIfAbsent(box[v], level -> new double[3]);
            row[0]++;
            row[1] += neighbors == 0 ? 1 : 0;
            row[2] += neighbors == 0 ? 0 : Math.abs(box[v] - sum / neighbors);
        }
        return rows;
    }

    private int neighbor(int v, Offset offset) {
        int x = v % size.x() + offset.x();
        int y = v / size.x() % size.y() + offset.y();
        int z = v / size.x() / size.y() + offset.z();
        boolean inside = x >= 0 && x < size.x() && y >= 0 && y < size.y() && z >= 0 && z < size.z();
        return inside ? box[x + size.x() * (y + size.y() * z)] : 0;
    }
}
