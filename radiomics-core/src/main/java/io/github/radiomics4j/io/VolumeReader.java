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
 * @param limits what a file may ask for
 * @param nonFiniteVoxels what becomes of voxels that are NaN or infinite
 */
public record VolumeReader(
        List<VolumeFormat> formats, OptionalInt frame, ReadLimits limits, NonFiniteVoxels nonFiniteVoxels) {
    /** How many bytes a format is shown at most to recognize a file. */
    public static final int START_BYTES = 512;

    /** The longest array that every Java machine makes. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    /** Checks the frame and copies the list. */
    public VolumeReader {
        formats = List.copyOf(formats);
        if (frame.isPresent() && frame.getAsInt() < 0) {
            throw new IllegalArgumentException("frames are counted from 0, found " + frame.getAsInt());
        }
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(nonFiniteVoxels, "nonFiniteVoxels");
    }

    /**
     * Returns a reader of NIfTI-1, NRRD and the formats that {@link ServiceLoader} finds; of files with one frame, since
     * taking the first of several would be a guess; within {@link ReadLimits#withDefaults()}; that refuses voxels which
     * are NaN or infinite.
     */
    public static VolumeReader withDefaults() {
        List<VolumeFormat> formats = new ArrayList<>(List.of(new NiftiFormat(), new NrrdFormat()));
        ServiceLoader.load(VolumeFormat.class).forEach(formats::add);
        return new VolumeReader(formats, OptionalInt.empty(), ReadLimits.withDefaults(), NonFiniteVoxels.REFUSE);
    }

    /**
     * Returns a copy that reads one frame of a file that has several.
     *
     * @param frame counted from 0
     */
    public VolumeReader withFrame(int frame) {
        return new VolumeReader(formats, OptionalInt.of(frame), limits, nonFiniteVoxels);
    }

    /** Returns a copy that asks {@code format} before all others. */
    public VolumeReader withFormat(VolumeFormat format) {
        List<VolumeFormat> more = new ArrayList<>();
        more.add(format);
        more.addAll(formats);
        return new VolumeReader(more, frame, limits, nonFiniteVoxels);
    }

    /** Returns a copy with other limits. */
    public VolumeReader withLimits(ReadLimits limits) {
        return new VolumeReader(formats, frame, limits, nonFiniteVoxels);
    }

    /** Returns a copy that refuses or keeps voxels which are NaN or infinite. */
    public VolumeReader withNonFiniteVoxels(NonFiniteVoxels nonFiniteVoxels) {
        return new VolumeReader(formats, frame, limits, nonFiniteVoxels);
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
        int frameToRead = frameOf(file, header);
        int count = voxelCount(file, header);
        long frameBytes = (long) count * header.sampleType().bytes();
        requireBytes(header, frameBytes, frameToRead);
        long position = frameBytes * frameToRead;
        VoxelBytes voxels = header.voxels();
        VoxelDecoder decoder = new VoxelDecoder(header, voxels.offset() + position, count);
        Object array;
        try (InputStream in = voxels.open(position)) {
            array = decoder.decode(in);
            if (frameToRead == header.frameCount() - 1) {
                decoder.requireEnd(in);
            }
        } catch (EOFException | ZipException e) {
            throw new VolumeFormatException(
                    voxels.file(),
                    voxels.offset(),
                    "frame " + frameToRead + " must begin " + position
                            + " bytes after the first voxel, found the data damaged before (" + e.getMessage() + ")",
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
            throw new VolumeFormatException(file, 0, "gzip data must be whole, found " + e.getMessage(), e);
        }
    }

    private int frameOf(Path file, VolumeHeader header) throws VolumeFormatException {
        int frames = header.frameCount();
        if (frame.isEmpty() && frames > 1) {
            throw new VolumeFormatException(
                    file, 0, "one of its " + frames + " frames must be named (0 to " + (frames - 1) + "), found none");
        }
        int wanted = frame.orElse(0);
        if (wanted >= frames) {
            throw new VolumeFormatException(
                    file, 0, "the frame must be one of 0 to " + (frames - 1) + ", found " + wanted);
        }
        return wanted;
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

    private void requireBytes(VolumeHeader header, long frameBytes, int frameToRead) throws VolumeFormatException {
        VoxelBytes voxels = header.voxels();
        long frames = header.frameCount();
        boolean tooFew = frames > voxels.atMost() / frameBytes;
        if (tooFew || (!voxels.isCompressed() && voxels.atMost() != frames * frameBytes)) {
            throw new VolumeFormatException(
                    voxels.file(),
                    voxels.offset(),
                    frames + " x " + header.grid().size() + " voxels of " + header.sampleType() + " take " + frames
                            + " x " + frameBytes + " bytes to the end of the file, found "
                            + (voxels.isCompressed() ? "at most " : "")
                            + voxels.atMost());
        }
        long inflated = voxels.offset() + frameBytes * (frameToRead + 1L);
        if (voxels.isCompressed() && inflated > limits.maximumInflatedBytes()) {
            throw new VolumeFormatException(
                    voxels.file(),
                    voxels.offset(),
                    "at most " + limits.maximumInflatedBytes() + " bytes may be inflated, found that frame "
                            + frameToRead + " ends after " + inflated);
        }
    }
}
