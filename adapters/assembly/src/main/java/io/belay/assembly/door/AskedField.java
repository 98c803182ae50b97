package io.belay.assembly.door;

import io.belay.assembly.Bundle;
import io.belay.assembly.Fleet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a caller may say, and to which function. */
enum AskedField {
    /** The subjects to look at. */
    ONLY("only"),
    /** How long the caller will wait. */
    WITHIN("within"),
    /** The person who asks. */
    BY("by"),
    /** The plan that the person looked at. */
    PLAN("plan"),
    /** Health failed. */
    FAILED("failed"),
    /** The revisions whose quarantine is lifted. */
    REVISIONS("revisions"),
    /** Which system, where there are several. */
    SYSTEM("system"),
    /** How often the clock that calls does so. */
    TICK("tick");

    private final String word;

    AskedField(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** What may be said to {@code function}: of a rollback no caller chooses a part, a target or a revision. */
    static Set<AskedField> of(String function) {
        return switch (function) {
            case Fleet.SYSTEMS -> EnumSet.of(WITHIN);
            case Bundle.ROLLBACK, Bundle.ROLLBACK_PLAN -> EnumSet.of(WITHIN, BY, PLAN, FAILED, SYSTEM);
            case Bundle.VERIFY -> EnumSet.of(WITHIN, SYSTEM, TICK);
            case Bundle.STAMP -> EnumSet.of(WITHIN, SYSTEM);
            case Bundle.CLEAR -> EnumSet.of(WITHIN, BY, REVISIONS, SYSTEM);
            case Bundle.ALARMS_APPLY -> EnumSet.of(ONLY, WITHIN, BY, PLAN, SYSTEM);
            case Bundle.STOP, Bundle.RESUME, Bundle.ALARMS_DRILL -> EnumSet.of(ONLY, WITHIN, BY, SYSTEM);
            default -> EnumSet.of(ONLY, WITHIN, SYSTEM);
        };
    }

    /** Whether those to whom {@code fields} may be said listen to a person alone. */
    static boolean personal(Set<AskedField> fields) {
        return fields.contains(BY) && !fields.contains(FAILED);
    }

    static Optional<AskedField> find(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** {@code only and within}. */
    static String list(Set<AskedField> fields) {
        var words = fields.stream().map(AskedField::word).toList();
        return words.size() == 1
                ? words.getFirst()
                : words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " and " + words.getLast();
    }
}
