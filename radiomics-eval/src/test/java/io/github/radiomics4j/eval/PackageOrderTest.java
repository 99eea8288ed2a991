package io.github.radiomics4j.eval;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.radiomics4j.PackageOrderContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The root holds what all are said in, {@link Interval}, and what uses them all, {@link Evaluation}: of the root, packages know
 * the interval and nothing else.
 */
class PackageOrderTest extends PackageOrderContract {
    PackageOrderTest() {
        super(
                "io.github.radiomics4j.eval",
                List.of(
                        "bootstrap",
                        "hypothesis",
                        "roc",
                        "logistic",
                        "confusion",
                        "calibration",
                        "decision",
                        "reclassification",
                        "resampling",
                        "cohort"));
    }

    @Override
    protected boolean isAllowedOfRoot(JavaClass used) {
        return used.getFullName().equals(Interval.class.getName());
    }

    @Test
    void aUseThatIsNotAllowedIsFound() {
        assertThatThrownBy(() -> requireOnly("confusion", List.of("confusion", "bootstrap")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.github.radiomics4j.eval.roc");
    }
}
