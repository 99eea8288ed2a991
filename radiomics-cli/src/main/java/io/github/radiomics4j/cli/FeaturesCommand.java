package io.github.radiomics4j.cli;

import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.FamilySelection;
import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.IbsiFamilies;
import io.github.radiomics4j.feature.Shape2DFamily;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The features that there are. */
@Command(
        name = "features",
        description =
                "List every feature: its family, its name, its IBSI code where the standard has one, and whether it is computed only when named.",
        mixinStandardHelpOptions = true)
final class FeaturesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--ibsi",
            description =
                    "List the features of the IBSI reference manual, textures in each way of aggregation: code, tag of the compliance sheet, family, name.")
    private boolean ibsi;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (ibsi) {
            listIbsi(out);
        } else {
            listPyRadiomics(out);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static void listIbsi(PrintWriter out) {
        out.println("ibsi_code,ibsi_tag,family,feature");
        for (FeatureFamily family : IbsiFamilies.all()) {
            for (Feature feature : family.features()) {
                if (!feature.ibsiTag().isEmpty()) {
                    out.println(feature.ibsiCode() + "," + feature.ibsiTag() + "," + feature.familyName() + ","
                            + feature.featureName());
                }
            }
        }
    }

    private static void listPyRadiomics(PrintWriter out) {
        out.println("family,feature,ibsi_code,computed");
        Stream<FeatureFamily> families = Stream.concat(
                ExtractionSettings.pyradiomics().families().stream().map(FamilySelection::family),
                Stream.of(Shape2DFamily.withDefaults()));
        families.forEach(family -> {
            for (Feature feature : family.features()) {
                out.println(feature.familyName() + "," + feature.featureName() + "," + feature.ibsiCode() + ","
                        + (feature.onRequest() ? "on request" : "by default"));
            }
        });
    }
}
