package io.github.radiomics4j.filter;

import java.util.Arrays;

/**
 * Which elements of a periodic axis the wanted outputs of a wavelet step look at, and where those stand once all others
 * are left out.
 *
 * <p>Output n needs elements (n + F/2 − j) mod N for j = 0 … F − 1, N being the length made even; element N − 1 of an axis
 * of odd length is a copy of its first.
 */
final class PeriodicAxis {
    private final int taps;
    private final int[] needed;
    private final int[] positions;

    /**
     * @param length elements of the axis
     * @param first first output wanted
     * @param count outputs wanted
     * @param taps F
     */
    PeriodicAxis(int length, int first, int count, int taps) {
        this.taps = taps;
        int period = length + length % 2;
        positions = new int[count * taps];
        boolean[] used = new boolean[length];
        for (int n = 0; n < count; n++) {
            for (int j = 0; j < taps; j++) {
                int element = Math.floorMod(first + n + taps / 2 - j, period);
                positions[n * taps + j] = element == length ? 0 : element;
                used[positions[n * taps + j]] = true;
            }
        }
        int[] compact = new int[length];
        int kept = 0;
        int[] elements = new int[length];
        for (int i = 0; i < length; i++) {
            if (used[i]) {
                compact[i] = kept;
                elements[kept++] = i;
            }
        }
        needed = Arrays.copyOf(elements, kept);
        for (int i = 0; i < positions.length; i++) {
            positions[i] = compact[positions[i]];
        }
    }

    /** Returns the number of outputs. */
    int count() {
        return positions.length / taps;
    }

    /** Returns the elements that are looked at, ascending. Shared: not to be modified. */
    int[] needed() {
        return needed;
    }

    /** Returns, at {@code n · F + j}, the place among {@link #needed} of tap j of output n. Shared: not to be modified. */
    int[] positions() {
        return positions;
    }
}
