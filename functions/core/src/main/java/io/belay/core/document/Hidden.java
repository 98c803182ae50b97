package io.belay.core.document;

import io.belay.core.document.Document.End;
import io.belay.core.document.Document.Items;
import io.belay.core.document.Document.Members;
import io.belay.core.fact.Value;
import java.util.LinkedHashMap;

/** A part of an answer of which no more is told than what there is. */
final class Hidden {
    private Hidden() {}

    static Document all(Document part) {
        return switch (part) {
            case Members(var children) -> {
                var hidden = new LinkedHashMap<String, Document>();
                children.forEach((name, child) -> hidden.put(name, all(child)));
                yield new Members(hidden);
            }
            case Items(var items) -> new Items(items.stream().map(Hidden::pair).toList());
            case End(Value.Absent absent) -> new End(absent);
            case End(var value) -> new End(Value.of(value.shown().isEmpty() ? "empty" : "set"));
        };
    }

    /** One of a list: what it is called is no secret. */
    private static Document pair(Document item) {
        if (!(item instanceof Members(var children))) {
            return all(item);
        }
        var hidden = new LinkedHashMap<String, Document>();
        children.forEach((name, child) -> hidden.put(name, name.equalsIgnoreCase("name") ? child : all(child)));
        return new Members(hidden);
    }
}
