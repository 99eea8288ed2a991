package io.github.radiomics4j.intensity;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Means of the spheres around the voxels of a region, by sums along x: of a row of the sphere, the sum is a difference of
 * two running sums of the image's row.
 *
 * <p>Layout: a plane holds, for each row y of the image within reach, running sums from the row's place {@code row · width}
 * on; entry i is the sum of the voxels before {@code lowX + i − reachX}; those outside the image are 0. The planes
 * within reach of the slice at hand are kept, no others. Confined to one thread.
 *
 * <p>The two means that are returned are added up once more, voxel by voxel: running sums round where they are large.
 */
final class SphereMeans {
    private final RegionOfInterest region;
    private final ImageVolume image;
    private final Size size;
    private final double radiusMm;
    private final Spacing spacing;
    private final Runnable checkCancelled;
    private final int[] positions;
    private final int reachX;
    private final int reachY;
    private final int reachZ;

    /** Half-width of the sphere's row at (dy, dz), −1 if there is none. */
    private final int[][] halfWidth;

    SphereMeans(RegionOfInterest region, ImageVolume image, double radiusMm, Runnable checkCancelled) {
        this.region = region;
        this.image = image;
        this.size = image.grid().size();
        this.radiusMm = radiusMm;
        this.spacing = region.grid().spacing();
        this.checkCancelled = checkCancelled;
        this.positions = region.positions();
        // No farther than the image: a spacing of micrometers must not make a sphere of millions of rows.
        this.reachX = (int) Math.min(size.x(), radiusMm / spacing.xMm());
        this.reachY = (int) Math.min(size.y(), radiusMm / spacing.yMm());
        this.reachZ = (int) Math.min(size.z(), radiusMm / spacing.zMm());
        this.halfWidth = new int[reachZ + 1][reachY + 1];
        for (int dz = 0; dz <= reachZ; dz++) {
            for (int dy = 0; dy <= reachY; dy++) {
                int dx = -1;
                while (dx < reachX && isWithin(dx + 1, dy, dz)) {
                    dx++;
                }
                halfWidth[dz][dy] = dx;
            }
        }
    }

    IntensityPeaks peaks() {
        double[] intensities = region.intensities(image);
        Intensities.requireFinite(intensities);
        double highest = intensities[0];
        int lowX = Integer.MAX_VALUE;
        int highX = 0;
        int lowY = Integer.MAX_VALUE;
        int highY = 0;
        for (int i = 0; i < positions.length; i++) {
            highest = Math.max(highest, intensities[i]);
            lowX = Math.min(lowX, x(i));
            highX = Math.max(highX, x(i));
            lowY = Math.min(lowY, y(i));
            highY = Math.max(highY, y(i));
        }
        RunningSums sums = new RunningSums(lowX, highX, lowY, highY);
        double[] means = new double[highX - lowX + 1];
        double global = Double.NEGATIVE_INFINITY;
        double local = Double.NEGATIVE_INFINITY;
        int globalVoxel = 0;
        int localVoxel = 0;
        int i = 0;
        while (i < positions.length) {
            int y = y(i);
            int z = z(i);
            int end = i + 1;
            while (end < positions.length && y(end) == y && z(end) == z) {
                end++;
            }
            int first = x(i);
            sums.means(first, x(end - 1), y, z, means);
            for (; i < end; i++) {
                double mean = means[x(i) - first];
                if (mean > global) {
                    global = mean;
                    globalVoxel = i;
                }
                if (intensities[i] == highest && mean > local) {
                    local = mean;
                    localVoxel = i;
                }
            }
        }
        return new IntensityPeaks(mean(localVoxel), mean(globalVoxel));
    }

    private int x(int i) {
        return positions[i] % region.strideY() - 1 + region.box().x();
    }

    private int y(int i) {
        return positions[i] % region.strideZ() / region.strideY()
                - 1
                + region.box().y();
    }

    private int z(int i) {
        return positions[i] / region.strideZ() - 1 + region.box().z();
    }

