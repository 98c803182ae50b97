package io.belay.adapter.systemfile;

import io.belay.core.settings.SettingException;
import java.util.Optional;
import java.util.function.Supplier;

/** Binds what was read to what it names; that it does not fit is told of at the key that says so. */
record Fitting(Faults faults) {
    /** What {@code binding} makes of {@code block}. */
    <T> Optional<T> of(Node.Block block, Supplier<T> binding) {
        try {
            return Optional.of(binding.get());
        } catch (SettingException unfit) {
            faults.add(place(block, unfit.key()), "keys that do not fit together", String.valueOf(unfit.getMessage()));
            return Optional.empty();
        }
    }

    /** A key of the block, one below it with a dot between, or a fact that is expected. */
    private static Place place(Node.Block block, String key) {
        var dot = key.indexOf('.');
        if (dot > 0 && block.value(key.substring(0, dot)).orElse(null) instanceof Node.Block inner) {
            return place(inner, key.substring(dot + 1));
        }
        var expected = block.value(ExpectReader.EXPECT)
                .filter(Node.Block.class::isInstance)
                .flatMap(expect -> ((Node.Block) expect).entry(key));
        return block.entry(key)
                .or(() -> expected)
                .map(Node.Entry::at)
                .orElseGet(() -> block.at().missing(key));
    }
}
