package io.belay.adapter.systemfile;

import java.util.List;
import java.util.Optional;

/** A value of the file, before anything is known of what it should be. */
sealed interface Node {
    Place at();

    /** How a fault calls it. */
    String called();

    /** A single value; {@code plain} where it stands without quotes. */
    record Scalar(Place at, String text, boolean plain) implements Node {
        @Override
        public String called() {
            if (Scalars.isNothing(this)) {
                return "nothing";
            }
            return plain && Words.isWord(text) ? text : Words.quoted(text);
        }
    }

    /** A list. */
    record Row(Place at, List<Node> items) implements Node {
        @Override
        public String called() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** Keys and values; no key stands twice. */
    record Block(Place at, List<Entry> entries) implements Node {
        @Override
        public String called() {
            return entries.isEmpty() ? "an empty block" : "a block of keys";
        }

        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        Optional<Node> value(String key) {
            return entry(key).map(Entry::value);
        }
    }

    /** Something that was refused already: no more is said of it. */
    record Refused(Place at) implements Node {
        @Override
        public String called() {
            return "something refused";
        }
    }

    /** A key, where it stands, and its value. */
    record Entry(String key, Place at, Node value) {}
}
