package io.belay.templates.aliyun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The templates and the READMEs that they are held to, as texts by their path from the project's folder. */
record Sources(Map<String, String> texts) {
    static final String ALIYUN = "templates/aliyun/";

    static Sources read() {
        var root = Path.of("..").toAbsolutePath().normalize();
        try (var paths = Files.walk(root.resolve(ALIYUN))) {
            var readmes = Stream.of(
                            "README.md", "adapters/cloud-aliyun/README.md", "adapters/runtime-aliyun-fc/README.md")
                    .map(root::resolve);
            return new Sources(Stream.concat(paths, readmes)
                    .filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/.terraform"))
                    .collect(Collectors.toMap(
                            path -> root.relativize(path).toString(), Sources::text, (one, _) -> one, TreeMap::new)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String text(String path) {
        return Optional.ofNullable(texts.get(path)).orElseThrow(() -> new AssertionError("there is no " + path));
    }

    Node yaml(String path) {
        return Node.parse(name(path), text(path));
    }

    /** These, with one of them changed: {@code from} has to stand in it, or nothing would be planted. */
    Sources with(String path, String from, String to) {
        assertThat(text(path)).contains(from);
        var changed = new TreeMap<>(texts);
        changed.put(path, text(path).replace(from, to));
        return new Sources(changed);
    }

    /** The paths in a folder, with an ending. */
    List<String> in(String folder, String ending) {
        return texts.keySet().stream()
                .filter(path -> path.startsWith(folder) && path.endsWith(ending))
                .toList();
    }

    /** What people call a file: its path within {@code templates/aliyun}. */
    static String name(String path) {
        return path.startsWith(ALIYUN) ? path.substring(ALIYUN.length()) : path;
    }

    static Node table(String name) {
        try (var in = Sources.class.getResourceAsStream(name)) {
            return Node.parse(name, new String(in.readAllBytes(), UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
