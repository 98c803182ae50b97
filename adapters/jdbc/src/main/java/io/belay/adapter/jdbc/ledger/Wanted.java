package io.belay.adapter.jdbc.ledger;

import io.belay.core.migration.LedgerChoice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tables are looked for, and what they are taken for.
 *
 * @param layouts the more particular first
 * @param schema the only schema; empty for any
 */
record Wanted(List<Layout> layouts, Optional<String> schema) {
    private static final String RAILS_OWN = "ar_internal_metadata";

    Wanted {
        layouts = List.copyOf(layouts);
    }

    /** A ledger. */
    record Found(Place place, Layout layout) {}

    static Wanted of(LedgerChoice choice) {
        return switch (choice) {
            case LedgerChoice.Auto _ -> new Wanted(Layouts.ALL, Optional.empty());
            case LedgerChoice.None _ -> new Wanted(List.of(), Optional.empty());
            case LedgerChoice.Known known -> {
                var layout = Layouts.of(known.tool());
                yield new Wanted(List.of(known.table().map(layout::in).orElse(layout)), known.schema());
            }
            case LedgerChoice.Custom custom -> new Wanted(List.of(Layouts.custom(custom)), custom.schema());
        };
    }

    /** Every table's name that matters, the lock tables' too. */
    Set<String> names() {
        return Stream.concat(layouts.stream().flatMap(Wanted::namesOf), Stream.of(RAILS_OWN))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> namesOf(Layout layout) {
        var beside = layout.lock() instanceof Layout.LockRule.Beside rule
                ? layout.tables().stream().map(table -> table + rule.suffix())
                : Stream.<String>of();
        return Stream.concat(layout.tables().stream(), beside);
    }

    /** The ledgers among {@code places}. */
    List<Found> among(List<Place> places) {
        return places.stream()
                .filter(place -> schema.isEmpty() || schema.get().equals(place.schema()))
                .flatMap(place -> layouts.stream()
                        .filter(layout ->
                                named(layout, place) && layout.fits(place) && !isAnothers(layout, place, places))
                        .limit(1)
                        .map(layout -> new Found(place, layout)))
                .toList();
    }

    private static boolean named(Layout layout, Place place) {
        return layout.tables().stream().anyMatch(place.table()::equalsIgnoreCase);
    }

    /** Among several tools, Rails is told from dbmate by its second table; who is asked for by name is believed. */
    private boolean isAnothers(Layout layout, Place place, List<Place> places) {
        return layouts.size() > 1
                && layout.tool().equals(Layouts.RAILS.tool())
                && places.stream()
                        .noneMatch(other -> other.schema().equals(place.schema())
                                && other.table().equalsIgnoreCase(RAILS_OWN));
    }

    /** The tables that bear a ledger's name, shown. */
    List<String> named(List<Place> places) {
        return places.stream()
                .filter(place -> schema.isEmpty() || schema.get().equals(place.schema()))
                .filter(place -> layouts.stream().anyMatch(layout -> named(layout, place)))
                .map(Place::shown)
                .toList();
    }

    /** Why there is no ledger. */
    String missing(List<Place> places) {
        var named = named(places);
        if (!named.isEmpty()) {
            return "no ledger that is known: " + String.join(", ", named) + " has other columns";
        }
        return layouts.size() > 1
                ? "no ledger that is known, or none that this user may see"
                : "no table " + schema.map(name -> name + ".").orElse("")
                        + String.join(" or ", layouts.getFirst().tables()) + ", or none that this user may see";
    }
}
