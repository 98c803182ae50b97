package io.belay.adapter.systemfile;

import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.RollbackStep;
import java.util.Optional;
import java.util.Set;

/** Reads what makes a step of a thing that is put back: its name, and that no other step has the same of either. */
record StepReader(FormReader forms) {
    Optional<RollbackStep> read(KindsReader.Item<ReleaseTarget> item, Set<String> names, Set<String> addresses) {
        var target = item.thing().filter(each -> isOwn(item.kind(), "target", address(each), addresses));
        return name(item, target.map(StepReader::address), names)
                .flatMap(name -> target.map(own -> new RollbackStep(name, own)));
    }

    private static String address(ReleaseTarget target) {
        return target.target().address();
    }

    /** Of a target that stands there already, its name is no second fault. */
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
