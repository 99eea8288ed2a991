package io.github.radiomics4j.filter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A discrete wavelet by its PyWavelets name: haar, db1 to db38, sym2 to sym20, coif1 to coif17, bior1.1 to bior6.8, rbio1.1
 * to rbio6.8 and dmey. It has two decomposition filters of F taps, F even: low-pass (Σ = √2) and high-pass (Σ = 0). Two are
 * equal when their names are.
 */
public final class MotherWavelet {
    /** Coiflet of order 1, six taps; PyRadiomics' default. */
    public static final MotherWavelet COIF1 = new MotherWavelet("coif1");

    private final String name;

    private MotherWavelet(String name) {
        this.name = name;
    }

    /**
     * Returns the wavelet of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static MotherWavelet byName(String pyWaveletsName) {
        if (!Taps.BY_NAME.containsKey(pyWaveletsName)) {
            throw new IllegalArgumentException(
                    "wavelet must be one of " + String.join(", ", names()) + "; found " + pyWaveletsName);
        }
        return new MotherWavelet(pyWaveletsName);
    }

    /** Returns the names of all wavelets, family by family. */
    public static List<String> names() {
        return List.copyOf(Taps.BY_NAME.keySet());
    }

    /** Returns the name in a parameter file, such as {@code "coif1"}. */
    public String pyWaveletsName() {
        return name;
    }

    /** Returns a copy of the low-pass decomposition filter. */
    public double[] lowPass() {
        return taps().low.clone();
    }

    /** Returns a copy of the high-pass decomposition filter. */
    public double[] highPass() {
        return taps().high.clone();
    }

    private Taps taps() {
        return Objects.requireNonNull(Taps.BY_NAME.get(name));
    }

    /** PyWavelets keeps coiflets divided by √2 and multiplies them again, in 32 bits when it filters in 32 bits. */
    boolean isKeptDividedByRootOfTwo() {
        return name.startsWith("coif");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MotherWavelet that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the name in capitals. Settings are compared by this text: it stays as it is. */
    @Override
    public String toString() {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Two filters of one length. All are read when one is first asked for. */
    private record Taps(double[] low, double[] high) {
        private static final Map<String, Taps> BY_NAME = read();

        private static Map<String, Taps> read() {
            Map<String, Taps> all = new LinkedHashMap<>();
            try (InputStream in = MotherWavelet.class.getResourceAsStream("wavelets.txt")) {
                Objects.requireNonNull(in, "wavelets.txt must lie beside " + MotherWavelet.class);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#")) {
                        add(all, line.split(" "));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("wavelets.txt must be readable", e);
            }
            return Collections.unmodifiableMap(all);
        }

        /** Adds a low-pass filter with its mirrored high-pass filter, or replaces the latter. */
        private static void add(Map<String, Taps> all, String[] fields) {
            double[] taps = new double[fields.length - 2];
            for (int j = 0; j < taps.length; j++) {
                taps[j] = Double.parseDouble(fields[j + 2]);
            }
            String name = fields[0];
            if (fields[1].equals("low")) {
                all.put(name, new Taps(taps, mirrored(taps)));
            } else {
                all.put(name, new Taps(Objects.requireNonNull(all.get(name)).low, taps));
            }
        }

        private static double[] mirrored(double[] low) {
            double[] high = new double[low.length];
            for (int k = 0; k < high.length; k++) {
                double tap = low[low.length - 1 - k];
                high[k] = k % 2 == 0 ? -tap : tap;
            }
            return high;
        }
    }
}
