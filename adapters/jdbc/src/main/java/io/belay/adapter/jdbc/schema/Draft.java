package io.belay.adapter.jdbc.schema;

import io.belay.core.schema.CheckRule;
import io.belay.core.schema.Column;
import io.belay.core.schema.Enumeration;
import io.belay.core.schema.ForeignKey;
import io.belay.core.schema.Index;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Routine;
import io.belay.core.schema.Sequence;
import io.belay.core.schema.Table;
import io.belay.core.schema.Trigger;
import io.belay.core.schema.TypeWords;
import io.belay.core.schema.Unseen;
import io.belay.core.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A picture while it is being read. */
final class Draft {
    final List<View> views = new ArrayList<>();
    final List<Sequence> sequences = new ArrayList<>();
    final List<Enumeration> enumerations = new ArrayList<>();
    final List<Routine> routines = new ArrayList<>();
    final Set<Unseen> unseen = new LinkedHashSet<>();
    private final Map<String, TableDraft> tables = new LinkedHashMap<>();
    private final Map<String, String> types = new HashMap<>();

    /** A table while it is being read. */
    static final class TableDraft {
        final List<Column> columns = new ArrayList<>();
        final List<String> primaryKey = new ArrayList<>();
        final List<Index> indexes = new ArrayList<>();
        final List<ForeignKey> foreignKeys = new ArrayList<>();
        final List<CheckRule> checks = new ArrayList<>();
        final List<Trigger> triggers = new ArrayList<>();
    }

    /** The canonical words for a column's type, worked out once for all columns of it. */
    String type(String told) {
        return types.computeIfAbsent(told, TypeWords::canonical);
    }

    /** The table of this name, from now on there. */
    TableDraft table(String name) {
        return tables.computeIfAbsent(name, _ -> new TableDraft());
    }

    /** The table of this name, where there is one. */
    Optional<TableDraft> known(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    Picture done(String engine) {
        var all = tables.entrySet().stream()
                .map(each -> table(each.getKey(), each.getValue()))
                .toList();
        return new Picture(engine, all, views, sequences, enumerations, routines, List.copyOf(unseen));
    }

    private static Table table(String name, TableDraft draft) {
        return new Table(
                name, draft.columns, draft.primaryKey, draft.indexes, draft.foreignKeys, draft.checks, draft.triggers);
    }
}
