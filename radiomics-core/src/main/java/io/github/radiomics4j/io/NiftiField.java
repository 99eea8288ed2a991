package io.github.radiomics4j.io;

/** Where the fields of a NIfTI header stand: offsets in NIfTI-1 and in NIfTI-2, which has them in another order. */
enum NiftiField {
    /** Number of axes, then their sizes: eight of 16 or 64 bits. */
    DIM(40, 16),
    INTENT_CODE(68, 504),
    DATATYPE(70, 12),
    BITPIX(72, 14),
    /** Handedness of qform, then spacings: eight. */
    PIXDIM(76, 104),
    VOX_OFFSET(108, 168),
    SCL_SLOPE(112, 176),
    SCL_INTER(116, 184),
    XYZT_UNITS(123, 500),
    QFORM_CODE(252, 344),
    SFORM_CODE(254, 348),
    /** b, c, d of the quaternion, then the offset: six. */
    QUATERN(256, 352),
    /** Three rows of four. */
    SROW(280, 400),
    MAGIC(344, 4);

    private final int one;
    private final int two;

    NiftiField(int one, int two) {
        this.one = one;
        this.two = two;
    }

    int offset(boolean isTwo) {
        return isTwo ? two : one;
    }
}
