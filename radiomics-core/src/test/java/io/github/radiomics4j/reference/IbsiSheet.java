package io.github.radiomics4j.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;

/** The values of IBSI's compliance sheet. */
public final class IbsiSheet {
    private IbsiSheet() {}

    /**
     * A value of the sheet.
     *
     * @param family its name, such as {@code glcm}; the stage of a diagnostic
     * @param value as printed
     * @param digits with how many significant digits it is printed
     * @param tolerance by which two programs may differ
     */
    public record Row(String family, String tag, double value, int digits, double tolerance) {

        /** Returns whether {@code found}, rounded to as many digits as the value has, lies within the tolerance. */
        public boolean agreesWith(double found) {
            if (!Double.isFinite(found)) {
                return false;
            }
            double rounded =
                    new BigDecimal(found).round(new MathContext(digits)).doubleValue();
            // A little for the decimal fraction.
            return Math.abs(rounded - value) <= tolerance + 1e-9 * Math.abs(value);
        }
    }

    /** Returns the features that have a value: of the digital phantom from here, else from the reference data. */
    public static List<Row> features(String configuration) throws IOException {
        return lines(configuration, "reference_values.csv").stream()
                .map(IbsiSheet::cells)
                .filter(cells -> cells[0].equals(configuration) && !cells[11].isEmpty())
                .map(cells ->
                        new Row(cells[1], cells[7], Double.parseDouble(cells[11]), 3, Double.parseDouble(cells[12])))
                .toList();
    }

    /** Returns the diagnostics, from the reference data. */
    public static List<Row> diagnostics(String configuration) throws IOException {
        return Files.readAllLines(Reference.path("reference/ibsi/ibsi1/diagnostic_values.csv")).stream()
                .map(IbsiSheet::cells)
                .filter(cells -> cells[0].equals(configuration))
                .map(cells -> new Row(
                        cells[1],
                        cells[3],
                        Double.parseDouble(cells[4]),
                        // Counts and extremes are printed with all their digits.
                        Math.max(
                                3, new BigDecimal(cells[4]).stripTrailingZeros().precision()),
                        Double.parseDouble(cells[5])))
                .toList();
    }

    private static List<String> lines(String configuration, String file) throws IOException {
        if (!configuration.equals("digital_phantom")) {
            return Files.readAllLines(Reference.path("reference/ibsi/ibsi1/" + file));
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(IbsiSheet.class.getResourceAsStream("/ibsi/digital_phantom_" + file)), UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** Some cells are quoted, with a comma within. */
    private static String[] cells(String line) {
        return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
    }
}
