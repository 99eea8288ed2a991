package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.PixelType;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * What a header says of a volume.
 *
 * @param format name of the format
 * @param grid where the voxels of each frame lie
 * @param frameCount volumes in the file, at least 1
 * @param channelCount numbers of each voxel, at least 1; more than one in vectors and colors
 * @param order in which order the samples stand
 * @param sampleType how a voxel is stored
 * @param byteOrder order of the bytes of a sample
 * @param rescale what makes an intensity of a stored sample
 * @param voxels where the samples are, all frames and channels
 */
public record VolumeHeader(
        String format,
        Grid grid,
        int frameCount,
        int channelCount,
        SampleOrder order,
        SampleType sampleType,
        ByteOrder byteOrder,
        Rescale rescale,
        VoxelBytes voxels) {

    /** Checks that nothing is null and that there is a frame and a channel. */
    public VolumeHeader {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(sampleType, "sampleType");
        Objects.requireNonNull(byteOrder, "byteOrder");
        Objects.requireNonNull(rescale, "rescale");
        Objects.requireNonNull(voxels, "voxels");
        if (frameCount < 1) {
            throw new IllegalArgumentException("a file must have at least 1 frame, found " + frameCount);
        }
        if (channelCount < 1) {
            throw new IllegalArgumentException("a voxel must have at least 1 number, found " + channelCount);
        }
    }

    /** Makes a header of frames one after the other, whose voxels are single numbers. */
    public VolumeHeader(
            String format,
            Grid grid,
            int frameCount,
            SampleType sampleType,
            ByteOrder byteOrder,
            Rescale rescale,
            VoxelBytes voxels) {
        this(format, grid, frameCount, 1, SampleOrder.VOLUMES, sampleType, byteOrder, rescale, voxels);
    }

    /**
     * Returns the type of the volume that is read: that of the samples, or, where these are rescaled, 32-bit floats
     * (64-bit floats stay), as in ITK.
     */
    public PixelType pixelType() {
        if (rescale.isIdentity() || sampleType == SampleType.FLOAT64) {
            return sampleType.pixelType();
        }
        return PixelType.FLOAT32;
    }

    /**
     * Intensity = {@code slope · stored + intercept}.
     *
     * @param slope finite
     * @param intercept finite
     */
    public record Rescale(double slope, double intercept) {

        /** Intensities are the stored samples. */
        public static final Rescale IDENTITY = new Rescale(1, 0);

        /** Checks that both are finite. */
        public Rescale {
            if (!Double.isFinite(slope) || !Double.isFinite(intercept)) {
                throw new IllegalArgumentException(
                        "slope and intercept must be finite, found " + slope + " and " + intercept);
            }
        }

        /** Returns whether intensities are the stored samples. */
        public boolean isIdentity() {
            return slope == 1 && intercept == 0;
        }
    }
}
