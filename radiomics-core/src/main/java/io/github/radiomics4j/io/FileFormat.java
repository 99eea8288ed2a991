package io.github.radiomics4j.io;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The formats that {@link VolumeWriter} writes. */
public enum FileFormat {
    /**
     * NIfTI-1 in one file (.nii, .nii.gz). Its numbers have 32 bits: spacing, origin and direction are rounded to seven
     * digits, as ITK rounds them.
     */
    NIFTI_1,
    /** NIfTI-2 in one file (.nii, .nii.gz), with numbers of 64 bits; ITK 5.4 does not read it. */
    NIFTI_2,
    /** NRRD with its data attached (.nrrd). */
    NRRD,
    /** MetaImage: in one file (.mha), or a header (.mhd) with its voxels beside it in .raw or, compressed, .zraw. */
    META_IMAGE;

    /** Returns the format that the name of {@code file} says; NIfTI-1 for .nii and .nii.gz. */
    static Optional<FileFormat> ofName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".nii") || name.endsWith(".nii.gz")) {
            return Optional.of(NIFTI_1);
        }
        if (name.endsWith(".nrrd")) {
            return Optional.of(NRRD);
        }
        return name.endsWith(".mha") || name.endsWith(".mhd") ? Optional.of(META_IMAGE) : Optional.empty();
    }
}
