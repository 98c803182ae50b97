package io.belay.core.settings;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one value is written in the system file. The decoder and the published JSON Schema both follow it.
 *
 * @param <T> what it is once read
 */
public sealed interface Form<T> {
    /** Any text; {@code like} is what it must match as a whole once revealed. */
    record OfText(Optional<Pattern> like) implements Form<Text> {}

    /** A whole number from {@code least} to {@code most}. */
    record OfWhole(long least, long most) implements Form<Long> {}

    /** A span of time such as {@code 350ms}, {@code 5s}, {@code 2m}, {@code 6h} or {@code 30d}. */
    record OfSpan(Duration least, Duration most) implements Form<Duration> {}

    /** A size such as {@code 512KB} or {@code 10MB}, in bytes; units are powers of 1,024. */
    record OfSize(long least, long most) implements Form<Long> {}

    /** {@code true} or {@code false}. */
    record OfFlag() implements Form<Boolean> {}

    /** One of a few words. */
    record OfChoice(List<String> words) implements Form<String> {
        public OfChoice {
            words = List.copyOf(words);
        }
    }

    /** A URL of one of these schemes. */
    record OfAddress(Set<String> schemes) implements Form<Address> {
        public OfAddress {
            schemes = Set.copyOf(schemes);
        }
    }

    /** A list; a single item may be written without its dash. */
    record OfList<T>(Form<T> item, int least, int most) implements Form<List<T>> {
        public OfList {
            requireNonNull(item, "item");
        }
    }

    /** Names of the author's choice, each with a value. */
    record OfMap<T>(Form<T> value) implements Form<Map<String, T>> {
        public OfMap {
            requireNonNull(value, "value");
        }
    }

    /** A block with keys of its own. */
    record OfBlock(Shape shape) implements Form<Settings> {
        public OfBlock {
            requireNonNull(shape, "shape");
        }
    }

    /** Whatever JSON can say. */
    record OfTree() implements Form<Tree> {}
}