    /** Returns the mean around voxel i, added up voxel by voxel. */
    double mean(int i) {
        double sum = 0;
        int count = 0;
        double[] row = new double[2 * reachX + 1];
        for (int z = Math.max(0, z(i) - reachZ); z <= Math.min(size.z() - 1, z(i) + reachZ); z++) {
            for (int y = Math.max(0, y(i) - reachY); y <= Math.min(size.y() - 1, y(i) + reachY); y++) {
                int half = halfWidth[Math.abs(z - z(i))][Math.abs(y - y(i))];
                int from = Math.max(0, x(i) - half);
                int length = Math.min(size.x() - 1, x(i) + half) - from + 1;
                if (half >= 0) {
                    image.copyTo(from + size.x() * (y + size.y() * z), row, 0, length);
                    for (int x = 0; x < length; x++) {
                        sum += row[x];
                    }
                    count += length;
                }
            }
        }
        return sum / count;
    }

    /** The running sums within reach of a slice. */
    private final class RunningSums {
        private final int lowX;
        private final int lowY;
        private final int rows;
        private final int width;
        private final double[] voxelsBefore;
        private final double[] row;
        private final double[] @Nullable [] planes = new double[size.z()][];
        private int made;

        RunningSums(int lowX, int highX, int lowY, int highY) {
            this.lowX = lowX;
            this.lowY = Math.max(0, lowY - reachY);
            this.rows = Math.min(size.y() - 1, highY + reachY) - this.lowY + 1;
            this.width = highX - lowX + 2 + 2 * reachX;
            this.row = new double[size.x()];
            this.voxelsBefore = new double[width];
            for (int i = 0; i < width; i++) {
                voxelsBefore[i] = Math.min(Math.max(lowX + i - reachX, 0), size.x());
            }
        }

        private double[] plane(int z) {
            double[] plane = planes[z];
            if (plane != null) {
                return plane;
            }
            checkCancelled.run();
            for (int gone = made; gone < z - 2 * reachZ; gone++) {
                planes[gone] = null;
            }
            made = Math.max(made, z - 2 * reachZ);
            double[] sums = new double[Math.multiplyExact(rows, width)];
            int from = (int) voxelsBefore[0];
            int length = (int) voxelsBefore[width - 1] - from;
            for (int r = 0; r < rows; r++) {
                image.copyTo(from + size.x() * (lowY + r + size.y() * z), row, 0, length);
                int at = r * width;
                double sum = 0;
                for (int i = 1; i < width; i++) {
                    if (voxelsBefore[i] > voxelsBefore[i - 1]) {
                        double voxel = row[(int) voxelsBefore[i] - 1 - from];
                        if (!Double.isFinite(voxel)) {
                            throw new InvalidCaseException(
                                    Reason.NON_FINITE,
                                    "intensities within " + radiusMm + " mm of the region must be finite, found "
                                            + voxel + " in slice " + z);
                        }
                        sum += voxel;
                    }
                    sums[at + i] = sum;
                }
            }
            planes[z] = sums;
            return sums;
        }

        /** Writes the means around the voxels from {@code x0} to {@code x1} of row (y, z) into {@code means}. */
        void means(int x0, int x1, int y, int z, double[] means) {
            int count = x1 - x0 + 1;
            int center = x0 - lowX + reachX;
            int[] rowsOfHalf = new int[reachX + 1];
            Arrays.fill(means, 0, count, 0);
            for (int w = Math.max(0, z - reachZ); w <= Math.min(size.z() - 1, z + reachZ); w++) {
                double[] sums = plane(w);
                for (int v = Math.max(0, y - reachY); v <= Math.min(size.y() - 1, y + reachY); v++) {
                    int half = halfWidth[Math.abs(w - z)][Math.abs(v - y)];
                    if (half >= 0) {
                        rowsOfHalf[half]++;
                        addDifferences(sums, (v - lowY) * width + center, half, means, count);
                    }
                }
            }
            double[] voxels = new double[count];
            for (int half = 0; half <= reachX; half++) {
                for (int i = 0; i < count && rowsOfHalf[half] > 0; i++) {
                    voxels[i] +=
                            rowsOfHalf[half] * (voxelsBefore[center + i + half + 1] - voxelsBefore[center + i - half]);
                }
            }
            for (int i = 0; i < count; i++) {
                means[i] /= voxels[i];
            }
        }

        private static void addDifferences(double[] sums, int center, int half, double[] out, int count) {
            int before = center - half;
            int after = center + half + 1;
            for (int i = 0; i < count; i++) {
                out[i] += sums[after + i] - sums[before + i];
            }
        }
    }

    private boolean isWithin(int dx, int dy, int dz) {
        double x = dx * spacing.xMm();
        double y = dy * spacing.yMm();
        double z = dz * spacing.zMm();
        return x * x + y * y + z * z <= radiusMm * radiusMm;
    }
}
