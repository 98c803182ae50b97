package io.belay.core.document;

import io.belay.core.document.Document.End;
import io.belay.core.document.Document.Items;
import io.belay.core.document.Document.Members;
import io.belay.core.fact.Value;
import java.util.List;
import java.util.stream.Stream;

/** One step of a path. */
sealed interface Step {
    /** Where it leads from {@code document}; nothing that is absent among it. */
    Stream<Document> of(Document document);

    /** Whether it can lead to many places. */
    default boolean many() {
        return false;
    }

    /** To the member of a name. */
    record Name(String name) implements Step {
        @Override
        public Stream<Document> of(Document document) {
            return switch (document) {
                case Members(var children) ->
                    Stream.ofNullable(children.get(name)).filter(child -> !absent(child));
                case Items(var items) when items.isEmpty() -> Stream.of(document);
                case Items _, End _ -> Stream.empty();
            };
        }
    }

    /** To an item by its place. */
    record Index(int index) implements Step {
        @Override
        public Stream<Document> of(Document document) {
            return items(document).stream().skip(index).limit(1);
        }
    }

    /** To every item. */
    record Every() implements Step {
        @Override
        public Stream<Document> of(Document document) {
            return items(document).stream();
        }

        @Override
        public boolean many() {
            return true;
        }
    }

    /** To every item of which {@code criterion} holds. */
    record Where(Criterion criterion) implements Step {
        @Override
        public Stream<Document> of(Document document) {
            return items(document).stream().filter(criterion::holds);
        }

        @Override
        public boolean many() {
            return true;
        }
    }

    private static List<Document> items(Document document) {
        return document instanceof Items(var items) ? items : List.of(document);
    }

    private static boolean absent(Document document) {
        return document instanceof End(Value.Absent _);
    }
}
