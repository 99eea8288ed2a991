package io.github.radiomics4j.io;

/**
 * How much a file may ask for; a file that asks for more is refused before memory is taken.
 *
 * @param maximumVoxels voxels of the frame that is read
 * @param maximumInflatedBytes bytes that are inflated from compressed data, those before the frame included
 */
public record ReadLimits(long maximumVoxels, long maximumInflatedBytes) {

    /** Checks that both are positive. */
    public ReadLimits {
        if (maximumVoxels < 1 || maximumInflatedBytes < 1) {
            throw new IllegalArgumentException("limits must be at least 1, found " + maximumVoxels + " voxels and "
                    + maximumInflatedBytes + " inflated bytes");
        }
    }

    /**
     * Returns the defaults:
     *
     * <ul>
     *   <li>2²⁹ voxels, a whole-body CT of 1024 × 1024 × 512 (1 GiB of 16-bit integers);
     *   <li>2³² inflated bytes (4 GiB), that volume in 64-bit floats or four frames of it in 16-bit integers. A few
     *       megabytes of gzip can hold as much.
     * </ul>
     */
    public static ReadLimits withDefaults() {
        return new ReadLimits(1L << 29, 1L << 32);
    }

    /** Returns a copy with another number of voxels. */
    public ReadLimits withMaximumVoxels(long maximumVoxels) {
        return new ReadLimits(maximumVoxels, maximumInflatedBytes);
    }

    /** Returns a copy with another number of inflated bytes. */
    public ReadLimits withMaximumInflatedBytes(long maximumInflatedBytes) {
        return new ReadLimits(maximumVoxels, maximumInflatedBytes);
    }
}
