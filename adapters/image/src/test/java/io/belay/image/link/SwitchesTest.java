package io.belay.image.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SwitchesTest {
    private static final List<String> NAMES = List.of("", "$Shape", "$Round", "$Square", "$Ring", "$Kind");

    /** What is written out, as it was compiled. */
    static final class Shapes {
        sealed interface Shape {
            default String told() {
                return switch (this) {
                    case Round round -> "round " + round.radius();
                    case Square(var side) when side > 10 -> "large";
                    case Square _ -> "small";
                    case Ring _ -> "ring";
                };
            }
        }

        record Round(int radius) implements Shape {}

        record Square(int side) implements Shape {}

        record Ring() implements Shape {}

        enum Kind {
            ONE,
            TWO
        }

        private Shapes() {}

        static String told(@Nullable Object any) {
            return switch (any) {
                case null -> "nothing";
                case Round(var radius) when radius == 0 -> "a point";
                case Shape shape -> shape.told();
                case String text when text.isEmpty() -> "no text";
                case int[] numbers -> "numbers " + numbers.length;
                case CharSequence text -> "text " + text;
                default -> throw new IllegalArgumentException("no shape");
            };
        }

        static String mixed(Object any) {
            return switch (any) {
                case Kind.ONE -> "one";
                case String text -> text;
                default -> "other";
            };
        }
    }

    /** Loads what was written out in place of what was compiled. */
    private static final class Written extends ClassLoader {
        private final TreeMap<String, byte[]> files = new TreeMap<>();

        Written() throws IOException {
            super(SwitchesTest.class.getClassLoader());
            for (var name : NAMES) {
                var file = Shapes.class.getName().replace('.', '/') + name + ".class";
                try (var content = SwitchesTest.class.getClassLoader().getResourceAsStream(file)) {
                    files.put(file, content == null ? new byte[0] : content.readAllBytes());
                }
            }
        }

        byte[] bytes(String name) {
            return new Switches(files).writtenOut(files.getOrDefault(name.replace('.', '/') + ".class", new byte[0]));
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                if (!files.containsKey(name.replace('.', '/') + ".class")) {
                    return super.loadClass(name, resolve);
                }
                var bytes = bytes(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        }

        Object asked(String method, @Nullable Object value) throws ReflectiveOperationException {
            var found = loadClass(Shapes.class.getName()).getDeclaredMethod(method, Object.class);
            found.setAccessible(true);
            return found.invoke(null, value);
        }

        Object shape(String type, Object... parts) throws ReflectiveOperationException {
            var constructor = loadClass(Shapes.class.getName() + "$" + type).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        }
    }

    @Test
    void itAnswersAsItWasCompiled() throws Exception {
        var written = new Written();

        assertThat(written.asked("told", null)).isEqualTo("nothing").isEqualTo(Shapes.told(null));
        assertThat(written.asked("told", written.shape("Round", 0))).isEqualTo(Shapes.told(new Shapes.Round(0)));
        assertThat(written.asked("told", written.shape("Round", 2))).isEqualTo(Shapes.told(new Shapes.Round(2)));
        assertThat(written.asked("told", written.shape("Square", 11))).isEqualTo("large");
        assertThat(written.asked("told", written.shape("Square", 10))).isEqualTo("small");
        assertThat(written.asked("told", written.shape("Ring"))).isEqualTo("ring");
        assertThat(written.asked("told", "")).isEqualTo("no text");
        assertThat(written.asked("told", "a")).isEqualTo("text a");
        assertThat(written.asked("told", new int[3])).isEqualTo("numbers 3");
    }

    @Test
    void whatFitsNoneIsItsDefaultAndATraceNamesTheLine() {
        assertThatThrownBy(() -> new Written().asked("told", 1))
                .cause()
                .hasMessage("no shape")
                .satisfies(thrown ->
                        assertThat(thrown.getStackTrace()[0].getLineNumber()).isPositive());
    }

    @Test
    void aSwitchOverTypesAsksTheJdkForNothing() throws Exception {
        assertThat(new String(new Written().bytes(Shapes.Shape.class.getName()), ISO_8859_1))
                .contains("typeSwitch$0");
        assertThat(new Written().loadClass(Shapes.class.getName()).getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("typeSwitch$0") && method.isSynthetic());
    }

    @Test
    void aConstantOfAnEnumStaysWithTheJdk() throws Exception {
        assertThat(new Written().asked("mixed", "text")).isEqualTo("text");
        assertThat(new Written().asked("mixed", 1)).isEqualTo("other");
        assertThat(new String(new Written().bytes(Shapes.class.getName()), ISO_8859_1))
                .contains("java/lang/runtime/SwitchBootstraps");
    }

    @Test
    void aClassWithoutOneIsLeftAsItIs() throws Exception {
        var written = new Written();

        assertThat(written.bytes(Shapes.Kind.class.getName()))
                .isSameAs(written.files.get(Shapes.Kind.class.getName().replace('.', '/') + ".class"));
    }
}
