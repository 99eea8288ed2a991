package io.github.radiomics4j.filter;

import java.util.Arrays;

/**
 * Which elements of a periodic axis the wanted outputs of a wavelet step look at, and where those stand once all others
 * are left out.
 *
 * <p>Output n needs elements (n + F/2 − j) mod N for j = 0 … F − 1, N being the length made even; element N − 1 of an axis
 * of odd length is a copy of its first. With fewer elements than taps the index goes round several times.
 */
final class PeriodicAxis {
    private final int taps;
    private final int period;
    private final int[] outputs;
    private final int[] needed;
    private final int[] positions;

    private PeriodicAxis(int length, int period, int[] outputs, int taps, boolean[] kept) {
        this.taps = taps;
        this.period = period;
        this.outputs = outputs;
        positions = new int[outputs.length * taps];
        boolean[] used = Arrays.copyOf(kept, length);
        for (int n = 0; n < outputs.length; n++) {
            for (int j = 0; j < taps; j++) {
                int element = Math.floorMod(outputs[n] + taps / 2 - tap(n, j), period);
                positions[n * taps + j] = element == length ? 0 : element;
                used[positions[n * taps + j]] = true;
            }
        }
        int[] compact = new int[length];
        int count = 0;
        int[] elements = new int[length];
        for (int i = 0; i < length; i++) {
            if (used[i]) {
                compact[i] = count;
                elements[count++] = i;
            }
        }
        needed = Arrays.copyOf(elements, count);
        for (int i = 0; i < positions.length; i++) {
            positions[i] = compact[positions[i]];
        }
    }

    /**
     * Returns one axis for each of several transforms, the first first. The outputs of each are what the next looks at, in
     * order, so that the added element of an odd axis is filtered with the others; from the {@code start}-th transform on
     * they have the wanted ones, too.
     *
     * @param length elements of the axis
     * @param first first output wanted
     * @param count outputs wanted
     * @param taps F
     * @param transforms number of transforms
     * @param start transforms before the first whose outputs are all wanted
     */
    static PeriodicAxis[] chain(int length, int first, int count, int taps, int transforms, int start) {
        int period = length + length % 2;
        boolean[] wanted = new boolean[period];
        Arrays.fill(wanted, first, first + count, true);
        int[] outputs = new int[count];
        Arrays.setAll(outputs, n -> first + n);
        PeriodicAxis[] axes = new PeriodicAxis[transforms];
        for (int t = transforms - 1; t >= 0; t--) {
            // What transform t looks at is what transform t − 1 makes.
            boolean[] kept = t > start ? wanted : new boolean[0];
            axes[t] = new PeriodicAxis(t == 0 ? length : period, period, outputs, taps, kept);
            outputs = axes[t].needed;
        }
        return axes;
    }

    /** Returns, for each of several transforms, an axis that is left as it is: an output is the element of its number. */
    static PeriodicAxis[] unfiltered(int length, int first, int count, int transforms) {
        boolean[] wanted = new boolean[length];
        Arrays.fill(wanted, first, first + count, true);
        int[] outputs = new int[count];
        Arrays.setAll(outputs, n -> first + n);
        PeriodicAxis[] axes = new PeriodicAxis[transforms];
        Arrays.fill(axes, new PeriodicAxis(length, length, outputs, 0, wanted));
        return axes;
    }

    /** Returns the number of outputs. */
    int count() {
        return outputs.length;
    }

    /** Returns the place among the outputs of the one of that number. */
    int placeOf(int output) {
        return Arrays.binarySearch(outputs, output);
    }

    /** Returns the elements that are looked at or wanted, ascending. Shared: not to be modified. */
    int[] needed() {
        return needed;
    }

    /**
     * Returns, at {@code n · F + j}, the place among {@link #needed} of the j-th summand of output n. Shared: not to be
     * modified.
     */
    int[] positions() {
        return positions;
    }

    /**
     * Returns how many taps of output n lie beyond the end of the axis: 0 to F/2. PyWavelets sums those in reverse, and
     * then the others in order.
     */
    int turned(int n) {
        return Math.max(0, outputs[n] + taps / 2 - period + 1);
    }

    /** Returns the number of outputs without such taps: they come before the others. */
    int straightCount() {
        int n = outputs.length;
        while (n > 0 && turned(n - 1) > 0) {
            n--;
        }
        return n;
    }

    /** Returns the tap of the j-th summand of output n. */
    private int tap(int n, int j) {
        int turned = turned(n);
        return j < turned ? turned - 1 - j : j;
    }
}
