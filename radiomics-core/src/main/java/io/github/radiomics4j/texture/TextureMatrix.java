package io.github.radiomics4j.texture;

import java.util.Arrays;
import java.util.List;

/** The texture matrices of the IBSI reference manual (3.6 to 3.11), each of which can be aggregated. */
public enum TextureMatrix {
    /** Co-occurrence of levels ({@link Glcm}), LFYI. */
    GLCM("glcm", "LFYI", true),
    /** Lengths of runs ({@link Glrlm}), TP0I. */
    GLRLM("glrlm", "TP0I", true),
    /** Sizes of zones ({@link Glszm}), 9SAK. */
    GLSZM("glszm", "9SAK", false),
    /** Distances of zones to the border ({@link Gldzm}), VMDZ. */
    GLDZM("gldzm", "VMDZ", false),
    /** Differences from the mean of the neighbors ({@link Ngtdm}), IPET. */
    NGTDM("ngtdm", "IPET", false),
    /** Neighbors of the same level ({@link Gldm}), REK0. */
    NGLDM("ngldm", "REK0", false);

    private final String familyName;
    private final String ibsiCode;
    private final boolean hasDirections;

    TextureMatrix(String familyName, String ibsiCode, boolean hasDirections) {
        this.familyName = familyName;
        this.ibsiCode = ibsiCode;
        this.hasDirections = hasDirections;
    }

    /** Returns the name of its features' family without an aggregation, such as {@code "glcm"}. */
    public String familyName() {
        return familyName;
    }

    /** Returns IBSI's code of the family of features. */
    public String ibsiCode() {
        return ibsiCode;
    }

    /** Returns whether each direction has a matrix of its own; otherwise one matrix sees them all. */
    public boolean hasDirections() {
        return hasDirections;
    }

    /** Returns the ways in which it can be aggregated: all six, or the three merged ones where it has no directions. */
    public List<Aggregation> aggregations() {
        return Arrays.stream(Aggregation.values())
                .filter(aggregation -> hasDirections || aggregation.mergesDirections())
                .toList();
    }

    /**
     * Returns IBSI's code of {@code aggregation} of this matrix, such as {@code "ITBB"} or {@code "KOBO"}.
     *
     * @throws IllegalArgumentException if it cannot be aggregated so
     */
    public String ibsiCode(Aggregation aggregation) {
        checked(aggregation);
        return hasDirections ? aggregation.ibsiCode() : aggregation.dimension().ibsiCode();
    }

    /**
     * Returns what tells {@code aggregation} in the name of a family, such as {@code "2.5D-avg"}, {@code "2.5D-comb"} or,
     * without directions, {@code "2.5D"}.
     *
     * @throws IllegalArgumentException if it cannot be aggregated so
     */
    public String label(Aggregation aggregation) {
        checked(aggregation);
        String directions = aggregation.mergesDirections() ? "-comb" : "-avg";
        return aggregation.dimension().label() + (hasDirections ? directions : "");
    }

    /**
     * Returns {@code aggregation}.
     *
     * @throws IllegalArgumentException if this matrix cannot be aggregated so
     */
    public Aggregation checked(Aggregation aggregation) {
        if (!hasDirections && !aggregation.mergesDirections()) {
            throw new IllegalArgumentException(this + " has no directions to average over: it can be aggregated as "
                    + aggregations() + ", found " + aggregation);
        }
        return aggregation;
    }
}
