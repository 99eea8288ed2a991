package io.github.radiomics4j.models;

import io.github.radiomics4j.PackageOrderContract;
import java.util.List;

/** The root holds no class. */
class PackageOrderTest extends PackageOrderContract {
    PackageOrderTest() {
        super("io.github.radiomics4j.models", List.of("fitted", "tree", "neighbors", "vector", "boosting", "ensemble"));
    }
}
