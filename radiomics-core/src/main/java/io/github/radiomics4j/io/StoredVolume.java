package io.github.radiomics4j.io;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What is written of an image or a mask: its voxels as little-endian samples of one type, x fastest.
 *
 * @param grid where they lie
 * @param type what they are stored as
 * @param voxels them
 */
record StoredVolume(Grid grid, PixelType type, Source voxels) {
    static final int BLOCK_BYTES = 1 << 16;

    /** A double holds every voxel of every type exactly. */
    interface Source {
        /** Copies voxels {@code from} to {@code from + length - 1} to the beginning of {@code out} (overwritten). */
        void copyTo(int from, double[] out, int length);
    }

    static StoredVolume of(ImageVolume image) {
        return new StoredVolume(image.grid(), image.type(), (from, out, length) -> image.copyTo(from, out, 0, length));
    }

    static StoredVolume of(Mask mask) {
        Labels labels = new Labels(mask, new int[BLOCK_BYTES]);
        return new StoredVolume(mask.grid(), labels.smallestType(), labels);
    }

    void writeTo(OutputStream out) throws IOException {
        int voxelCount = Math.toIntExact(grid.size().voxelCount());
        byte[] block = new byte[BLOCK_BYTES];
        ByteBuffer samples = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[BLOCK_BYTES / type.bytes()];
        for (int from = 0; from < voxelCount; from += values.length) {
            int n = Math.min(values.length, voxelCount - from);
            voxels.copyTo(from, values, n);
            samples.clear();
            put(values, n, samples);
            out.write(block, 0, n * type.bytes());
        }
    }

    private void put(double[] values, int n, ByteBuffer samples) {
        switch (type) {
            case UINT8, INT8 -> {
                for (int i = 0; i < n; i++) {
                    samples.put((byte) values[i]);
                }
            }
            case UINT16, INT16 -> {
                for (int i = 0; i < n; i++) {
                    samples.putShort((short) values[i]);
                }
            }
            case UINT32, INT32 -> {
                for (int i = 0; i < n; i++) {
                    samples.putInt((int) (long) values[i]);
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < n; i++) {
                    samples.putFloat((float) values[i]);
                }
            }
            case FLOAT64 -> {
                for (int i = 0; i < n; i++) {
                    samples.putDouble(values[i]);
                }
            }
        }
    }

    /** @param block overwritten */
    private record Labels(Mask mask, int[] block) implements Source {

        PixelType smallestType() {
            int voxelCount = Math.toIntExact(mask.grid().size().voxelCount());
            int bits = 0;
            for (int from = 0; from < voxelCount; from += block.length) {
                int n = Math.min(block.length, voxelCount - from);
                mask.copyTo(from, block, 0, n);
                for (int i = 0; i < n; i++) {
                    bits |= block[i];
                }
            }
            if ((bits & ~0xff) == 0) {
                return PixelType.UINT8;
            }
            return (bits & ~0xffff) == 0 ? PixelType.UINT16 : PixelType.UINT32;
        }

        @Override
        public void copyTo(int from, double[] out, int length) {
            mask.copyTo(from, block, 0, length);
            for (int i = 0; i < length; i++) {
                out[i] = block[i] & 0xffffffffL;
            }
        }
    }
}
