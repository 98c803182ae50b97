package io.belay.image.check;

import io.belay.image.TrustStore;
import io.belay.image.check.Contents.Meant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Checks both images and prints what was measured. Ends with 1 where anything is not as promised, having said all of it. */
public final class ImageCheck {
    /** What Function Compute's image may weigh, in bytes, compressed. */
    private static final long LARGEST = 150_000_000;

    private static final int STARTS = 5;

    private static final List<String> LABELS =
            List.of("title", "licenses", "version", "revision", "source", "created", "base.name", "base.digest");

    private final String architecture;
    private final Set<String> jars;
    private final Optional<Path> roots;
    private final List<String> faults = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    private ImageCheck(String architecture, Set<String> jars, Optional<Path> roots) {
        this.architecture = architecture;
        this.jars = jars;
        this.roots = roots;
    }

    /**
     * The engine's program, the architecture that is meant, the folder of the jars that were linked, the two images, and where it is
     * known the PEM file of all that may be trusted.
     */
    public static void main(String[] arguments) throws Exception {
        var engine = new Engine(arguments[0], !System.getProperty("os.name").startsWith("Linux"));
        var roots = arguments.length > 5 ? Optional.of(Path.of(arguments[5])) : Optional.<Path>empty();
        var check = new ImageCheck(arguments[1], jars(Path.of(arguments[2])), roots);
        check.image(
                new FcDoor(engine, arguments[3]),
                new Contents(engine, arguments[3]),
                List.of(
                        new Meant("Config.Entrypoint", "/opt/belay/fc.aot"),
                        new Meant("Config.ExposedPorts", "9000/tcp")));
        check.image(
                new LambdaDoor(engine, arguments[4]),
                new Contents(engine, arguments[4]),
                List.of(
                        new Meant("Config.Entrypoint", "/opt/belay/lambda.aot"),
                        new Meant("Config.Cmd", "HealthHandler::handleRequest")));
        System.out.println();
        System.out.println("image             compressed  unpacked  trusts  plain ms (MB)  AOT ms (MB)  id");
        check.rows.forEach(System.out::println);
        check.faults.forEach(fault -> System.err.println("FAULT " + fault));
        System.exit(check.faults.isEmpty() ? 0 : 1);
    }

    private static Set<String> jars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private List<Meant> ofBoth() {
        var meant = new ArrayList<>(List.of(
                new Meant("Architecture", "\"" + architecture + "\""),
                new Meant("Os", "\"linux\""),
                new Meant("Config.User", "10001:10001"),
                new Meant("Config.StopSignal", "TERM")));
        for (var label : LABELS) {
            meant.add(new Meant("Config.Labels", "\"org.opencontainers.image." + label + "\":\""));
        }
        return meant;
    }

    private void image(Door door, Contents contents, List<Meant> own)
            throws IOException, InterruptedException, GeneralSecurityException {
        System.out.println("checking " + door.image() + " ...");
        contents.faults(own).forEach(fault -> fault(door, fault));
        contents.faults(ofBoth()).forEach(fault -> fault(door, fault));
        var pushed = contents.pushed();
        if (pushed.index()) {
            fault(
                    door,
                    "it would be pushed as an index, by an attestation or for several platforms; no cloud takes one");
        }
        var passedOn = contents.passedOn();
        passedOn.faults(jars).forEach(fault -> fault(door, fault));
        System.out.printf(
                "its bill of materials: %d jars, 1 Java, %d packages of its base%n",
                passedOn.bill().count("maven"), passedOn.bill().count("deb"));
        var trusted = contents.trusted();
        if (!trusted.byJava().equals(trusted.byBase())) {
            fault(door, "Java trusts other authorities than the base image");
        }
        if (roots.isPresent() && !trusted.byJava().equals(TrustStore.fingerprints(Files.readAllBytes(roots.get())))) {
            fault(door, "Java trusts other authorities than those of Debian's package");
        }
        if (pushed.compressed() > LARGEST) {
            fault(door, "it weighs " + pushed.compressed() + " bytes; " + LARGEST + " are promised");
        }
        door.call(Cache.ON);
        if (!door.call(Cache.MISFIT).printed().contains("[aot")) {
            fault(door, "a cache that does not fit is passed over without a word");
        }
        door.further();
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
                        pushed.compressed() / 1_000_000,
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
