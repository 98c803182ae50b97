package io.belay.migrationverify;

import io.belay.core.schema.Part;
import io.belay.migrationverify.Difference.Changed;
import io.belay.migrationverify.Difference.Extra;
import io.belay.migrationverify.Difference.Missing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Things of one part, before and now, held together by their names. */
final class Pairs {
    private Pairs() {}

    /** The first of each name, in their order. */
    static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        var byName = new LinkedHashMap<String, T>();
        all.forEach(each -> byName.putIfAbsent(name.apply(each), each));
        return byName;
    }

    /** Differences of things that belong to no table. */
    static <T> List<Difference> of(
            Part part, List<T> was, List<T> is, Function<T, String> name, Function<T, String> shown) {
        var old = byName(was, name);
        var now = byName(is, name);
        var differences = new ArrayList<Difference>();
        old.forEach((own, before) -> {
            var place = Place.of(part, own);
            var after = now.get(own);
            if (after == null) {
                differences.add(new Missing(place, said(part, shown.apply(before)), Optional.empty()));
                return;
            }
            if (!shown.apply(after).equals(shown.apply(before))) {
                differences.add(new Changed(place, shown.apply(before), shown.apply(after)));
            }
        });
        now.forEach((own, after) -> {
            if (!old.containsKey(own)) {
                differences.add(new Extra(Place.of(part, own), said(part, shown.apply(after)), Optional.empty()));
            }
        });
        return differences;
    }

    /** A digest says nothing to a person. */
    private static String said(Part part, String shown) {
        return part == Part.ROUTINE ? "" : shown;
    }
}
