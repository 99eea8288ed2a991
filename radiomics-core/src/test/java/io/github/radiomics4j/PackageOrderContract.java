package io.github.radiomics4j;

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

/**
 * What the modules above the core keep: a package uses earlier ones alone, none uses the root, and nothing prints or ends the
 * program. Needs JUnit Jupiter, AssertJ and ArchUnit on the test class path.
 */
public abstract class PackageOrderContract {
    private final String root;
    private final List<String> order;
    private final JavaClasses module = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target", "classes"));

    /**
     * @param root package of the module
     * @param order its packages below the root, each of which may use the ones before it
     */
    protected PackageOrderContract(String root, List<String> order) {
        this.root = root;
        this.order = order;
    }

    /** Returns whether a class of the root may be used below it; none may unless overridden. */
    protected boolean isAllowedOfRoot(JavaClass used) {
        return false;
    }

    @Test
    public void everyPackageIsInTheOrder() {
        Set<String> found = module.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(found).contains(root).hasSizeGreaterThan(1);
        found.remove(root);
        assertThat(order.stream().map(name -> root + "." + name)).containsAll(found);
    }

    @TestFactory
    public Stream<DynamicTest> aPackageUsesOnlyEarlierOnes() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            List<String> allowed = order.subList(0, i + 1);
            String name = order.get(i);
            tests.add(DynamicTest.dynamicTest(name, () -> requireOnly(name, allowed)));
        }
        return tests.stream();
    }

    /** Requires that a package uses none but the allowed ones of its module. */
    protected final void requireOnly(String name, List<String> allowed) {
        classes()
                .that()
                .resideInAPackage(root + "." + name)
                .should(onlyDependOnClassesThat(DescribedPredicate.describe(
                        "lie in " + allowed + ", are allowed of the root or lie outside",
                        used -> isAllowed(used, allowed))))
                .allowEmptyShould(true) // a package of a later step
                .check(module);
    }

    private boolean isAllowed(JavaClass used, List<String> allowed) {
        JavaClass base = used.getBaseComponentType();
        String home = base.getPackageName();
        if (!home.startsWith(root)) {
            return true;
        }
        return home.equals(root) ? isAllowedOfRoot(base) : allowed.contains(home.substring(root.length() + 1));
    }

    @Test
    public void nothingPrintsOrEndsTheProgram() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(module);
    }
}
