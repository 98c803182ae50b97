package io.belay.templates.aws;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that are held against one another.
 *
 * @param texts by their names below {@code templates/aws}, and {@value #SETTINGS} and {@value #PERMISSIONS}
 * @param handlers the classes of Lambda's runtime: {@code HealthHandler}
 * @param machines the state machines by their files
 * @param terraform all of Terraform's files as one
 */
record Templates(
        Map<String, String> texts, Set<String> handlers, Sam sam, Map<String, Node> machines, Hcl.Body terraform) {
    static final String SAM = "template.yaml";
    static final String SETTINGS = "README.md";
    static final String PERMISSIONS = "adapters/cloud-aws/README.md";
    static final List<String> MACHINES = List.of("verify.asl.json", "fleet.asl.json", "fleet-distributed.asl.json");

    private static final Path HOME = Path.of("aws");
    private static final Path ROOT = Path.of("..");

    Templates(Map<String, String> texts, Set<String> handlers) {
        this(texts, handlers, new Sam(Yaml.read(SAM, texts.getOrDefault(SAM, ""))), machines(texts), terraform(texts));
    }

    /** Those that are there. */
    static Templates real() {
        var texts = new HashMap<String, String>();
        Stream.concat(Stream.of(SAM), MACHINES.stream()).forEach(name -> texts.put(name, read(HOME.resolve(name))));
        list(HOME.resolve("terraform"))
                .filter(name -> name.endsWith(".tf"))
                .forEach(name -> texts.put(
                        "terraform/" + name, read(HOME.resolve("terraform").resolve(name))));
        texts.put(SETTINGS, read(ROOT.resolve(SETTINGS)));
        texts.put(PERMISSIONS, read(ROOT.resolve(PERMISSIONS)));
        var handlers = list(ROOT.resolve("adapters/runtime-aws-lambda/src/main/java/io/belay/runtime/lambda"))
                .filter(name -> name.endsWith("Handler.java"))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .collect(toSet());
        return new Templates(Map.copyOf(texts), Set.copyOf(handlers));
    }

    /** The same with {@code to} in the place of the first {@code from} of {@code file}, which must be there. */
    Templates with(String file, String from, String to) {
        var text = text(file);
        var at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        var changed = new HashMap<>(texts);
        changed.put(file, text.substring(0, at) + to + text.substring(at + from.length()));
        return new Templates(changed, handlers);
    }

    String text(String file) {
        var text = texts.get(file);
        if (text == null) {
            throw new IllegalArgumentException("no file " + file);
        }
        return text;
    }

    private static Map<String, Node> machines(Map<String, String> texts) {
        var machines = new TreeMap<String, Node>();
        MACHINES.forEach(name -> machines.put(name, Yaml.read(name, texts.getOrDefault(name, ""))));
        return machines;
    }

    private static Hcl.Body terraform(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(each -> each.getKey().startsWith("terraform/"))
                .sorted(Map.Entry.comparingByKey())
                .map(each -> Hcl.read(each.getKey(), each.getValue()))
                .reduce(Hcl.Body.EMPTY, Hcl.Body::and);
    }

    private static Stream<String> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
