package io.belay.adapter.scripts;

import io.belay.core.script.Checksum;
import io.belay.core.script.Judgement;
import io.belay.core.script.Script;
import io.belay.core.script.Script.Role;
import java.util.List;

/** A script whose place in the order is not known yet. */
record Draft(
        String id,
        String description,
        String file,
        Role role,
        List<String> follows,
        List<Checksum> checksums,
        Judgement judgement) {

    static Draft once(String id, String description, String file, List<Checksum> checksums, Judgement judgement) {
        return new Draft(id, description, file, Role.ONCE, List.of(), checksums, judgement);
    }

    Draft as(Role other) {
        return new Draft(id, description, file, other, follows, checksums, judgement);
    }

    Script at(int order, Judgement answer) {
        return new Script(id, description, file, role, order, follows, checksums, answer);
    }
}
