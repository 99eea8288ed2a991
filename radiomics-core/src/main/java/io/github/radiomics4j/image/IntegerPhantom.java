package io.github.radiomics4j.image;

/**
 * A lesion made by integer formulas: a smooth ramp with two scales of noise, and a mask of an ellipsoid with a hole and a
 * satellite (label 1) beside a small box (label 2). Every machine and language makes the same bits, so a test or a demo
 * needs no file.
 */
public enum IntegerPhantom {
    /** 40 × 36 × 22 voxels of 0.8 × 0.8 × 2.5 mm, 16-bit integers; 7664 voxels of label 1. */
    A(new Size(40, 36, 22), new Spacing(0.8, 0.8, 2.5), 7),
    /** 33 × 47 × 19 voxels of 1 × 1.25 × 1.5 mm, 64-bit floats {@code value / 7 − 40}; 4360 voxels of label 1. */
    B(new Size(33, 47, 19), new Spacing(1.0, 1.25, 1.5), 11),
    /** 64 × 60 × 50 voxels of 1 mm, 16-bit integers; 31264 voxels of label 1. */
    C(new Size(64, 60, 50), new Spacing(1, 1, 1), 23);

    private final Grid grid;
    private final int seed;

    IntegerPhantom(Size size, Spacing spacing, int seed) {
        this.grid = new Grid(size, spacing, new Point(-12.5, 30.25, -7), Direction.IDENTITY);
        this.seed = seed;
    }

    /** Returns the image. */
    public ImageVolume image() {
        short[] values = values(grid.size(), seed);
        if (this != B) {
            return ImageVolume.wrap(grid, PixelType.INT16, values);
        }
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] / 7.0 - 40;
        }
        return ImageVolume.wrap(grid, PixelType.FLOAT64, scaled);
    }

    /** Returns the mask, with labels 1 and 2. */
    public Mask mask() {
        return Mask.wrap(grid, labels(grid.size()));
    }

    /**
     * Returns the image of any size, as 16-bit integers: for growth curves.
     *
     * @param seed chooses the noise
     */
    public static ImageVolume image(Grid grid, int seed) {
        return ImageVolume.wrap(grid, PixelType.INT16, values(grid.size(), seed));
    }

    /** Returns the mask of any size, with labels 1 and 2. */
    public static Mask mask(Grid grid) {
        return Mask.wrap(grid, labels(grid.size()));
    }

    private static short[] values(Size size, int seed) {
        short[] out = new short[Math.toIntExact(size.voxelCount())];
        int i = 0;
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    int dx = 2 * x - size.x();
                    int dy = 2 * y - size.y();
                    int dz = 2 * z - size.z();
                    int coarse = Integer.remainderUnsigned(noise(x >> 2, y >> 2, z >> 1, seed + 1), 89);
                    int fine = Integer.remainderUnsigned(noise(x, y, z, seed), 61);
                    int bowl = Math.floorDiv(dx * dx + dy * dy + 4 * dz * dz, 24);
                    out[i++] = (short) (300 + (5 * x + 3 * y - 7 * z) - bowl + coarse + fine);
                }
            }
        }
        return out;
    }

    private static byte[] labels(Size size) {
        int nx = size.x();
        int ny = size.y();
        int nz = size.z();
        int r = 9 * nx * nx;
        byte[] out = new byte[Math.toIntExact(size.voxelCount())];
        int i = 0;
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                for (int x = 0; x < nx; x++) {
                    int dx = 2 * x - nx + 1;
                    int dy = 2 * y - ny + 1;
                    int dz = 2 * z - nz + 1;
                    int q = 36 * dx * dx + Math.floorDiv(144 * dy * dy, 3) + 64 * dz * dz;
                    byte label = (byte) (q <= 2 * r ? 1 : 0);
                    if (q <= Math.floorDiv(r, 12)) {
                        label = 0;
                    }
                    if (2 <= x && x <= 5 && 3 <= y && y <= 6 && 1 <= z && z <= 3) {
                        label = 1;
                    }
                    if (nx - 7 <= x && x <= nx - 4 && ny - 6 <= y && y <= ny - 4 && nz - 4 <= z && z <= nz - 3) {
                        label = 2;
                    }
                    out[i++] = label;
                }
            }
        }
        return out;
    }

    private static int noise(int x, int y, int z, int s) {
        int h = (x * 73856093) ^ (y * 19349663) ^ (z * 83492791) ^ (s * (int) 2654435761L);
        h = (h ^ (h >>> 15)) * (int) 2246822519L;
        h = (h ^ (h >>> 13)) * (int) 3266489917L;
        return h ^ (h >>> 16);
    }
}
