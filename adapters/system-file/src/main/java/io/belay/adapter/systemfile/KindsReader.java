package io.belay.adapter.systemfile;

import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads blocks each of which holds one of several kinds, and keys besides.
 *
 * @param one finds the kind
 * @param home where the system lives
 * @param <T> what a block becomes
 */
record KindsReader<T>(FormReader forms, OneKind<Kind<T>> one, Home home) {
    KindsReader(FormReader forms, String thing, List<Kind<T>> kinds, Home home) {
        this(forms, new OneKind<>(forms.faults(), thing, kinds, Kind::name), home);
    }

    /**
     * What was read of a block.
     *
     * @param kind the entry that names the kind; empty where none does
     * @param thing what it became; empty where anything of it is wrong
     * @param besides the keys beside the kind; empty where anything of them is wrong
     */
    record Item<T>(Node.Block block, Optional<Node.Entry> kind, Optional<T> thing, Optional<Settings> besides) {}

    /** What stands at {@code node}; of what is wrong with the keys of {@code besides} the faults alone say. */
    Optional<Item<T>> read(Shape besides, Node node) {
        var settings = new BlockReader(forms).read(besides, node, one.names());
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var others = besides.keys().stream().map(Key::name).toList();
        var chosen = one.in(block, others);
        return Optional.of(new Item<>(block, chosen.map(OneKind.Chosen::entry), chosen.flatMap(this::bind), settings));
    }

    private Optional<T> bind(OneKind.Chosen<Kind<T>> chosen) {
        var node = chosen.entry().value();
        var settings = new BlockReader(forms).read(chosen.kind().shape(), node, Set.of());
        if (settings.isEmpty() || !(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        // Where the file says it wrongly, that no region is known is no second fault.
        return new Fitting(home.isWrong() ? new Faults() : forms.faults())
                .of(block, () -> chosen.kind().bind(settings.get(), home.cloud()));
    }
}
