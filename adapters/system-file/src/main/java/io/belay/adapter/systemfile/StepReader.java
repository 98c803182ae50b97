package io.belay.adapter.systemfile;

import io.belay.core.probe.Target;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads what makes a step, or a stop, of a thing: its name, and that no other has the same of either.
 *
 * @param target where a thing is
 * @param made of its name and the thing
 */
record StepReader<T, R>(FormReader forms, Function<T, Target> target, BiFunction<String, T, R> made) {
    Optional<R> read(KindsReader.Item<T> item, Set<String> names, Set<String> addresses) {
        var thing = item.thing().filter(each -> isOwn(item.kind(), "target", address(each), addresses));
        return name(item, thing.map(this::address), names).flatMap(name -> thing.map(own -> made.apply(name, own)));
    }

    private String address(T thing) {
        return target.apply(thing).address();
    }

    /** Of a thing that stands there already, its name is no second fault. */
    private Optional<String> name(KindsReader.Item<?> item, Optional<String> byDefault, Set<String> names) {
        return item.block().value(RollbackShapes.STEP_NAME.name()).isPresent()
                ? new NameReader(forms.faults(), forms.texts()).read(item.block(), names)
                : byDefault.filter(address -> isOwn(item.kind(), "name", address, names));
    }

    private boolean isOwn(Optional<Node.Entry> entry, String what, String said, Set<String> before) {
        var isNew = before.add(said);
        entry.filter(_ -> !isNew)
                .ifPresent(at -> forms.faults()
                        .add(
                                at.at(),
                                "the " + what + " " + Words.quoted(said) + " a second time",
                                "a " + what + " of its own"));
        return isNew;
    }
}
