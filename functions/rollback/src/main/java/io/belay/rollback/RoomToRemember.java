package io.belay.rollback;

import io.belay.core.Evidence;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.MemoryText;

/** The journal of it fits on each target: what cannot be remembered could happen twice. */
final class RoomToRemember implements Guard {
    @Override
    public String name() {
        return "room to remember";
    }

    @Override
    public Answer ask(Situation situation) {
        for (var move : situation.moves()) {
            var journal = new Journal(
                    situation.rollback(),
                    move.from(),
                    move.to(),
                    Journal.State.VERIFIED,
                    situation.now(),
                    situation.now());
            try {
                var _ = MemoryText.write(
                        Memory.EMPTY.with(journal), move.step().target().room());
            } catch (IllegalArgumentException tooLong) {
                var why = String.valueOf(tooLong.getMessage());
                return Answer.refused(
                        move.step().name() + " has no room for the journal",
                        Evidence.compared(move.step().name(), "room for the journal", why, false));
            }
        }
        return Answer.met("the journal fits on each target");
    }
}
