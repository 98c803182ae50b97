package io.belay.image.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OneModuleTest {
    private static final Map<String, String> SOURCES = Map.of(
            "shop/Till.java",
            "package shop; public interface Till { String name(); }",
            "shop/Steel.java",
            "package shop; public class Steel implements Till { public String name() { return \"steel\"; } }",
            "shop/Shop.java",
            """
            package shop;
            public class Shop {
                public static String till() { return Finder.all(Till.class).iterator().next().name(); }
                public static boolean clock() { return Finder.all(Clock.class).iterator().hasNext(); }
                public interface Clock {}
            }""",
            "shop/Sort.java",
            """
            package shop;
            class Sort { static String of(Object any) { return switch (any) { case Till till -> till.name(); default -> "none"; }; } }""",
            "shop/Finder.java",
            """
            package shop;
            class Finder { static <T> Iterable<T> all(Class<T> type) { return java.util.ServiceLoader.load(type, type.getClassLoader()); } }""");

    @TempDir
    private static Path folder;

    private static Path classes = Path.of("");

    @BeforeAll
    static void shop() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes"));
        var arguments = new ArrayList<>(List.of("-d", classes.toString()));
        for (var source : SOURCES.entrySet()) {
            var file = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.resolveSibling(""));
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        run("javac", arguments);
    }

    private static void run(String tool, List<String> arguments) {
        var into = new PrintStream(PrintStream.nullOutputStream());
        var ended = ToolProvider.findFirst(tool).orElseThrow().run(into, into, arguments.toArray(String[]::new));
        assertThat(ended).isZero();
    }

    /** A jar of {@code classes} with further {@code files}. */
    private static Path jar(String name, Set<String> classes, Map<String, String> files) throws IOException {
        var content = Files.createDirectories(folder.resolve(name + "-content"));
        for (var type : classes) {
            var to = content.resolve(type);
            Files.createDirectories(to.resolveSibling(""));
            Files.copy(OneModuleTest.classes.resolve(type), to);
        }
        for (var file : files.entrySet()) {
            var to = content.resolve(file.getKey());
            Files.createDirectories(to.resolveSibling(""));
            Files.writeString(to, file.getValue());
        }
        var jar = folder.resolve(name + ".jar");
        var manifest = Files.writeString(folder.resolve("MANIFEST"), "Multi-Release: true\n");
        run("jar", List.of("-c", "-f", jar.toString(), "-m", manifest.toString(), "-C", content.toString(), "."));
        return jar;
    }

    private static Path module(String name, Path... jars) throws IOException {
        var to = folder.resolve(name + "-module.jar");
        OneModule.write(List.of(jars), Set.of("java.base", "java.sql"), to);
        return to;
    }

    private static ModuleDescriptor descriptor(Path module) {
        return ModuleFinder.of(module).find(OneModule.NAME).orElseThrow().descriptor();
    }

    private static Module linked(Path module) {
        var parent = ModuleLayer.boot();
        var found = parent.configuration().resolve(ModuleFinder.of(module), ModuleFinder.of(), Set.of(OneModule.NAME));
        return parent.defineModulesWithOneLoader(found, ClassLoader.getPlatformClassLoader())
                .findModule(OneModule.NAME)
                .orElseThrow();
    }

    private static Path whole(String name) throws IOException {
        var shop = jar(
                name + "-shop",
                Set.of("shop/Shop.class", "shop/Shop$Clock.class", "shop/Finder.class", "shop/Till.class"),
                Map.of());
        var till = jar(
                name + "-till", Set.of("shop/Steel.class"), Map.of("META-INF/services/shop.Till", "shop.Steel # one"));
        return module(name, shop, till);
    }

    private static Object asked(Module module, String method) throws ReflectiveOperationException {
        return module.getClassLoader().loadClass("shop.Shop").getMethod(method).invoke(null);
    }

    @Test
    void whatOneJarProvidesIsFoundByAnother() throws Exception {
        assertThat(asked(linked(whole("found")), "till")).isEqualTo("steel");
    }

    @Test
    void aServiceThatNobodyProvidesMayBeLookedForByOneThatHasAnotherLook() throws Exception {
        assertThat(asked(linked(whole("looked")), "clock")).isEqualTo(false);
    }

    @Test
    void itIsOpenAndReadsWhatItIsTold() throws Exception {
        var descriptor = descriptor(whole("open"));

        assertThat(descriptor.isOpen()).isTrue();
        assertThat(descriptor.requires().stream().map(ModuleDescriptor.Requires::name))
                .containsExactlyInAnyOrder("java.base", "java.sql");
        assertThat(descriptor.exports().stream().map(ModuleDescriptor.Exports::source))
                .containsExactly("shop");
    }

    @Test
    void ofSeveralVersionsTheOneForThisJavaIsTaken() throws Exception {
        var jar = jar(
                "versions",
                Set.of(),
                Map.of(
                        "shop/a.txt",
                        "old",
                        "META-INF/versions/21/shop/a.txt",
                        "new",
                        "META-INF/versions/99/shop/a.txt",
                        "far"));

        try (var reader = ModuleFinder.of(module("versions", jar))
                .find(OneModule.NAME)
                .orElseThrow()
                .open()) {
            assertThat(reader.read("shop/a.txt").orElseThrow().array())
                    .asString()
                    .isEqualTo("new");
            assertThat(reader.list()).noneMatch(name -> name.startsWith("META-INF/versions"));
        }
    }

    @Test
    void twoFilesOfOneNameAreRefusedUnlessTheyAreTheSame() throws Exception {
        var one = jar("one", Set.of(), Map.of("shop/a.txt", "a", "shop/b.txt", "b"));
        var same = jar("same", Set.of(), Map.of("shop/a.txt", "a"));
        var other = jar("other", Set.of(), Map.of("shop/b.txt", "c"));

        assertThat(descriptor(module("same", one, same)).packages()).contains("shop");
        assertThatThrownBy(() -> module("other", one, other))
                .isInstanceOf(IOException.class)
                .hasMessage("other.jar holds another shop/b.txt than a jar before it; one of them is meant");
    }

    @Test
    void aLicenceIsNoFileOfTheModule() throws Exception {
        var one = jar("first", Set.of(), Map.of("META-INF/LICENSE", "free", "META-INF/maven/pom.xml", "none"));
        var two = jar("second", Set.of(), Map.of("META-INF/LICENSE", "freer", "LICENSE", "freest"));

        try (var reader = ModuleFinder.of(module("licence", one, two))
                .find(OneModule.NAME)
                .orElseThrow()
                .open()) {
            assertThat(reader.list()).containsOnly("module-info.class");
        }
    }

    @Test
    void aTextThatManyJarsBearIsWrittenOnce() throws Exception {
        var one = jar("a-1", Set.of(), Map.of("META-INF/LICENSE", "free", "META-INF/LICENSE.txt", "freer"));
        var two = jar("b-1", Set.of(), Map.of("META-INF/licences/NOTICE", "by b", "META-INF/LICENSE", "free"));

        Licences.write(List.of(one, two), folder.resolve("texts"));

        assertThat(folder.resolve("texts/a-1-LICENSE")).hasContent("free");
        assertThat(folder.resolve("texts/a-1-LICENSE.txt")).hasContent("freer");
        assertThat(folder.resolve("texts/b-1-licences-NOTICE")).hasContent("by b");
        assertThat(folder.resolve("texts/" + Licences.WHOSE)).hasContent("""
                a-1-LICENSE: a-1.jar b-1.jar
                a-1-LICENSE.txt: a-1.jar
                b-1-licences-NOTICE: b-1.jar
                """);
    }

    @Test
    void aSwitchThatOthersWroteIsLeftAsItIs() throws Exception {
        var jar = jar("others", Set.of("shop/Sort.class"), Map.of());

        try (var reader = ModuleFinder.of(module("others", jar))
                .find(OneModule.NAME)
                .orElseThrow()
                .open()) {
            assertThat(reader.read("shop/Sort.class").orElseThrow().array())
                    .isEqualTo(Files.readAllBytes(classes.resolve("shop/Sort.class")))
                    .asString(ISO_8859_1)
                    .contains("java/lang/runtime/SwitchBootstraps");
        }
    }

    @Test
    void aProviderOfAnAbsentServiceIsNotNamed() throws Exception {
        var jar = jar(
                "absent",
                Set.of("shop/Steel.class", "shop/Till.class"),
                Map.of("META-INF/services/elsewhere.Till", "shop.Steel", "META-INF/services/shop.Till", "shop.Gone"));

        assertThat(descriptor(module("absent", jar)).provides()).isEmpty();
        assertThat(descriptor(module("absent", jar)).uses()).containsExactly("shop.Till");
    }

    @Test
    void theSameJarsMakeTheSameBytes() throws Exception {
        assertThat(whole("again"))
                .hasSameBinaryContentAs(
                        module("twice", folder.resolve("again-shop.jar"), folder.resolve("again-till.jar")));
    }
}
