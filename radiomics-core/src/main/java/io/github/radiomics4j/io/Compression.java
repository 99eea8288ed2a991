package io.github.radiomics4j.io;

/** Whether {@link VolumeWriter} compresses voxels; none loses anything. */
public enum Compression {
    /** As the name says: a file is compressed if its name ends in .gz. */
    BY_NAME,
    /** Not compressed. */
    NONE,
    /** By deflate: gzip in NIfTI, whose name must then end in .gz, and in NRRD; zlib in MetaImage. */
    DEFLATE
}
