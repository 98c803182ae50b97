package io.belay.adapter.jdbc.ledger;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.migration.LedgerChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the tools' rows say. */
final class Tellings {
    private Tellings() {}

    /** Every row is a migration that was applied. */
    static Layout.Telling each(Function<Row, LedgerEntry> entry) {
        return (rows, _) -> ranked(rows.stream().map(entry).toList());
    }

    /** An entry that says no more than that {@code version} was applied. */
    static LedgerEntry applied(String version) {
        return new LedgerEntry(
                0, version, "", State.APPLIED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<LedgerEntry> ranked(List<LedgerEntry> entries) {
        var ranked = new ArrayList<LedgerEntry>();
        for (var entry : entries) {
            ranked.add(new LedgerEntry(
                    ranked.size() + 1,
                    entry.version(),
                    entry.description(),
                    entry.state(),
                    entry.appliedAt(),
                    entry.checksum(),
                    entry.took(),
                    entry.by()));
        }
        return ranked;
    }

    private static State unfinished(boolean locked) {
        return locked ? State.RUNNING : State.FAILED;
    }

    /**
     * Flyway writes a row when a migration has ended; an undo or a deletion is a row of its own that takes back the one
     * before it. A baseline is a mark (BASELINE), or a script that stands for all before it (SQL_BASELINE).
     */
    static List<LedgerEntry> flyway(List<Row> rows, boolean locked) {
        var entries = new ArrayList<LedgerEntry>();
        for (var row : rows) {
            var type = row.get("type");
            var takesBack = row.flag("success") && (type.startsWith("UNDO") || type.equals("DELETE"));
            if (takesBack) {
                takeBack(entries, row.get("version"), row.get("description"));
            }
            entries.add(new LedgerEntry(
                    row.number("installed_rank").orElse(0L),
                    row.get("version"),
                    row.get("description"),
                    flywayState(type, row.flag("success"), takesBack),
                    row.time("installed_on"),
                    row.text("checksum"),
                    row.milliseconds("execution_time"),
                    row.text("installed_by")));
        }
        return entries;
    }

    private static State flywayState(String type, boolean success, boolean takesBack) {
        if (!success) {
            return State.FAILED;
        }
        if (takesBack) {
            return State.UNDONE;
        }
        return type.endsWith("BASELINE") || type.equals("SCHEMA") ? State.BASELINE : State.APPLIED;
    }

    private static void takeBack(List<LedgerEntry> entries, String version, String description) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            var entry = entries.get(i);
            var same = entry.version().equals(version)
                    && (!version.isEmpty() || entry.description().equals(description));
            if (same && entry.state() != State.UNDONE) {
                entries.set(i, entry.as(State.UNDONE));
                return;
            }
        }
    }

    /**
     * Liquibase knows a change set by file, id and author, and writes them in this way itself ({@code
     * ChangeSet.toNormalizedString}). A sum of before its version 4.22 was made by another rule.
     */
    static List<LedgerEntry> liquibase(List<Row> rows, boolean locked) {
        return ranked(rows.stream()
                .map(row -> new LedgerEntry(
                        0,
                        path(row.get("FILENAME")) + "::" + row.get("ID") + "::" + row.get("AUTHOR"),
                        row.get("DESCRIPTION"),
                        switch (row.get("EXECTYPE")) {
                            case "FAILED" -> State.FAILED;
                            case "SKIPPED", "MARK_RAN" -> State.MARKED;
                            default -> State.APPLIED;
                        },
                        row.time("DATEEXECUTED"),
                        row.text("MD5SUM"),
                        row.milliseconds("EXECUTION_MILLISECONDS"),
                        row.text("AUTHOR")))
                .toList());
    }

    /** As {@code DatabaseChangeLog.normalizePath} makes older rows' paths and newer ones' the same. */
    private static String path(String written) {
        return written.replace('\\', '/').replaceFirst("^classpath:", "").replaceFirst("^(?:\\.?/)+", "");
    }

    /** Rails compares versions as numbers, however many noughts a dump of old put before them. */
    static List<LedgerEntry> rails(List<Row> rows, boolean locked) {
        return ranked(rows.stream()
                .map(row -> applied(row.get("version").replaceFirst("^0+(?=\\d)", "")))
                .toList());
    }

