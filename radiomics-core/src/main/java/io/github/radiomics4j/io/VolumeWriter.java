package io.github.radiomics4j.io;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Writes images and masks into files. An image keeps its pixel type, a mask gets the smallest unsigned one that holds its
 * labels. Reading what was written gives the same voxels, to the bit, and the same grid: spacing, origin and direction
 * within rounding of 64 bits (10⁻¹⁵ of the largest), in NIfTI-1 of 32 (10⁻⁷), as in ITK.
 *
 * <p>A file appears whole or not at all: it is written beside its place under another name and then moved there, over a
 * file that was there before. Of the two files of an .mhd the header comes last, and an old one goes first.
 *
 * @param format what is written; empty: what the name says
 * @param compression whether voxels are compressed
 */
public record VolumeWriter(Optional<FileFormat> format, Compression compression) {

    /** Checks that nothing is null. */
    public VolumeWriter {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(compression, "compression");
    }

    /** Returns a writer that does what the name of the file says: its format, and compression where it ends in .gz. */
    public static VolumeWriter withDefaults() {
        return new VolumeWriter(Optional.empty(), Compression.BY_NAME);
    }

    /** Returns a copy that writes {@code format}, whatever the name says. */
    public VolumeWriter withFormat(FileFormat format) {
        return new VolumeWriter(Optional.of(format), compression);
    }

    /** Returns a copy that compresses voxels, or does not. */
    public VolumeWriter withCompression(Compression compression) {
        return new VolumeWriter(format, compression);
    }

    /**
     * Writes an image, in its own pixel type.
     *
     * @param image not modified
     * @param file its folder must be there
     * @throws IllegalArgumentException if the name says no format, or the format cannot hold the grid: NIfTI asks for
     *     directions that are orthogonal within 10⁻⁴, and NIfTI-1 for at most 32767 voxels along an axis
     * @throws IOException if the file cannot be written; what was there before is still there
     */
    public void write(ImageVolume image, Path file) throws IOException {
        write(StoredVolume.of(image), file);
    }

    /**
     * Writes a mask, as unsigned integers of 8, 16 or 32 bits, whichever hold its largest label.
     *
     * @param mask not modified
     * @param file its folder must be there
     * @throws IllegalArgumentException as in {@link #write(ImageVolume, Path)}
     * @throws IOException as in {@link #write(ImageVolume, Path)}
     */
    public void write(Mask mask, Path file) throws IOException {
        write(StoredVolume.of(mask), file);
    }

    private void write(StoredVolume volume, Path file) throws IOException {
        FileFormat chosen = format.or(() -> FileFormat.ofName(file))
                .orElseThrow(
                        () -> new IllegalArgumentException("a file must be named .nii, .nii.gz, .nrrd, .mha or .mhd"
                                + " where no format is named, found " + file));
        boolean gzipName = name(file).endsWith(".gz");
        boolean compressed = compression == Compression.DEFLATE || compression == Compression.BY_NAME && gzipName;
        switch (chosen) {
            case NIFTI_1, NIFTI_2 -> {
                if (compressed != gzipName) {
                    throw new IllegalArgumentException(
                            "a NIfTI file must have a name that ends in .gz if it is compressed, and only then, found "
                                    + file + " with compression " + compression);
                }
                byte[] header = NiftiHeaderBytes.of(volume, chosen == FileFormat.NIFTI_2);
                WholeFile.write(file, compressed ? gzip(header, volume) : plain(header, volume));
            }
            case NRRD -> {
                byte[] header = NrrdHeaderBytes.of(volume, compressed);
                WholeFile.write(
                        file,
                        compressed
                                ? out -> {
                                    out.write(header);
                                    gzip(new byte[0], volume).writeTo(out);
                                }
                                : plain(header, volume));
            }
            case META_IMAGE -> MetaImageFiles.write(volume, file, compressed);
        }
    }

    private static WholeFile.Content plain(byte[] header, StoredVolume volume) {
        return out -> {
            out.write(header);
            volume.writeTo(out);
        };
    }

    private static WholeFile.Content gzip(byte[] header, StoredVolume volume) {
        return out -> {
            GZIPOutputStream gzip = new GZIPOutputStream(out, StoredVolume.BLOCK_BYTES);
            gzip.write(header);
            volume.writeTo(gzip);
            gzip.finish();
        };
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
