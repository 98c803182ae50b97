package io.belay.assembly;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The walls of the house. */
final class Rules {
    private static final String[] FUNCTIONS = {
        "io.belay.health..", "io.belay.migrationverify..", "io.belay.alarmsetup..", "io.belay.rollback.."
    };
    private static final String[] ADAPTERS = {"io.belay.adapter.."};
    private static final Pattern BANNED = Pattern.compile(
            ".*(Manager|Helper|Util|Utils|Processor|Service|Impl|Info|Data|Wrapper)|(Base(?!line)|Abstract).*");

    private Rules() {}

    static final ArchRule CORE_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("io.belay.core..")
            .and()
            .resideOutsideOfPackage("io.belay.core.testkit..")
            .should()
            .onlyDependOnClassesThat()
            // TLS is of java.base, for all that its packages are called.
            .resideInAnyPackage(
                    "java..", "javax.net.ssl..", "javax.security.auth.x500..", "io.belay.core..", "org.jspecify..");

    static final ArchRule FUNCTIONS_KNOW_CORE_AND_NOT_ONE_ANOTHER = slices().matching("io.belay.(*)..")
            .namingSlices("$1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage(FUNCTIONS), resideInAnyPackage("io.belay.core.."))
            .ignoreDependency(DescribedPredicate.not(resideInAnyPackage(FUNCTIONS)), any());

    static final ArchRule ADAPTERS_KNOW_NO_FUNCTION_AND_NO_DOOR = noClasses()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .should()
            .dependOnClassesThat(resideInAnyPackage(FUNCTIONS)
                    .or(resideInAnyPackage("io.belay.assembly..", "io.belay.runtime..", "io.belay.demo..")));

    static final ArchRule ADAPTERS_DO_NOT_KNOW_ONE_ANOTHER =
            slices().matching("io.belay.adapter.(*)..").should().notDependOnEachOther();

    static final ArchRule SPRING_IS_AT_HOME_IN_ASSEMBLY = noClasses()
            .that()
            .resideInAPackage("io.belay..")
            .and()
            .resideOutsideOfPackages("io.belay.assembly..", "io.belay.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    static final ArchRule FUNCTIONS_ARE_TOLD_THE_TIME_AND_THE_SETTINGS = noClasses()
            .that()
            .resideInAnyPackage(FUNCTIONS)
            .or()
            .resideInAPackage("io.belay.core..")
            .and()
            .resideOutsideOfPackage("io.belay.core.testkit..")
            .and()
            // A stopwatch for adapters: what it times is real I/O.
            .doNotHaveFullyQualifiedName("io.belay.core.probe.Attempt")
            .and()
            // Where the JDK keeps whom it trusts is no setting of ours.
            .doNotHaveFullyQualifiedName("io.belay.core.trust.PlatformTrust")
            .should()
            .callMethodWhere(describe(
                    "it tells the time, reads the environment, sleeps or prints",
                    call -> Set.of(
                                    "java.time.Instant.now",
                                    "java.time.LocalDate.now",
                                    "java.time.LocalDateTime.now",
                                    "java.time.ZonedDateTime.now",
                                    "java.lang.System.currentTimeMillis",
                                    "java.lang.System.nanoTime",
                                    "java.lang.System.getenv",
                                    "java.lang.System.getProperty",
                                    "java.lang.Thread.sleep",
                                    "java.io.PrintStream.println")
                            .contains(call.getTargetOwner().getName() + "." + call.getName())));

    static final ArchRule NO_LIBRARY_SHOWS_THROUGH_AN_ADAPTER = methods()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(ADAPTERS))
            .and()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(
                    describe("public", type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
            .should(speakOnlyOf("java.", "javax.", "io.belay."));

    static final ArchRule NO_PACKAGES_TURN_IN_CIRCLES = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return SliceIdentifier.of(type.getPackageName());
                }

                @Override
                public String getDescription() {
                    return "packages";
                }
            })
            .should()
            .beFreeOfCycles();

    static final ArchRule CONCRETE_CLASSES_ARE_FINAL = classes()
            .that()
            .resideInAPackage("io.belay..")
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .orShould()
            .haveModifier(JavaModifier.ABSTRACT);

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = classes()
            .that()
            .resideInAPackage("io.belay..")
            .should(new ArchCondition<>("bear no name that says nothing") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var banned = BANNED.matcher(type.getSimpleName()).matches();
                    events.add(new SimpleConditionEvent(type, !banned, type.getName() + " is a banned name"));
                }
            });

    static final List<ArchRule> ALL = List.of(
            CORE_KNOWS_ONLY_THE_JDK,
            FUNCTIONS_KNOW_CORE_AND_NOT_ONE_ANOTHER,
            ADAPTERS_KNOW_NO_FUNCTION_AND_NO_DOOR,
            ADAPTERS_DO_NOT_KNOW_ONE_ANOTHER,
            SPRING_IS_AT_HOME_IN_ASSEMBLY,
            FUNCTIONS_ARE_TOLD_THE_TIME_AND_THE_SETTINGS,
            NO_LIBRARY_SHOWS_THROUGH_AN_ADAPTER,
            NO_PACKAGES_TURN_IN_CIRCLES,
            CONCRETE_CLASSES_ARE_FINAL,
            NAMES_SAY_WHAT_A_THING_IS);

    private static DescribedPredicate<JavaClass> any() {
        return DescribedPredicate.alwaysTrue();
    }

    private static ArchCondition<JavaMethod> speakOnlyOf(String... packages) {
        return new ArchCondition<>("speak only of our own types and the JDK's") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive())
                        .filter(type -> List.of(packages).stream()
                                .noneMatch(prefix -> type.getName().startsWith(prefix)))
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(method, describe(method) + " shows " + type.getName())));
            }

            private String describe(JavaMember member) {
                return member.getFullName();
            }
        };
    }
}
