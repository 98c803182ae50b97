package io.belay.migrationverify;

import io.belay.core.schema.Glob;
import io.belay.core.schema.Part;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Table;
import io.belay.core.schema.Unseen;
import io.belay.core.schema.View;
import io.belay.migrationverify.Difference.Changed;
import io.belay.migrationverify.Difference.Extra;
import io.belay.migrationverify.Difference.Missing;
import io.belay.migrationverify.Difference.Unknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** In what a schema differs from the one that was recorded. Pure; its time grows with the schema, not with its square. */
public final class SchemaDrift {
    private SchemaDrift() {}

    /**
     * What leads from {@code baseline} to {@code current}, tables first, each with all that is in it. What either picture
     * could not see is {@link Unknown}, never missing.
     *
     * @param ignored what is passed over: a table, view or the like with all in it, or {@code table.name}
     */
    public static List<Difference> between(Picture baseline, Picture current, List<Glob> ignored) {
        if (!baseline.engine().equals(current.engine())) {
            return List.of(new Unknown(
                    Place.of(Part.TABLE, Unseen.ALL),
                    "the baseline is of " + baseline.engine() + ", the database is " + current.engine()));
        }
        var veil = new Veil(baseline.unseen(), current.unseen());
        return Stream.concat(differences(baseline, current).flatMap(veil::through), veil.named())
                .distinct()
                .filter(difference -> ignored.stream()
                        .noneMatch(glob -> glob.matches(difference.place().owner())
                                || glob.matches(difference.place().subject())))
                .sorted(Comparator.comparing(Difference::place, Place.ORDER))
                .toList();
    }

    private static Stream<Difference> differences(Picture was, Picture is) {
        var all = new ArrayList<Difference>(tables(was.tables(), is.tables()));
        all.addAll(Pairs.of(Part.VIEW, was.views(), is.views(), View::name, SchemaDrift::shown));
        all.addAll(Pairs.of(
                Part.SEQUENCE, was.sequences(), is.sequences(), each -> each.name(), each -> each.definition()));
        all.addAll(Pairs.of(
                Part.ENUMERATION,
                was.enumerations(),
                is.enumerations(),
                each -> each.name(),
                each -> "(" + String.join(", ", each.labels()) + ")"));
        all.addAll(Pairs.of(Part.ROUTINE, was.routines(), is.routines(), each -> each.name(), each -> each.hash()));
        return all.stream();
    }

    private static String shown(View view) {
        return (view.stored() ? "stored: " : "") + view.definition();
    }

    private static List<Difference> tables(List<Table> was, List<Table> is) {
        var old = Pairs.byName(was, Table::name);
        var now = Pairs.byName(is, Table::name);
        var differences = new ArrayList<Difference>();
        var gone = was.stream().filter(each -> !now.containsKey(each.name())).toList();
        var come = is.stream().filter(each -> !old.containsKey(each.name())).toList();
        for (var table : gone) {
            differences.add(new Missing(
                    Place.of(Part.TABLE, table.name()),
                    columns(table),
                    twin(table, come, Table::columns, Table::name)));
        }
        for (var table : come) {
            differences.add(new Extra(
                    Place.of(Part.TABLE, table.name()),
                    columns(table),
                    twin(table, gone, Table::columns, Table::name)));
        }
        for (var table : was) {
            var other = now.get(table.name());
            if (other != null && !other.equals(table)) {
                differences.addAll(TableDrift.between(table, other));
            }
        }
        return differences;
    }

    private static String columns(Table table) {
        return table.columns().size() == 1 ? "1 column" : table.columns().size() + " columns";
    }

    /** The name of the only one among {@code others} that is made alike; of none where several are. */
    static <T, K> Optional<String> twin(T one, List<T> others, Function<T, K> made, Function<T, String> name) {
        var key = made.apply(one);
        var alike = others.stream()
                .filter(other -> made.apply(other).equals(key))
                .limit(2)
                .toList();
        return alike.size() == 1 ? Optional.of(name.apply(alike.getFirst())) : Optional.empty();
    }

    /** What could not be read, and what it lets us say. */
    private record Veil(List<Unseen> before, List<Unseen> now, Set<String> dark) {
        Veil(List<Unseen> before, List<Unseen> now) {
            this(before, now, new HashSet<>());
            Stream.concat(before.stream(), now.stream())
                    .filter(each -> !each.all())
                    .map(Unseen::name)
                    .forEach(dark::add);
        }

        /** What is said once of each thing that was there and could not be read. */
        Stream<Difference> named() {
            return Stream.concat(
                    before.stream()
                            .filter(each -> !each.all())
                            .map(each -> unknown(each, "not in the baseline either: ")),
                    now.stream().filter(each -> !each.all()).map(each -> unknown(each, "")));
        }

        private static Difference unknown(Unseen unseen, String begin) {
            return new Unknown(Place.of(unseen.part(), unseen.name()), begin + unseen.why());
        }

        Stream<Difference> through(Difference difference) {
            if (dark.contains(difference.place().owner()) && hidden(difference.place())) {
                return Stream.of();
            }
            return switch (difference) {
                case Missing missing -> Stream.of(covered(missing, now));
                case Extra extra -> Stream.of(covered(extra, before));
                case Changed _, Difference.Renamed _, Difference.Invalid _, Unknown _ -> Stream.of(difference);
            };
        }

        private boolean hidden(Place place) {
            return Stream.concat(before.stream(), now.stream())
                    .anyMatch(each -> each.name().equals(place.owner())
                            && (each.part() == Part.TABLE || each.part() == place.part()));
        }

        private static Difference covered(Difference difference, List<Unseen> unseen) {
            return unseen.stream()
                    .filter(each ->
                            each.all() && each.part() == difference.place().part())
                    .findFirst()
                    .<Difference>map(each -> new Unknown(difference.place(), each.why()))
                    .orElse(difference);
        }
    }
}
