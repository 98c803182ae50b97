package io.belay.bench;

import io.belay.bench.cold.ColdStarts;
import io.belay.demo.harbor.HarborOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The bench: prints a table, writes {@code target/bench.json}, and exits with 1 where a promise is broken. */
public final class Bench {
    private static final Path FILE = Path.of("target", "bench.json");

    private Bench() {}

    /** What can be asked for by itself. */
    private static final List<String> PARTS =
            List.of("checks", "fan-out", "warm", "migrations", "rollback", "cold-start");

    /** Runs the parts that {@code arguments} name, or all; exits with 2 where one is not known. */
    public static void main(String[] arguments) throws Exception {
        var parts = arguments.length == 0 ? PARTS : List.of(arguments);
        if (!PARTS.containsAll(parts)) {
            System.err.println("bench: no part is called so among " + parts + "; there are " + PARTS);
            Runtime.getRuntime().exit(2);
        }
        var before = Noise.now();
        var rows = new ArrayList<Figure>();
        if (parts.contains("checks")) {
            var late = new Lateness();
            measuring("checks that hang");
            rows.addAll(List.of(late.inMemory(), late.overHttp()));
        }
        if (parts.contains("fan-out")) {
            measuring("a thousand checks at once, and ten thousand");
            rows.addAll(FanOut.figures());
        }
        if (parts.contains("warm")) {
            measuring("warm calls through both doors, and an alarm's");
            rows.addAll(Warm.rows());
        }
        if (parts.contains("migrations")) {
            measuring("10,000 migrations, beside Flyway");
            try (var database = Migrated.start(HarborOptions.standard().shelf())) {
                rows.addAll(new Migrations(database).rows());
            }
        }
        var rollbacks = new ArrayList<RollbackFigures>();
        if (parts.contains("rollback")) {
            for (var kind : RollbackKind.values()) {
                measuring("rollback of " + kind.shown());
                rollbacks.add(Rollbacks.of(kind));
            }
        }
        var colds = new ArrayList<ColdStarts>();
        if (parts.contains("cold-start")) {
            colds.add(ColdStarts.measure(Bench::measuring));
        }
        var noise = Math.max(before, Noise.now());

        System.err.println();
        if (!rows.isEmpty()) {
            System.out.println(String.format(Locale.ROOT, "  %-72s %9s %9s    %8s", "", "median", "worst", "promised"));
        }
        rows.forEach(row -> System.out.println(row.line()));
        if (!rollbacks.isEmpty()) {
            System.out.println("\n" + RollbackFigures.head());
            rollbacks.forEach(each -> System.out.println(each.line()));
            rollbacks.forEach(each -> System.out.println(each.note()));
            System.out.println(
                    "  compose on this host: not measured, it asks no server; its contract is held against docker's"
                            + " stand-in");
        }
        colds.forEach(each -> each.lines().forEach(System.out::println));
        if (noise > Noise.MUCH) {
            System.out.println(String.format(
                    Locale.ROOT, "this machine is noisy: the same work takes up to %.0f %% longer", noise * 100));
        }
        write(rows, rollbacks, colds, noise);
        System.out.println("figures: " + FILE);
        Runtime.getRuntime()
                .exit(
                        rows.stream().allMatch(Figure::kept)
                                        && rollbacks.stream().allMatch(RollbackFigures::kept)
                                        && colds.stream().allMatch(ColdStarts::kept)
                                ? 0
                                : 1);
    }

    private static void measuring(String what) {
        System.err.println("measuring " + what + " ...");
    }

    private static void write(List<Figure> rows, List<RollbackFigures> rollbacks, List<ColdStarts> colds, double noise)
            throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("at", Instant.now().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("java", System.getProperty("java.version"));
        all.put("noise", noise);
        all.put("rows", rows.stream().map(Figure::fields).toList());
        all.put("rollbacks", rollbacks.stream().map(RollbackFigures::fields).toList());
        colds.forEach(each -> all.put("coldStart", each.fields()));
        Files.createDirectories(FILE.resolveSibling(""));
        Files.writeString(
                FILE, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }
}
