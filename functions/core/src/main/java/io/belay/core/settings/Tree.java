package io.belay.core.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A free-form value of the system file, such as a JSON body. Texts may hold secrets and variables. */
public sealed interface Tree {
    /** Keys and values, in the file's order. */
    record Branch(Map<String, Tree> children) implements Tree {
        public Branch {
            children = Settings.ordered(children);
        }
    }

    /** A list. */
    record Row(List<Tree> items) implements Tree {
        public Row {
            items = List.copyOf(items);
        }
    }

    /** A text. */
    record Leaf(Text text) implements Tree {}

    /** A number. */
    record Numeral(BigDecimal number) implements Tree {}

    /** Yes or no. */
    record Flag(boolean flag) implements Tree {}

    /** Nothing: JSON's null. */
    record Nothing() implements Tree {}
}
