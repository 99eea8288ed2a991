package io.github.radiomics4j.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The triangles against the rule that their outlines follow, which needs no table. */
class MarchingCubesTest {
    /** The corners of each face in a circle. */
    private static final int[][] FACES = {
        {0, 1, 2, 3}, {4, 5, 6, 7}, {0, 1, 5, 4}, {1, 2, 6, 5}, {2, 3, 7, 6}, {3, 0, 4, 7}
    };

    /** The two corners of each edge. */
    private static final int[][] EDGES = {
        {0, 1}, {1, 2}, {2, 3}, {3, 0}, {4, 5}, {5, 6}, {6, 7}, {7, 4}, {0, 4}, {1, 5}, {2, 6}, {3, 7}
    };

    @Test
    void outlinesCutEachFaceBetweenItsInsideCornersAndKeepOppositeOnesApart() {
        for (int index = 0; index < 128; index++) {
            assertThat(outline(index)).as("row %d", index).isEqualTo(cuts(index));
            assertThat(outline(255 - index)).as("row %d", 255 - index).isEqualTo(cuts(index));
        }
    }

    @Test
    void normalsOfOneCornerPointAwayFromIt() {
        // Corner 0 inside: the triangle cuts it off at (1, 0, 0), (0, 1, 0), (0, 0, 1) half voxels.
        int[] terms = MarchingCubes.volumeTerms();
        assertThat(new int[] {terms[4], terms[5], terms[6], terms[7]}).containsExactly(1, 2, 2, 2);
        // All but corner 0: the same triangle, turned over.
        int all = 4 * 254;
        assertThat(new int[] {terms[all], terms[all + 1], terms[all + 2], terms[all + 3]})
                .containsExactly(-1, -2, -2, -2);
    }

    @Test
    void areaOfAHalvedCubeIsThatOfItsFace() {
        double[] areas = MarchingCubes.areas(2, 3, 5);
        assertThat(areas[0b0000_1111]).isEqualTo(6);
        assertThat(areas[0b0011_0011]).isEqualTo(10);
        assertThat(areas[0b1001_1001]).isEqualTo(15);
        assertThat(areas[0]).isZero();
        assertThat(areas[255]).isZero();
    }

    /** The sides that only one triangle has, each as the set of its two edges in bits. */
    private static Set<Integer> outline(int index) {
        int[] triangles = MarchingCubes.triangles(index);
        Set<Integer> outline = new HashSet<>();
        for (int t = 0; t < triangles.length; t += 3) {
            for (int i = 0; i < 3; i++) {
                int side = 1 << triangles[t + i] | 1 << triangles[t + (i + 1) % 3];
                if (!outline.remove(side)) {
                    outline.add(side);
                }
            }
        }
        return outline;
    }

    /** On each face, a cut around every group of neighboring inside corners. */
    private static Set<Integer> cuts(int index) {
        Set<Integer> cuts = new HashSet<>();
        for (int[] face : FACES) {
            for (int start = 0; start < 4; start++) {
                if (isInside(index, face[start]) && !isInside(index, face[(start + 3) % 4])) {
                    int end = start;
                    while (isInside(index, face[(end + 1) % 4])) {
                        end++;
                    }
                    cuts.add(1 << edge(face[(start + 3) % 4], face[start])
                            | 1 << edge(face[end % 4], face[(end + 1) % 4]));
                }
            }
        }
        return cuts;
    }

    private static boolean isInside(int index, int corner) {
        return (index >> corner & 1) == 1;
    }

    private static int edge(int a, int b) {
        for (int e = 0; e < EDGES.length; e++) {
            if (EDGES[e][0] == a && EDGES[e][1] == b || EDGES[e][0] == b && EDGES[e][1] == a) {
                return e;
            }
        }
        throw new AssertionError("no edge from " + a + " to " + b);
    }
}
