package io.github.radiomics4j;

import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.radiomics4j.run.Execution;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A package may use those of earlier stages, never its siblings or later ones; and what no class of the core may do.
 * Since the stages are in a line, this leaves no room for a cycle.
 */
class PackageOrderTest {
    private static final String ROOT = "io.github.radiomics4j.";

    /** The stages in the order in which the data flow; packages of one stage do not know each other. */
    private static final List<List<String>> STAGES = List.of(
            List.of("run"),
            List.of("image"),
            List.of("io"),
            List.of("preprocess"),
            List.of("filter"),
            List.of("discretize"),
            List.of("texture", "shape", "intensity"),
            List.of("feature"),
            List.of("table"),
            List.of("extract"),
            List.of("learn"),
            List.of("interop"));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(mainClasses());

    @Test
    void everyClassLivesInAPackageOfTheOrder() {
        Set<String> known =
                STAGES.stream().flatMap(List::stream).map(name -> ROOT + name).collect(Collectors.toSet());
        Set<String> found = CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        found.remove(""); // module-info
        assertThat(known)
                .as("the packages of STAGES; add a new one where the data reach it")
                .containsAll(found);
    }

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyEarlierOnes() {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> allowed = new ArrayList<>();
        for (List<String> stage : STAGES) {
            for (String name : stage) {
                List<String> earlier =
                        Stream.concat(allowed.stream(), Stream.of(ROOT + name)).toList();
                tests.add(DynamicTest.dynamicTest(name, () -> requireOnly(ROOT + name, earlier)));
            }
            stage.forEach(name -> allowed.add(ROOT + name));
        }
        return tests.stream();
    }

    private static void requireOnly(String name, List<String> earlier) {
        classes()
                .that()
                .resideInAPackage(name)
                .should(onlyDependOnClassesThat(DescribedPredicate.describe(
                        "lie in " + earlier + " or outside the core",
                        used -> !used.getPackageName().startsWith(ROOT) || earlier.contains(used.getPackageName()))))
                .allowEmptyShould(true) // a package of a later step
                .check(CORE);
    }

    @Test
    void aUseThatIsNotAllowedIsFound() {
        assertThatThrownBy(() -> requireOnly(ROOT + "feature", List.of(ROOT + "feature", ROOT + "image")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(ROOT + "discretize");
    }

    @Test
    void everyPackageWithAPublicTypeIsExported() throws IOException {
        ModuleDescriptor module;
        try (InputStream in = Files.newInputStream(mainClasses().resolve("module-info.class"))) {
            module = ModuleDescriptor.read(in);
        }
        Set<String> exported =
                module.exports().stream().map(ModuleDescriptor.Exports::source).collect(Collectors.toSet());
        Set<String> open = CORE.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(exported).isEqualTo(open);
    }

    @Test
    void nothingEndsTheProgramOrPrints() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "a stack trace is printed",
                        call -> call.getTarget().getName().equals("printStackTrace")))
                .because("a library throws, and leaves the rest to its caller")
                .check(CORE);
    }

    @Test
    void loggingIsSlf4j() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.commons.logging..")
                .check(CORE);
    }

    @Test
    void noStaticFieldCanChange() {
        fields().that().areStatic().should(notChange()).check(CORE);
    }

    @Test
    void aStaticFieldThatCanChangeIsFound() {
        JavaClasses withState = new ClassFileImporter().importClasses(WithState.class);
        List<String> found = withState.get(WithState.class).getFields().stream()
                .filter(field -> reasonItMayChange(field) != null)
                .map(JavaField::getName)
                .toList();
        assertThat(found).containsExactlyInAnyOrder("counter", "TABLE", "CACHE", "RANDOM");
    }

    private static ArchCondition<JavaField> notChange() {
        return new ArchCondition<>("not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                String reason = reasonItMayChange(field);
                if (reason != null) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " " + reason));
                }
            }
        };
    }

    /** Returns why a static field may change, or null. A private table in an array, never written, is the exception. */
    private static String reasonItMayChange(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        JavaClass type = field.getRawType();
        if (modifiers.contains(JavaModifier.SYNTHETIC) || !modifiers.contains(JavaModifier.STATIC)) {
            return null;
        }
        if (!modifiers.contains(JavaModifier.FINAL)) {
            return "is not final";
        }
        if (type.isArray() && !modifiers.contains(JavaModifier.PRIVATE)) {
            return "is an array that others can write to";
        }
        boolean isCollection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        if (isCollection && !type.isInterface()
                || type.getPackageName().startsWith("java.util.concurrent")
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(Random.class)
                || type.isAssignableTo(StringBuilder.class)) {
            return "is a " + type.getSimpleName() + ", which changes";
        }
        return null;
    }

    private static Path mainClasses() {
        return Path.of(URI.create(Execution.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    @SuppressWarnings("unused")
    private static final class WithState {
        static int counter;
        static final double[] TABLE = {1};
        static final java.util.HashMap<String, Integer> CACHE = new java.util.HashMap<>();
        static final Random RANDOM = new Random(1);
        static final List<String> NAMES = List.of("a");
        private static final int[] PRIVATE_TABLE = {1, 2};
        static final int LIMIT = 3;
        int instance;
    }
}
