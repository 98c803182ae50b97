package io.belay.migrationverify;

import io.belay.core.schema.CheckRule;
import io.belay.core.schema.Column;
import io.belay.core.schema.ForeignKey;
import io.belay.core.schema.Index;
import io.belay.core.schema.Part;
import io.belay.core.schema.Table;
import io.belay.core.schema.Trigger;
import io.belay.migrationverify.Difference.Changed;
import io.belay.migrationverify.Difference.Extra;
import io.belay.migrationverify.Difference.Invalid;
import io.belay.migrationverify.Difference.Missing;
import io.belay.migrationverify.Difference.Renamed;
import io.belay.migrationverify.Difference.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** In what one table differs from the one that was recorded. The order of its columns does not matter. */
final class TableDrift {
    private final String table;
    private final List<Difference> differences = new ArrayList<>();

    private TableDrift(String table) {
        this.table = table;
    }

    static List<Difference> between(Table was, Table is) {
        var drift = new TableDrift(was.name());
        drift.columns(was.columns(), is.columns());
        drift.primaryKey(was.primaryKey(), is.primaryKey());
        drift.parts(Part.INDEX, was.indexes(), is.indexes(), Index::name, Index::shown, Index::valid);
        drift.foreignKeys(was.foreignKeys(), is.foreignKeys());
        drift.parts(Part.CHECK, was.checks(), is.checks(), CheckRule::name, CheckRule::expression, CheckRule::valid);
        drift.parts(Part.TRIGGER, was.triggers(), is.triggers(), Trigger::name, Trigger::hash, _ -> true);
        return drift.differences;
    }

    private void columns(List<Column> was, List<Column> is) {
        var old = Pairs.byName(was, Column::name);
        var now = Pairs.byName(is, Column::name);
        var gone = was.stream().filter(each -> !now.containsKey(each.name())).toList();
        var come = is.stream().filter(each -> !old.containsKey(each.name())).toList();
        var renamed = renames(gone, come);
        for (var column : gone) {
            differences.add(
                    new Missing(column(column), column.shown(), Optional.ofNullable(renamed.get(column.name()))));
        }
        var origins = new HashMap<String, String>();
        renamed.forEach((from, to) -> origins.put(to, from));
        for (var column : come) {
            differences.add(new Extra(column(column), column.shown(), Optional.ofNullable(origins.get(column.name()))));
        }
        for (var before : was) {
            var after = now.get(before.name());
            if (after != null) {
                changes(before, after);
            }
        }
    }

    /** Of columns that went and came with the same type, each with the next: a table is rarely changed more than once at a time. */
    private static Map<String, String> renames(List<Column> gone, List<Column> come) {
        var free = new HashMap<String, ArrayList<String>>();
        come.reversed()
                .forEach(each -> free.computeIfAbsent(each.type(), _ -> new ArrayList<>())
                        .add(each.name()));
        var renames = new LinkedHashMap<String, String>();
        for (var column : gone) {
            var candidates = free.get(column.type());
            if (candidates != null && !candidates.isEmpty()) {
                renames.put(column.name(), candidates.removeLast());
            }
        }
        return renames;
    }

    private Place column(Column column) {
        return Place.in(table, Part.COLUMN, column.name());
    }

    private void changes(Column was, Column is) {
        change(was, was.type(), is.type());
        change(was, nullability(was), nullability(is));
        change(was, expression("default", was.fallback()), expression("default", is.fallback()));
        change(was, expression("made", was.generated()), expression("made", is.generated()));
    }

    private static String nullability(Column column) {
        return column.nullable() ? "nullable" : "not null";
    }

    private static String expression(String word, Optional<String> value) {
        return value.map(each -> word + " " + each)
                .orElse(word.equals("made") ? "not made by the database" : "no default");
    }

    private void change(Column column, String was, String is) {
        if (!was.equals(is)) {
            differences.add(new Changed(column(column), was, is));
        }
    }

    private void primaryKey(List<String> was, List<String> is) {
        if (was.equals(is)) {
            return;
        }
        var place = Place.of(Part.PRIMARY_KEY, table);
        if (is.isEmpty()) {
            differences.add(new Missing(place, shown(was), Optional.empty()));
            return;
        }
        differences.add(
                was.isEmpty()
                        ? new Extra(place, shown(is), Optional.empty())
                        : new Changed(place, shown(was), shown(is)));
    }

    private static String shown(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    /** Actions that one side could not see are not compared; where they were recorded, that is said. */
    private void foreignKeys(List<ForeignKey> was, List<ForeignKey> is) {
        var hidden = Stream.concat(was.stream(), is.stream()).anyMatch(ForeignKey::hidden);
        if (!hidden) {
            parts(Part.FOREIGN_KEY, was, is, ForeignKey::name, ForeignKey::shown, ForeignKey::valid);
            return;
        }
        parts(
                Part.FOREIGN_KEY,
                was.stream().map(ForeignKey::withoutActions).toList(),
                is.stream().map(ForeignKey::withoutActions).toList(),
                ForeignKey::name,
                ForeignKey::shown,
                ForeignKey::valid);
        was.stream()
                .filter(each -> !each.hidden())
                .map(each -> new Unknown(
                        Place.in(table, Part.FOREIGN_KEY, each.name()),
                        "what it does on delete and update is hidden from this user"))
                .forEach(differences::add);
    }

    private <T> void parts(
            Part part,
            List<T> was,
            List<T> is,
            Function<T, String> name,
            Function<T, String> shown,
            Predicate<T> valid) {
        var old = Pairs.byName(was, name);
        var now = Pairs.byName(is, name);
        var come = new ArrayList<>(
                is.stream().filter(each -> !old.containsKey(name.apply(each))).toList());
        for (var before : old.values()) {
            var place = Place.in(table, part, name.apply(before));
            var after = now.get(name.apply(before));
            if (after == null) {
                gone(place, before, come, name, shown);
                continue;
            }
            if (!shown.apply(before).equals(shown.apply(after))) {
                differences.add(new Changed(place, said(part, shown.apply(before)), said(part, shown.apply(after))));
            }
            if (valid.test(before) && !valid.test(after)) {
                differences.add(new Invalid(place));
            }
        }
        for (var after : come) {
            var place = Place.in(table, part, name.apply(after));
            differences.add(new Extra(place, said(part, shown.apply(after)), Optional.empty()));
            if (!valid.test(after)) {
                differences.add(new Invalid(place));
            }
        }
    }

    /** The same under another name is told for an index; the names of constraints are the engine's own as often as not. */
    private <T> void gone(Place place, T before, List<T> come, Function<T, String> name, Function<T, String> shown) {
        var twin = come.stream()
                .filter(each -> shown.apply(each).equals(shown.apply(before)))
                .findFirst();
        if (twin.isEmpty()) {
            differences.add(new Missing(place, said(place.part(), shown.apply(before)), Optional.empty()));
            return;
        }
        come.remove(twin.get());
        if (place.part() == Part.INDEX || place.part() == Part.TRIGGER) {
            differences.add(new Renamed(place, name.apply(twin.get())));
        }
    }

    /** A digest says nothing to a person. */
    private static String said(Part part, String shown) {
        return part == Part.TRIGGER ? "" : shown;
    }
}
