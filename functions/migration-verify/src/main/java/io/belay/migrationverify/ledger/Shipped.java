package io.belay.migrationverify.ledger;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.script.Script;
import io.belay.core.script.Script.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scripts of one tool, to be found by what its ledger calls them. Those that only take another back are left out. */
final class Shipped {
    private final Tool tool;
    private final List<Script> all;
    private final Map<String, Script> byKey = new HashMap<>();
    private final Map<String, Script> byStem = new HashMap<>();
    private final Map<Object, Script> byNumber = new HashMap<>();
    private final Map<String, List<Script>> byChangeset = new HashMap<>();
    private final Newest newest;

    Shipped(Tool tool, List<Script> scripts) {
        this.tool = tool;
        this.all = scripts.stream()
                .filter(script -> script.role() != Role.UNDO)
                .sorted(Comparator.comparingInt(Script::order).thenComparing(Script::file))
                .toList();
        var shared = new HashSet<>();
        for (var script : all) {
            byKey.putIfAbsent(tool.key(script), script);
            if (tool.ordering() == Ordering.LEADING_NUMBER) {
                byStem.putIfAbsent(Tool.stem(script.id()), script);
                number(script.id()).ifPresent(number -> {
                    if (byNumber.putIfAbsent(number, script) != null) {
                        shared.add(number);
                    }
                });
            }
        }
        // A number that two files begin with means neither.
        shared.forEach(byNumber::remove);
        if (tool.name().equals("liquibase")) {
            all.forEach(script -> byChangeset
                    .computeIfAbsent(changeset(script.id()), _ -> new ArrayList<>())
                    .add(script));
        }
        this.newest = Newest.of(tool.ordering(), once().stream().map(Script::id).toList());
    }

    /** In the tool's order. */
    List<Script> all() {
        return all;
    }

    private List<Script> once() {
        return all.stream().filter(script -> script.role() == Role.ONCE).toList();
    }

    /** The script that {@code entry} came from. A table of one's own may hold the file, its name or its number alone. */
    Optional<Script> of(LedgerEntry entry) {
        return Optional.ofNullable(byKey.get(tool.key(entry)))
                .or(() -> Optional.ofNullable(byStem.get(Tool.stem(entry.version()))))
                .or(() -> entry.version().matches("[vV]?\\d+(?:\\.\\d+)*")
                        ? number(entry.version()).map(byNumber::get)
                        : Optional.empty())
                .or(() -> furtherUp(entry.version()));
    }

    /** Liquibase's paths begin where its caller says; the longest that fits is meant. */
    private Optional<Script> furtherUp(String version) {
        return byChangeset.getOrDefault(changeset(version), List.of()).stream()
                .filter(script -> script.isMeantBy(version))
                .max(Comparator.comparingInt(script -> script.id().length()));
    }

    /** A changeset's name from its file's own on: what is the same wherever its path begins. */
    private static String changeset(String id) {
        int end = id.indexOf("::");
        return id.substring((end < 0 ? id : id.substring(0, end)).lastIndexOf('/') + 1);
    }

    private Optional<Object> number(String id) {
        return tool.ordering() == Ordering.LEADING_NUMBER
                ? tool.ordering().rank(id).map(Ordering.Rank::numbers)
                : Optional.empty();
    }

    /** Whether the entry is of a part, an app of Django's, of which nothing is shipped here at all. */
    boolean foreign(LedgerEntry entry) {
        return tool.ordering() == Ordering.APP_AND_NAME
                && tool.ordering()
                        .rank(entry.version())
                        .filter(rank -> !newest.groups().containsKey(rank.group()))
                        .isPresent();
    }

    /** The newest of those that are run once. */
    Newest newest() {
        return newest;
    }
}
