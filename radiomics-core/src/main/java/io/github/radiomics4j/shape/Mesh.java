package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;

/**
 * What the surface of a region measures: marching cubes at 0.5 over the voxel centers, with the vertices at the middle
 * of the edges between a voxel inside and one outside.
 *
 * <p>With triangles (a, b, c) whose normals point outward,
 *
 * <pre>{@code area = Σ |(b − a) × (c − a)| / 2        volume = Σ (a × b) · c / 6}</pre>
 *
 * <p>Both are PyRadiomics' own (its triangulation, its gaps where the region is ambiguous; see {@code MarchingCubes});
 * the volume is exact but for one rounding. Neither is invariant under reflection, both are under translation. The gaps
 * make the volume depend on the origin, which is the corner of the region's box, as in PyRadiomics.
 *
 * @param surfaceAreaMm2 area of the surface, in mm²
 * @param volumeMm3 volume within the surface, in mm³
 * @param vertexCount number of vertices: pairs of face neighbors of which one is inside
 */
public record Mesh(double surfaceAreaMm2, double volumeMm3, int vertexCount) {

    /** Returns the surface around {@code region}. */
    public static Mesh of(RegionOfInterest region) {
        OccupancyRows rows = OccupancyRows.of(region);
        int[] cubes = new int[256];
        int[] volumeTerms = MarchingCubes.volumeTerms();
        long volume48 = countCubes(rows, cubes, volumeTerms);
        Spacing spacing = region.grid().spacing();
        double[] areas = MarchingCubes.areas(spacing.xMm(), spacing.yMm(), spacing.zMm());
        double area = 0;
        for (int index = 0; index < 256; index++) {
            area += cubes[index] * areas[index];
        }
        return new Mesh(area, spacing.voxelVolumeMm3() * volume48 / 48, countVertices(rows));
    }

    /**
     * Counts the cubes of each index that the surface crosses, and returns 48 times the volume in voxels.
     *
     * <p>Four neighboring rows hold the cubes between them: bit x of {@code a, b, c, d} is the corner at x of rows (y, z),
     * (y + 1, z), (y, z + 1), (y + 1, z + 1), bit x of {@code a1 ...} the corner at x + 1. Cubes wholly inside or outside,
     * nearly all, are passed by 64 at a time.
     *
     * @param cubes 256 places; overwritten
     * @param terms of {@link MarchingCubes#volumeTerms()}; not modified
     */
    private static long countCubes(OccupancyRows rows, int[] cubes, int[] terms) {
        long[] bits = rows.bits;
        int words = rows.wordsPerRow;
        long volume48 = 0;
        for (int z = 0; z < rows.sizeZ - 1; z++) {
            for (int y = 0; y < rows.sizeY - 1; y++) {
                int rowA = rows.row(y, z);
                int rowC = rows.row(y, z + 1);
                for (int w = 0; w < words; w++) {
                    boolean last = w == words - 1;
                    long a = bits[rowA + w];
                    long b = bits[rowA + words + w];
                    long c = bits[rowC + w];
                    long d = bits[rowC + words + w];
                    long a1 = (a >>> 1) | (last ? 0 : bits[rowA + w + 1] << 63);
                    long b1 = (b >>> 1) | (last ? 0 : bits[rowA + words + w + 1] << 63);
                    long c1 = (c >>> 1) | (last ? 0 : bits[rowC + w + 1] << 63);
                    long d1 = (d >>> 1) | (last ? 0 : bits[rowC + words + w + 1] << 63);
                    long crossed = (a | b | c | d | a1 | b1 | c1 | d1) & ~(a & b & c & d & a1 & b1 & c1 & d1);
                    while (crossed != 0) {
                        int i = Long.numberOfTrailingZeros(crossed);
                        crossed &= crossed - 1;
                        int index = (int) ((a >>> i & 1)
                                | (a1 >>> i & 1) << 1
                                | (b1 >>> i & 1) << 2
                                | (b >>> i & 1) << 3
                                | (c >>> i & 1) << 4
                                | (c1 >>> i & 1) << 5
                                | (d1 >>> i & 1) << 6
                                | (d >>> i & 1) << 7);
                        cubes[index]++;
                        int term = 4 * index;
                        int x = (w << 6) + i;
                        volume48 += terms[term] + x * terms[term + 1] + y * terms[term + 2] + z * terms[term + 3];
                    }
                }
            }
        }
        return volume48;
    }

    private static int countVertices(OccupancyRows rows) {
        long[] bits = rows.bits;
        int words = rows.wordsPerRow;
        int count = 0;
        for (int z = 0; z < rows.sizeZ - 1; z++) {
            for (int y = 0; y < rows.sizeY - 1; y++) {
                int row = rows.row(y, z);
                int rowAbove = rows.row(y, z + 1);
                long carry = 0;
                for (int w = 0; w < words; w++) {
                    long inside = bits[row + w];
                    count += Long.bitCount(inside ^ ((inside << 1) | carry))
                            + Long.bitCount(inside ^ bits[row + words + w])
                            + Long.bitCount(inside ^ bits[rowAbove + w]);
                    carry = inside >>> 63;
                }
            }
        }
        return count;
    }
}
