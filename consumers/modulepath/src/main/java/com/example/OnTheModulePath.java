package com.example;

import io.github.radiomics4j.extract.ExtractionSettings;
import io.github.radiomics4j.extract.RadiomicsExtractor;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Embeds the core as a named module: it must be found, must answer, and be the same as an OSGi bundle. */
final class OnTheModulePath {
    private OnTheModulePath() {}

    public static void main(String[] args) throws IOException {
        Module core = IntegerPhantom.class.getModule();
        if (!"io.github.radiomics4j.core".equals(core.getName())) {
            throw new IllegalStateException("the core must be a named module, found " + core);
        }
        FeatureVector features = RadiomicsExtractor.of(ExtractionSettings.ki67())
                .extract(IntegerPhantom.A.image(), IntegerPhantom.A.mask());
        double contrast = features.value(FeatureName.parse("wavelet-LLH_glcm_Contrast"));
        if (!(contrast > 0)) {
            throw new IllegalStateException("the contrast must be positive, found " + contrast);
        }
        requireSamePackagesInOsgi(core);
        System.out.println("module path: " + features.size() + " features, from " + core);
    }

    /** What a module exports, a bundle must export. */
    private static void requireSamePackagesInOsgi(Module core) throws IOException {
        Set<String> module = core.getDescriptor().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> bundle = new TreeSet<>();
        try (InputStream in = core.getResourceAsStream("META-INF/MANIFEST.MF")) {
            String exported = new Manifest(in).getMainAttributes().getValue("Export-Package");
            // name;version="...";uses:="...",name;...: commas within quotes do not count.
            for (String clause : exported.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                bundle.add(clause.substring(0, clause.indexOf(';')));
            }
        }
        if (!module.equals(bundle)) {
            throw new IllegalStateException(
                    "the bundle must export the packages of the module, " + module + ", found " + bundle);
        }
    }
}
