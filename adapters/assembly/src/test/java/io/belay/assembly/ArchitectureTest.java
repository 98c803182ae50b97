package io.belay.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.belay.planted.Planted;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house stands as drawn; and each of its walls, when something is planted that breaks it, says so. */
final class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Those of another module come in a jar.
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages("io.belay");

    @TestFactory
    Stream<DynamicTest> theHouseKeepsEachRule() {
        return Rules.ALL.stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleBites() {
        return Planted.BY_RULE.entrySet().stream()
                .map(planted -> DynamicTest.dynamicTest(
                        planted.getKey(),
                        () -> assertThatThrownBy(() -> rule(planted.getKey())
                                        .allowEmptyShould(true)
                                        .check(classes(planted.getValue())))
                                .isInstanceOf(AssertionError.class)));
    }

    @Test
    void forEachRuleSomethingIsPlanted() {
        assertThat(Planted.BY_RULE)
                .hasSameSizeAs(Rules.ALL)
                .allSatisfy((name, _) -> assertThat(rule(name)).isIn(Rules.ALL));
    }

    @Test
    void theHouseIsNotEmpty() {
        assertThat(HOUSE.size()).isGreaterThan(50);
        assertThat(List.of("io.belay.core.Report", "io.belay.health.Health", "io.belay.assembly.Bundle"))
                .allMatch(HOUSE::contain);
    }

    private static ArchRule rule(String name) {
        try {
            return (ArchRule) Rules.class.getDeclaredField(name).get(Rules.ALL);
        } catch (ReflectiveOperationException noSuchRule) {
            throw new LinkageError(name, noSuchRule);
        }
    }

    private static JavaClasses classes(List<Class<?>> planted) {
        return new ClassFileImporter().importClasses(planted);
    }
}
