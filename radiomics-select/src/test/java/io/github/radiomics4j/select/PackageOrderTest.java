package io.github.radiomics4j.select;

import io.github.radiomics4j.PackageOrderContract;
import java.util.List;

/** The root, which joins steps to a pipeline, uses all packages and none uses it. */
class PackageOrderTest extends PackageOrderContract {
    PackageOrderTest() {
        super(
                "io.github.radiomics4j.select",
                List.of(
                        "scale",
                        "harmonize",
                        "reproducibility",
                        "univariate",
                        "redundancy",
                        "lasso",
                        "wrapper",
                        "interop"));
    }
}