    /** Prisma writes a row before it begins, and its end into the same row. */
    static List<LedgerEntry> prisma(List<Row> rows, boolean locked) {
        return ranked(rows.stream()
                .map(row -> {
                    var begun = row.time("started_at");
                    var ended = row.time("finished_at");
                    return new LedgerEntry(
                            0,
                            row.get("migration_name"),
                            "",
                            prismaState(row, locked),
                            ended.or(() -> begun),
                            row.text("checksum"),
                            begun.flatMap(from -> ended.map(to -> Duration.between(from, to))),
                            Optional.empty());
                })
                .toList());
    }

    private static State prismaState(Row row, boolean locked) {
        if (row.text("rolled_back_at").isPresent()) {
            return State.UNDONE;
        }
        if (row.text("finished_at").isPresent()) {
            return row.number("applied_steps_count").orElse(1L) == 0 ? State.MARKED : State.APPLIED;
        }
        return row.get("logs").isEmpty() ? unfinished(locked) : State.FAILED;
    }

    /** golang-migrate keeps one row, and marks it dirty before it begins; -1 is the way back from the first. */
    static List<LedgerEntry> golangMigrate(List<Row> rows, boolean locked) {
        return ranked(rows.stream()
                .map(row -> {
                    var entry = applied(row.get("version"));
                    return row.flag("dirty") ? entry.as(unfinished(locked)) : entry;
                })
                .toList());
    }

    /**
     * Atlas counts statements in a row, and writes an error into it. The type's lowest bit is a baseline, which has no hash.
     * One row is no revision, but the table's own name in Atlas Cloud.
     */
    static List<LedgerEntry> atlas(List<Row> rows, boolean locked) {
        return ranked(rows.stream()
                .filter(row -> !row.get("version").equals(".atlas_cloud_identifier"))
                .map(row -> new LedgerEntry(
                        0,
                        row.get("version"),
                        row.get("description"),
                        atlasState(row, locked),
                        row.time("executed_at"),
                        row.text("hash").filter(hash -> !hash.isEmpty()),
                        row.number("execution_time").map(Duration::ofNanos),
                        row.text("operator_version")))
                .toList());
    }

    private static State atlasState(Row row, boolean locked) {
        var type = row.number("type").orElse(2L);
        if ((type & 1) != 0) {
            return State.BASELINE;
        }
        if ((type & 4) != 0) {
            return State.MARKED;
        }
        if (!row.get("error").isEmpty()) {
            return State.FAILED;
        }
        return row.number("applied").equals(row.number("total")) ? State.APPLIED : unfinished(locked);
    }

    /**
     * goose begins with a row of version 0, and takes a version back by deleting its row, or long ago by one more that is
     * not applied. So the last row of a version says how it stands.
     */
    static List<LedgerEntry> goose(List<Row> rows, boolean locked) {
        var later = new HashSet<String>();
        var entries = new ArrayList<LedgerEntry>();
        for (var row : rows.reversed()) {
            var first = later.add(row.get("version_id"));
            entries.add(new LedgerEntry(
                    0,
                    row.get("version_id"),
                    "",
                    gooseState(row, first),
                    row.time("tstamp"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return ranked(entries.reversed());
    }

    private static State gooseState(Row row, boolean last) {
        if (row.get("version_id").equals("0")) {
            return State.BASELINE;
        }
        return last && row.flag("is_applied") ? State.APPLIED : State.UNDONE;
    }

    /** A table of one's own. */
    static Layout.Telling custom(LedgerChoice.Custom custom) {
        return each(row -> new LedgerEntry(
                0,
                row.get(custom.version()),
                custom.description().map(row::get).orElse(""),
                custom.success().map(row::get).filter(Tellings::no).isPresent() ? State.FAILED : State.APPLIED,
                custom.appliedAt().flatMap(row::time),
                custom.checksum().flatMap(row::text),
                Optional.empty(),
                Optional.empty()));
    }

    /** Nothing at all counts as no: a migration whose end was never written. */
    private static boolean no(String text) {
        return Set.of("", "0", "f", "false", "\0", "no").contains(text);
    }
}
