package io.github.radiomics4j.io;

/**
 * In which order the samples of a file stand, which holds N voxels in each of F frames, each of C numbers (channels):
 * number c of voxel v of frame f, v counted with x fastest.
 */
public enum SampleOrder {
    /** One volume after the other: sample (c · F + f) · N + v. */
    VOLUMES(false, false),
    /** The channels of a voxel side by side: sample (f · N + v) · C + c. */
    CHANNELS_INTERLEAVED(true, false),
    /** All that there is of a voxel side by side: sample (v · F + f) · C + c. */
    FRAMES_INTERLEAVED(true, true);

    private final boolean channelsInterleaved;
    private final boolean framesInterleaved;

    SampleOrder(boolean channelsInterleaved, boolean framesInterleaved) {
        this.channelsInterleaved = channelsInterleaved;
        this.framesInterleaved = framesInterleaved;
    }

    /** Returns how many samples stand between two neighboring voxels of one frame and channel, plus one. */
    long step(int frames, int channels) {
        return (framesInterleaved ? frames : 1L) * (channelsInterleaved ? channels : 1L);
    }

    /** Returns how many samples stand before the first run of samples that holds the frame and channel. */
    long runStart(int frame, int channel, int frames, int channels, long voxels) {
        long volumes = (framesInterleaved ? 0 : frame) + (channelsInterleaved ? 0 : (long) channel * frames);
        return volumes * step(frames, channels) * voxels;
    }

    /** Returns how many samples of each voxel's stand before that of the frame and channel. */
    long withinStep(int frame, int channel, int channels) {
        return (framesInterleaved ? (long) frame * channels : 0) + (channelsInterleaved ? channel : 0);
    }
}
