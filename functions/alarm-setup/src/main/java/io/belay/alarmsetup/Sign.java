package io.belay.alarmsetup;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.alarm.Canonical;
import io.belay.core.plan.Change;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a finding is about, as its first evidence says. */
enum Sign {
    /** It is not there, and should be. */
    CREATE("+"),
    /** It is otherwise than it should be. */
    CHANGE("~"),
    /** It bears no mark of ours, and is to. */
    TAKE_OVER("~"),
    /** It is there, and should not be. */
    DELETE("-"),
    /** It would be one of these, and may not. */
    LEAVE("="),
    /** It cannot be expressed. */
    GAP("!");

    private static final String FACT = "change";

    private final String mark;

    Sign(String mark) {
        this.mark = mark;
    }

    static Sign of(Change<Canonical> change) {
        return switch (change) {
            case Change.Create<Canonical> _ -> CREATE;
            case Change.Delete<Canonical> _ -> DELETE;
            case Change.Update<Canonical>(var current, var desired) ->
                current.owner().equals(desired.owner()) ? CHANGE : TAKE_OVER;
        };
    }

    /** The one that a finding bears. */
    static Optional<Sign> of(Finding finding) {
        return finding.evidence().stream()
                .findFirst()
                .filter(each -> each.fact().equals(FACT))
                .flatMap(each -> Stream.of(values())
                        .filter(sign -> sign.word().equals(each.observed()))
                        .findFirst());
    }

    /** In the first column of a plan. */
    String mark() {
        return mark;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    Evidence evidence() {
        return Evidence.noted(FACT, word());
    }
}
