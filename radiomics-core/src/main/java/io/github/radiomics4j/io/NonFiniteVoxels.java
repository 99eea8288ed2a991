package io.github.radiomics4j.io;

/** What becomes of a volume with voxels that are NaN or infinite. */
public enum NonFiniteVoxels {
    /** It is refused: one such voxel makes most features NaN, or worse, does not. */
    REFUSE,
    /** They stay as they are. ITK 5.4 instead turns them into zeros when it reads NIfTI, and keeps them in NRRD. */
    KEEP
}
