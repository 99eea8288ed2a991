package io.github.radiomics4j.image;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

/** Random labels, and the naive answers to what is asked of masks, regions and components. */
record LabelledVoxels(Size size, int[] labels) {

    /** Of 1 to 7 voxels along each axis; labels 0 to 3 and the largest, in salt or in runs; label 1 occurs. */
    static LabelledVoxels random(long seed) {
        Random random = new Random(seed);
        Size size = new Size(1 + random.nextInt(7), 1 + random.nextInt(7), 1 + random.nextInt(7));
        int[] labels = new int[Math.toIntExact(size.voxelCount())];
        int[] choice = {0, 0, 1, 1, 2, 3, -1};
        double change = random.nextBoolean() ? 1 : 0.2;
        int label = 0;
        for (int i = 0; i < labels.length; i++) {
            label = random.nextDouble() < change ? choice[random.nextInt(choice.length)] : label;
            labels[i] = label;
        }
        labels[random.nextInt(labels.length)] = 1;
        return new LabelledVoxels(size, labels);
    }

    Mask mask() {
        return Mask.of(Grid.of(size, Spacing.isotropic(1)), labels);
    }

    int at(int x, int y, int z) {
        boolean inside = x >= 0 && y >= 0 && z >= 0 && x < size.x() && y < size.y() && z < size.z();
        return inside ? labels[x + size.x() * (y + size.y() * z)] : 0;
    }

    int x(int i) {
        return i % size.x();
    }

    int y(int i) {
        return i / size.x() % size.y();
    }

    int z(int i) {
        return i / size.x() / size.y();
    }

    /** Returns the flat indices of the voxels of {@code label}, ascending. */
    int[] voxels(int label) {
        return java.util.stream.IntStream.range(0, labels.length)
                .filter(i -> labels[i] == label)
                .toArray();
    }

    BoundingBox box(int label) {
        int[] voxels = voxels(label);
        int[] x = Arrays.stream(voxels).map(this::x).sorted().toArray();
        int[] y = Arrays.stream(voxels).map(this::y).sorted().toArray();
        int[] z = Arrays.stream(voxels).map(this::z).sorted().toArray();
        int last = voxels.length - 1;
        return new BoundingBox(x[0], y[0], z[0], x[last] - x[0] + 1, y[last] - y[0] + 1, z[last] - z[0] + 1);
    }

    /** Returns the 26-connected component, from 1 in raster order, of each voxel of {@code label}, by flood fill. */
    int[] components(int label) {
        int[] component = new int[labels.length];
        int count = 0;
        for (int seed : voxels(label)) {
            if (component[seed] == 0) {
                component[seed] = ++count;
                Deque<Integer> open = new ArrayDeque<>();
                open.add(seed);
                while (!open.isEmpty()) {
                    int i = open.remove();
                    for (int d = 0; d < 27; d++) {
                        int x = x(i) + d % 3 - 1;
                        int y = y(i) + d / 3 % 3 - 1;
                        int z = z(i) + d / 9 - 1;
                        int next = x + size.x() * (y + size.y() * z);
                        if (at(x, y, z) == label && component[next] == 0) {
                            component[next] = count;
                            open.add(next);
                        }
                    }
                }
            }
        }
        return Arrays.stream(voxels(label)).map(i -> component[i]).toArray();
    }
}
