package io.github.radiomics4j.texture;

/**
 * How the matrices of slices and directions become one value of a feature: IBSI's six ways. Slices are those across z.
 * Matrices are either merged, which adds up their counts before features are computed, or kept apart, and the features of
 * those that are not empty are averaged with equal weights.
 *
 * <table>
 * <caption>The six ways</caption>
 * <tr><th></th><th>slices</th><th>directions</th><th>IBSI</th></tr>
 * <tr><td>{@link #AVERAGED_2D}</td><td>apart</td><td>4, apart</td><td>BTW3</td></tr>
 * <tr><td>{@link #MERGED_2D}</td><td>apart</td><td>4, merged</td><td>SUJT</td></tr>
 * <tr><td>{@link #AVERAGED_2_5D}</td><td>merged</td><td>4, apart</td><td>JJUI</td></tr>
 * <tr><td>{@link #MERGED_2_5D}</td><td>merged</td><td>4, merged</td><td>ZW7Z</td></tr>
 * <tr><td>{@link #AVERAGED_3D}</td><td>none</td><td>13, apart</td><td>ITBB</td></tr>
 * <tr><td>{@link #MERGED_3D}</td><td>none</td><td>13, merged</td><td>IAZD</td></tr>
 * </table>
 *
 * <p>A matrix that sees all directions at once, such as that of zones, has nothing to keep apart ({@link
 * TextureMatrix#hasDirections()}): it knows the three merged ways alone, which IBSI calls 8QNN, 62GR and KOBO.
 */
public enum Aggregation {
    /** A value for each slice and direction, then their mean. */
    AVERAGED_2D(Dimension.SLICES, false, "BTW3"),
    /** Directions merged; a value for each slice, then their mean. */
    MERGED_2D(Dimension.SLICES, true, "SUJT"),
    /** Slices merged; a value for each direction, then their mean. */
    AVERAGED_2_5D(Dimension.MERGED_SLICES, false, "JJUI"),
    /** One matrix merged from all slices and directions. */
    MERGED_2_5D(Dimension.MERGED_SLICES, true, "ZW7Z"),
    /** A value for each direction in the volume, then their mean. */
    AVERAGED_3D(Dimension.VOLUME, false, "ITBB"),
    /** One matrix merged from all directions in the volume. */
    MERGED_3D(Dimension.VOLUME, true, "IAZD");

    private final Dimension dimension;
    private final boolean mergesDirections;
    private final String ibsiCode;

    Aggregation(Dimension dimension, boolean mergesDirections, String ibsiCode) {
        this.dimension = dimension;
        this.mergesDirections = mergesDirections;
        this.ibsiCode = ibsiCode;
    }

    /** Returns where neighbors lie and what becomes of slices. */
    public Dimension dimension() {
        return dimension;
    }

    /** Returns whether the matrices of directions are added up. */
    public boolean mergesDirections() {
        return mergesDirections;
    }

    /** Returns this way with merged directions: the one for matrices that have none apart. */
    public Aggregation merged() {
        return switch (dimension) {
            case SLICES -> MERGED_2D;
            case MERGED_SLICES -> MERGED_2_5D;
            case VOLUME -> MERGED_3D;
        };
    }

    /** Returns IBSI's code for matrices of directions; {@link TextureMatrix#ibsiCode(Aggregation)} for any. */
    String ibsiCode() {
        return ibsiCode;
    }

    /** Where neighbors lie and what becomes of slices. */
    public enum Dimension {
        /** Neighbors in the slice, a value for each slice, then their mean: 2D. */
        SLICES("2D", "8QNN"),
        /** Neighbors in the slice, the counts of all slices added up: 2.5D. */
        MERGED_SLICES("2.5D", "62GR"),
        /** Neighbors in three dimensions: 3D. */
        VOLUME("3D", "KOBO");

        private final String label;
        private final String ibsiCode;

        Dimension(String label, String ibsiCode) {
            this.label = label;
            this.ibsiCode = ibsiCode;
        }

        /** Returns {@code "2D"}, {@code "2.5D"} or {@code "3D"}. */
        public String label() {
            return label;
        }

        /** Returns IBSI's code for matrices without directions. */
        String ibsiCode() {
            return ibsiCode;
        }
    }
}
