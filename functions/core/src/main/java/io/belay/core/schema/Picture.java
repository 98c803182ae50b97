package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What one database's schema is made of, in words that do not vary with how it was written or dumped. Two pictures are equal
 * where the schemas are. Everything but columns is in the order of its name, whatever order it came in.
 *
 * <p>A name is as the database holds it. A table, view, sequence, type or routine outside the first schema that was read
 * bears its schema and a dot before it.
 *
 * @param engine the database's kind: {@code postgres}, {@code mysql} or {@code mariadb}
 * @param unseen what could not be read, and why; what is covered by it is not known to be missing
 */
public record Picture(
        String engine,
        List<Table> tables,
        List<View> views,
        List<Sequence> sequences,
        List<Enumeration> enumerations,
        List<Routine> routines,
        List<Unseen> unseen) {
    public Picture {
        requireNonNull(engine, "engine");
        tables = sorted(tables, Table::name);
        views = sorted(views, View::name);
        sequences = sorted(sequences, Sequence::name);
        enumerations = sorted(enumerations, Enumeration::name);
        routines = sorted(routines, Routine::name);
        unseen = unseen.stream()
                .sorted(Comparator.comparing(Unseen::part).thenComparing(Unseen::name))
                .toList();
    }

    /** A picture of tables alone. */
    public static Picture of(String engine, List<Table> tables) {
        return new Picture(engine, tables, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static <T> List<T> sorted(List<T> all, Function<T, String> name) {
        return all.stream().sorted(Comparator.comparing(name)).toList();
    }
}
