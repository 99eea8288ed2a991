package io.github.radiomics4j.models;

import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A package uses earlier ones alone. */
class PackageOrderTest {
    private static final String ROOT = "io.github.radiomics4j.models";

    private static final List<String> ORDER = List.of("fitted", "tree", "neighbors", "vector", "boosting", "ensemble");

    private static final JavaClasses MODELS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target", "classes"));

    @Test
    void everyPackageIsInTheOrder() {
        Set<String> found = MODELS.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(found).contains(ROOT);
        found.remove(ROOT);
        assertThat(ORDER.stream().map(name -> ROOT + "." + name)).containsAll(found);
    }

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyEarlierOnes() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < ORDER.size(); i++) {
            List<String> allowed = ORDER.subList(0, i + 1);
            String name = ORDER.get(i);
            tests.add(DynamicTest.dynamicTest(name, () -> requireOnly(name, allowed)));
        }
        return tests.stream();
    }

    private static void requireOnly(String name, List<String> allowed) {
        classes()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should(onlyDependOnClassesThat(DescribedPredicate.describe(
                        "lie in " + allowed + " or outside", used -> isAllowed(used, allowed))))
                .allowEmptyShould(true) // a package of a later step
                .check(MODELS);
    }

    private static boolean isAllowed(JavaClass used, List<String> allowed) {
        String home = used.getBaseComponentType().getPackageName();
        return !home.startsWith(ROOT) || !home.equals(ROOT) && allowed.contains(home.substring(ROOT.length() + 1));
    }

    @Test
    void nothingPrintsOrEndsTheProgram() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MODELS);
    }
}
