package io.github.radiomics4j.eval;

import static org.assertj.core.api.Assertions.assertThat;

/** The tolerance of the reference values: |a − b| ≤ tol · max(1, |b|); NaN equals NaN. */
public final class Near {
    private Near() {}

    /** Asserts that {@code found} is {@code expected} within {@code tolerance}. */
    public static void assertNear(String what, double found, double expected, double tolerance) {
        boolean isNear = Double.isNaN(expected)
                ? Double.isNaN(found)
                : found == expected || Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected));
        assertThat(isNear)
                .as("%s: %s must be %s within %s", what, found, expected, tolerance)
                .isTrue();
    }

    /** Asserts that {@code found} is {@code expected} within a relative {@code tolerance}. */
    public static void assertRelative(String what, double found, double expected, double tolerance) {
        boolean isNear = Double.isNaN(expected)
                ? Double.isNaN(found)
                : found == expected || Math.abs(found - expected) <= tolerance * Math.abs(expected);
        assertThat(isNear)
                .as("%s: %s must be %s within %s of it", what, found, expected, tolerance)
                .isTrue();
    }
}
