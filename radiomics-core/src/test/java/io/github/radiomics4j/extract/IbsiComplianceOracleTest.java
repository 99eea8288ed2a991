package io.github.radiomics4j.extract;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.reference.Reference;
import io.github.radiomics4j.table.DiagnosticValue;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IbsiComplianceOracleTest {
    @ParameterizedTest
    @EnumSource
    void tmp(IbsiConfiguration configuration) throws IOException {
        String ph = configuration == IbsiConfiguration.DIGITAL_PHANTOM
                ? "digital_phantom/digital_phantom"
                : "ct_radiomics_phantom/ct_radiomics_phantom";
        VolumeReader reader = VolumeReader.withDefaults();
        ImageVolume image = reader.readImage(Reference.path("reference/ibsi/ibsi1/phantoms/" + ph + "_image.nii.gz"));
        Mask mask = reader.readMask(Reference.path("reference/ibsi/ibsi1/phantoms/" + ph + "_mask.nii.gz"));
        FeatureVector v = RadiomicsExtractor.of(configuration.settings()).extract(image, mask);
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < v.size(); i++) values.put(v.columnNames().get(i), v.toArray()[i]);
        String config = configuration == IbsiConfiguration.DIGITAL_PHANTOM
                ? "digital_phantom"
                : "config_" + configuration.name().toLowerCase();
        int ok = 0, bad = 0, absent = 0;
        StringBuilder out = new StringBuilder();
        for (String line :
                java.nio.file.Files.readAllLines(Reference.path("reference/ibsi/ibsi1/reference_values.csv"))) {
            String[] c = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            if (!c[0].equals(config) || c[11].isEmpty()) continue;
            Double x = values.get(c[7]);
            if (x == null) {
                absent++;
                continue;
            }
            double r = Double.isNaN(x)
                    ? x
                    : new BigDecimal(x).round(new MathContext(3)).doubleValue();
            double ref = Double.parseDouble(c[11]);
            if (Math.abs(r - ref) <= Double.parseDouble(c[12]) + 1e-9 * Math.abs(ref)) ok++;
            else {
                bad++;
                out.append("  " + c[7] + " ref " + c[11] + " +- " + c[12] + " found " + x + "\n");
            }
        }
        int dok = 0, dbad = 0;
        for (String line :
                java.nio.file.Files.readAllLines(Reference.path("reference/ibsi/ibsi1/diagnostic_values.csv"))) {
            String[] c = line.split(",");
            if (!c[0].equals(config)) continue;
            DiagnosticValue dv = v.diagnostics().get("diagnostics_" + c[3]);
            double x = Double.parseDouble(dv.text());
            double r = x == Math.rint(x)
                    ? x
                    : new BigDecimal(x).round(new MathContext(3)).doubleValue();
            double ref = Double.parseDouble(c[4]);
            if (Math.abs(r - ref) <= Double.parseDouble(c[5])) dok++;
            else {
                dbad++;
                out.append("  " + c[3] + " ref " + c[4] + " +- " + c[5] + " found " + x + " indep " + c[6] + "\n");
            }
        }
        System.out.println("IBSI " + config + " ok " + ok + " bad " + bad + " absent " + absent + " diag " + dok
                + " bad " + dbad + "\n" + out);
    }
}
