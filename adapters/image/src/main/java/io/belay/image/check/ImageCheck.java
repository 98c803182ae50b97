package io.belay.image.check;

import io.belay.image.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Checks both images and prints what was measured. Ends with 1 where anything is not as promised, having said all of it. */
public final class ImageCheck {
    /** What Function Compute's image may weigh, in bytes, compressed. */
    private static final long LARGEST = 150_000_000;

    private static final int STARTS = 5;

    private static final String LABELS = "\"org.opencontainers.image.version\"";

    private final List<String> faults = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    private ImageCheck() {}

    /** The engine's program, the two images, and where it is known the PEM file of all that may be trusted. */
    public static void main(String[] arguments) throws Exception {
        var engine = new Engine(arguments[0]);
        var roots = arguments.length > 3 ? Optional.of(Path.of(arguments[3])) : Optional.<Path>empty();
        var check = new ImageCheck();
        check.image(
                new FcDoor(engine, arguments[1]),
                new Contents(engine, arguments[1]),
                Map.of("Config.Entrypoint", "/opt/belay/fc.aot", "Config.ExposedPorts", "9000/tcp"),
                roots);
        check.image(
                new LambdaDoor(engine, arguments[2]),
                new Contents(engine, arguments[2]),
                Map.of("Config.Entrypoint", "/opt/belay/lambda.aot", "Config.Cmd", "HealthHandler::handleRequest"),
                roots);
        System.out.println();
        System.out.println("image             compressed  unpacked  trusts  plain ms (MB)  AOT ms (MB)  id");
        check.rows.forEach(System.out::println);
        check.faults.forEach(fault -> System.err.println("FAULT " + fault));
        System.exit(check.faults.isEmpty() ? 0 : 1);
    }

    private void image(Door door, Contents contents, Map<String, String> meant, Optional<Path> roots)
            throws IOException, InterruptedException, GeneralSecurityException {
        System.out.println("checking " + door.image() + " ...");
        contents.faults(meant).forEach((asked, fault) -> fault(door, asked + ": " + fault));
        contents.faults(Map.of("Config.User", "10001:10001", "Config.StopSignal", "TERM", "Config.Labels", LABELS))
                .forEach((asked, fault) -> fault(door, asked + ": " + fault));
        var trusted = contents.trusted();
        if (!trusted.byJava().equals(trusted.byBase())) {
            fault(door, "Java trusts other authorities than the base image");
        }
        if (roots.isPresent() && !trusted.byJava().equals(TrustStore.fingerprints(Files.readAllBytes(roots.get())))) {
            fault(door, "Java trusts other authorities than those of Debian's package");
        }
        var compressed = contents.compressed();
        if (compressed > LARGEST) {
            fault(door, "it weighs " + compressed + " bytes; " + LARGEST + " are promised");
        }
        door.call(Cache.ON);
        var plain = new ArrayList<Door.Called>();
        var cached = new ArrayList<Door.Called>();
        for (var start = 0; start < STARTS; start++) {
            plain.add(door.call(Cache.OFF));
            cached.add(door.call(Cache.AUTO));
        }
        if (cached.stream().anyMatch(called -> called.printed().contains("[aot]"))) {
            fault(door, "its AOT cache is passed over: " + cached.getFirst().printed());
        }
        rows.add("%-18s%7d MB %6d MB  %6d  %s  %s  %s"
                .formatted(
                        door.name(),
                        compressed / 1_000_000,
                        contents.unpacked() / 1_000_000,
                        trusted.byJava().size(),
                        figures(plain),
                        figures(cached),
                        contents.id().substring(0, 12)));
    }

    private static String figures(List<Door.Called> calls) {
        return "%6d (%d)"
                .formatted(median(calls, called -> called.took().toMillis()), median(calls, Door.Called::peak));
    }

    private static long median(List<Door.Called> calls, ToLongFunction<Door.Called> of) {
        return calls.stream()
                .mapToLong(of)
                .sorted()
                .skip(calls.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private void fault(Door door, String what) {
        faults.add(door.name() + ": " + what);
    }
}
