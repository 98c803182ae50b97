package io.belay.adapter.systemfile;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Blocks of a database whose keys are known and whose values are anything. */
record RandomTree(Random random) {
    private static final List<String> KEYS = Stream.of(
                    MigrationShapes.PARTS.stream(),
                    MigrationShapes.MORE_EXPECTED.stream(),
                    Stream.of("allow", "lock-age", "severity", "tool", "table", "version", "folder", "convention"),
                    Stream.of("name", "sql", "params", "is", "p95", "samples", "baseline", "ignore", "orders.id"),
                    MigrationShapes.EXPECTED.keys().stream().map(key -> key.name()))
            .flatMap(each -> each)
            .toList();

    private static final List<String> LEAVES = List.of(
            "auto",
            "none",
            "flyway",
            "true",
            "null",
            "5",
            "15m",
            "\"\"",
            "\"(a, b)\"",
            "\"unique (a)\"",
            "\"> 3\"",
            "\"${env:PW}\"",
            "\"${env:NOPE}\"",
            "\"{{unique}}\"",
            "select 1",
            "\"not null\"",
            "baseline.json",
            "/a",
            "ahead",
            "numbered",
            "\"no: x\"",
            "-1",
            "1e999999999",
            "\"\\0\"",
            "\"\\U0001F600\"",
            "[]",
            "{}");

    String database() {
        return random.ints(random.nextInt(3), 0, 6)
                .distinct()
                .mapToObj(index -> List.of("ledger", "scripts", "additive", "expect", "allow", "lock-age")
                                .get(index)
                        + ": " + value(0))
                .collect(Collectors.joining("\n"));
    }

    private String value(int depth) {
        return switch (depth > 4 ? 0 : random.nextInt(4)) {
            case 1 -> "[" + some(() -> value(depth + 1)) + "]";
            case 2, 3 -> "{ " + some(() -> KEYS.get(random.nextInt(KEYS.size())) + ": " + value(depth + 1)) + " }";
            default -> LEAVES.get(random.nextInt(LEAVES.size()));
        };
    }

    private String some(Supplier<String> one) {
        return Stream.generate(one).limit(random.nextInt(4)).collect(Collectors.joining(", "));
    }
}
