package io.belay.adapter.deliveries;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Several deliveries in one body: what is wrong with one does not silence its neighbours. */
final class Entries {
    private Entries() {}

    static List<Delivery> each(Spot list, Function<Spot, Delivery> reader) {
        var answers = new ArrayList<Delivery>();
        for (var entry : list.items()) {
            answers.add(one(entry, reader));
        }
        if (answers.isEmpty()) {
            throw new NotRead(list.place(), "an empty list", "one entry or more");
        }
        return answers;
    }

    private static Delivery one(Spot entry, Function<Spot, Delivery> reader) {
        try {
            return reader.apply(entry);
        } catch (NotRead wrong) {
            return wrong.refused();
        }
    }
}
