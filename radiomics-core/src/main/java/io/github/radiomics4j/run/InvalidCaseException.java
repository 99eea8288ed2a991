package io.github.radiomics4j.run;

import java.io.Serial;
import java.util.Objects;

/**
 * One case — an image and its mask — cannot be used. A batch records the {@link #reason()} and goes on with the others.
 */
public final class InvalidCaseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why a case cannot be used. */
    public enum Reason {
        /** The mask holds no segmented voxel at all. */
        EMPTY_MASK,
        /** The mask has labels, but not the one asked for. */
        LABEL_ABSENT,
        /** Image and mask do not share a grid. */
        GRID_MISMATCH,
        /** The image has two dimensions where three are asked for, or three where two are. */
        DIMENSIONS,
        /** The region of interest reaches beyond the image. */
        OUTSIDE_IMAGE,
        /** The region has too few voxels. */
        TOO_SMALL,
        /** The region extends along too few axes. */
        TOO_FEW_DIMENSIONS,
        /** Every voxel has the same value where a spread is needed, as in normalization. */
        CONSTANT_IMAGE,
        /** A voxel is NaN or infinite. */
        NON_FINITE,
        /** A limit of the settings would be exceeded. */
        LIMIT,
        /** The image or the mask could not be opened. */
        UNREADABLE,
        /** A filter or a family failed with an error of its own. */
        PROGRAM_ERROR
    }

    private final Reason reason;

    /**
     * @param reason why the case cannot be used
     * @param message what must hold and what was found
     */
    public InvalidCaseException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Returns why the case cannot be used. */
    public Reason reason() {
        return reason;
    }
}
