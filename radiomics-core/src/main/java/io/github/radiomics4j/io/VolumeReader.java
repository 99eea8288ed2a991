package io.github.radiomics4j.io;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/**
 * Reads images and masks from files. The format is told by the first bytes, never by the name alone.
 *
 * @param formats asked in this order, the first that recognizes the file reads it
 * @param frame the frame to read, counted from 0; empty: the file must have one only
 * @param channel the number of each voxel to read, counted from 0, where voxels are vectors, colors or
 *     frames side by side; of no effect where they are single numbers; empty: they must be. PyRadiomics' label_channel
 * @param limits what a file may ask for
 * @param nonFiniteVoxels what becomes of voxels that are NaN or infinite
 */
public record VolumeReader(
        List<VolumeFormat> formats,
        OptionalInt frame,
        OptionalInt channel,
        ReadLimits limits,
        NonFiniteVoxels nonFiniteVoxels) {
    /** How many bytes a format is shown at most to recognize a file. */
    public static final int START_BYTES = 512;

    /** The longest array that every Java machine makes. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    /** Checks frame and channel and copies the list. */
    public VolumeReader {
        formats = List.copyOf(formats);
        if (frame.isPresent() && frame.getAsInt() < 0) {
            throw new IllegalArgumentException("frames are counted from 0, found " + frame.getAsInt());
        }
        if (channel.isPresent() && channel.getAsInt() < 0) {
            throw new IllegalArgumentException("channels are counted from 0, found " + channel.getAsInt());
        }
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(nonFiniteVoxels, "nonFiniteVoxels");
    }

    /**
     * Returns a reader of NIfTI, NRRD, MetaImage and the formats that {@link ServiceLoader} finds; of files with one
     * frame and voxels of one number, since taking the first of several would be a guess; within {@link ReadLimits#withDefaults()}; that refuses voxels which
     * are NaN or infinite.
     */
    public static VolumeReader withDefaults() {
        List<VolumeFormat> formats =
                new ArrayList<>(List.of(new NiftiFormat(), new NrrdFormat(), new MetaImageFormat()));
        ServiceLoader.load(VolumeFormat.class).forEach(formats::add);
        return new VolumeReader(
                formats, OptionalInt.empty(), OptionalInt.empty(), ReadLimits.withDefaults(), NonFiniteVoxels.REFUSE);
    }

    /**
     * Returns a copy that reads one frame of a file that has several.
     *
     * @param frame counted from 0
     */
    public VolumeReader withFrame(int frame) {
        return new VolumeReader(formats, OptionalInt.of(frame), channel, limits, nonFiniteVoxels);
    }

    /**
     * Returns a copy that reads one of the numbers of each voxel where voxels are vectors, colors or frames side by side, as
     * segmentations in several layers are; of no effect where they are single numbers.
     *
     * @param channel counted from 0
     */
    public VolumeReader withChannel(int channel) {
        return new VolumeReader(formats, frame, OptionalInt.of(channel), limits, nonFiniteVoxels);
    }

    /** Returns a copy that asks {@code format} before all others. */
    public VolumeReader withFormat(VolumeFormat format) {
        List<VolumeFormat> more = new ArrayList<>();
        more.add(format);
        more.addAll(formats);
        return new VolumeReader(more, frame, channel, limits, nonFiniteVoxels);
    }

    /** Returns a copy with other limits. */
    public VolumeReader withLimits(ReadLimits limits) {
        return new VolumeReader(formats, frame, channel, limits, nonFiniteVoxels);
    }

    /** Returns a copy that refuses or keeps voxels which are NaN or infinite. */
    public VolumeReader withNonFiniteVoxels(NonFiniteVoxels nonFiniteVoxels) {
        return new VolumeReader(formats, frame, channel, limits, nonFiniteVoxels);
    }

    /**
     * Returns what the header of {@code file} says; the voxels are not read.
     *
     * @throws VolumeFormatException if no format recognizes the file or its header is wrong
     * @throws IOException if the file cannot be read
     */
    public VolumeHeader readHeader(Path file) throws IOException {
        byte[] start = start(file);
        for (VolumeFormat format : formats) {
            if (format.recognizes(file, start)) {
                return format.readHeader(file);
            }
        }
        throw new VolumeFormatException(
                file,
                0,
                "a volume must be one of "
                        + formats.stream().map(VolumeFormat::name).collect(Collectors.joining(", "))
                        + ", found a file that starts with "
                        + HexFormat.ofDelimiter(" ").formatHex(start, 0, Math.min(8, start.length)));
    }

    /**
     * Returns the volume of {@code file}, in LPS millimetres and with the pixel type that {@link
     * VolumeHeader#pixelType()} names.
     *
     * @throws VolumeFormatException if the file is wrong, has several frames and none was named, or exceeds the limits
     * @throws InvalidCaseException with {@link Reason#NON_FINITE} if a voxel is NaN or infinite and is to be refused
     * @throws IOException if the file cannot be read, or the thread is interrupted meanwhile
     */
    public ImageVolume readImage(Path file) throws IOException {
        VolumeHeader header = readHeader(file);
        Selection selection = select(file, header);
        int count = voxelCount(file, header);
        Run run = run(header, selection, count);
        requireBytes(header, run);
        VoxelBytes voxels = header.voxels();
        VoxelDecoder decoder = new VoxelDecoder(header, voxels.offset() + run.start(), count);
        Object array;
        try (InputStream stored = voxels.open(run.start());
                InputStream in = run.step() == 1
                        ? stored
                        : new StridedBytes(stored, header.sampleType().bytes(), run.step(), run.within())) {
            array = decoder.decode(in);
            if (run.end() == run.total()) {
                decoder.requireEnd(in);
            }
        } catch (EOFException | ZipException e) {
            throw new VolumeFormatException(
                    voxels.file(),
                    voxels.offset(),
                    "frame " + selection.frame() + " must begin " + run.start()
                            + " bytes after the first voxel, found the data damaged before (" + GzipBytes.why(e) + ")",
                    e);
        }
        if (decoder.nonFinite() > 0 && nonFiniteVoxels == NonFiniteVoxels.REFUSE) {
            throw new InvalidCaseException(
                    Reason.NON_FINITE,
                    file + ": voxels must be finite, found " + decoder.nonFinite() + " of " + count
                            + " NaN or infinite, the first at " + decoder.firstNonFinite());
        }
        return ImageVolume.wrap(header.grid(), header.pixelType(), array);
    }

    /**
     * Returns the labels of {@code file}: intensities cast to 32-bit unsigned integers as in {@link
     * Mask#of(ImageVolume)}.
     *
     * @throws VolumeFormatException as {@link #readImage}
     * @throws InvalidCaseException as {@link #readImage}
     * @throws IOException if the file cannot be read
     */
    public Mask readMask(Path file) throws IOException {
        return Mask.of(readImage(file));
    }

    private static byte[] start(Path file) throws IOException {
        byte[] start;
        try (InputStream in = PlainBytes.openAt(file, 0)) {
            start = in.readNBytes(START_BYTES);
        }
        if (!GzipBytes.isGzip(start)) {
            return start;
        }
        try (InputStream in = GzipBytes.inflate(file, 0)) {
            return in.readNBytes(START_BYTES);
        } catch (EOFException | ZipException e) {
            throw new VolumeFormatException(file, 0, "gzip data must be whole, found: " + GzipBytes.why(e), e);
        }
    }

    /** Which of the volumes of a file is read. */
    private record Selection(int frame, int channel) {}

    private Selection select(Path file, VolumeHeader header) throws VolumeFormatException {
        int frames = header.frameCount();
        int channels = header.channelCount();
        // ITK, and with it PyRadiomics, takes frames that stand side by side for the numbers of a voxel.
        boolean sideBySide = header.order() == SampleOrder.FRAMES_INTERLEAVED && channels == 1;
        OptionalInt named = frame.isEmpty() && sideBySide ? channel : frame;
        if (named.isEmpty() && frames > 1) {
            throw new VolumeFormatException(
                    file, 0, "one of its " + frames + " frames must be named (0 to " + (frames - 1) + "), found none");
        }
        int wanted = named.orElse(0);
        if (wanted >= frames) {
            throw new VolumeFormatException(
                    file, 0, "the frame must be one of 0 to " + (frames - 1) + ", found " + wanted);
        }
        if (channels == 1) {
            return new Selection(wanted, 0);
        }
        if (channel.isEmpty()) {
            throw new VolumeFormatException(
                    file,
                    0,
                    "voxels must be single numbers, or one of their " + channels + " channels be named (0 to "
                            + (channels - 1) + "), found none");
        }
        if (channel.getAsInt() >= channels) {
            throw new VolumeFormatException(
                    file, 0, "the channel must be one of 0 to " + (channels - 1) + ", found " + channel.getAsInt());
        }
        return new Selection(wanted, channel.getAsInt());
    }

    /**
     * The bytes that hold the frame and channel, counted from the first sample of the file, and which of them count.
     *
     * @param start of the first
     * @param end behind the last
     * @param total bytes of all frames and channels; saturated
     * @param step samples from one voxel to the next
     * @param within the sample of each step that counts
     */
    private record Run(long start, long end, long total, long step, long within) {}

    private static Run run(VolumeHeader header, Selection selection, int voxels) {
        int frames = header.frameCount();
        int channels = header.channelCount();
        SampleOrder order = header.order();
        double total = (double) voxels * frames * channels * header.sampleType().bytes();
        if (total > Long.MAX_VALUE / 2) {
            // More than any file has: the offsets below would overflow, and are not looked at.
            return new Run(0, 0, Long.MAX_VALUE, 1, 0);
        }
        int width = header.sampleType().bytes();
        long step = order.step(frames, channels);
        long start = order.runStart(selection.frame(), selection.channel(), frames, channels, voxels) * width;
        return new Run(
                start,
                start + step * voxels * width,
                (long) frames * channels * voxels * width,
                step,
                order.withinStep(selection.frame(), selection.channel(), channels));
    }

    private int voxelCount(Path file, VolumeHeader header) throws VolumeFormatException {
        long voxels;
        try {
            voxels = header.grid().size().voxelCount();
        } catch (ArithmeticException e) {
            voxels = Long.MAX_VALUE;
        }
        long maximum = Math.min(limits.maximumVoxels(), LONGEST_ARRAY);
        if (voxels > maximum) {
            throw new VolumeFormatException(
                    file,
                    0,
                    "a frame must have at most " + maximum + " voxels, found size "
                            + header.grid().size());
        }
        return (int) voxels;
    }

    private void requireBytes(VolumeHeader header, Run run) throws VolumeFormatException {
        VoxelBytes voxels = header.voxels();
        boolean tooFew = run.total() > voxels.atMost();
        if (tooFew || (!voxels.isCompressed() && voxels.atMost() != run.total())) {
            throw new VolumeFormatException(
                    voxels.file(),
                    voxels.offset(),
                    header.frameCount() + " x " + header.grid().size() + " voxels of "
                            + (header.channelCount() == 1 ? "" : header.channelCount() + " ") + header.sampleType()
                            + " take "
                            + (run.total() == Long.MAX_VALUE ? "more than any file holds" : run.total() + " bytes")
                            + " to the end of the file, found "
                            + (voxels.isCompressed() ? "at most " : "")
                            + voxels.atMost());
        }
        long inflated = voxels.offset() + run.end();
        if (voxels.isCompressed() && inflated > limits.maximumInflatedBytes()) {
            throw new VolumeFormatException(
                    voxels.file(),
                    voxels.offset(),
                    "at most " + limits.maximumInflatedBytes()
                            + " bytes may be inflated, found that the frame ends after " + inflated);
        }
    }
}
