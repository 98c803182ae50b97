package io.belay.rollback;

import io.belay.core.Evidence;
import io.belay.core.release.RollbackGuards;
import io.belay.core.release.SchemaGate;
import io.belay.core.script.Additivity;
import java.util.List;
import java.util.stream.Collectors;

/** What was applied to the databases since the stamp only added: the code of that moment runs on them. */
final class SchemaStillFits implements Guard {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public Answer ask(Situation situation) throws InterruptedException {
        if (situation.limits().schema() == RollbackGuards.Schema.IGNORED) {
            return Answer.met("the system file ignores the schema");
        }
        var heads = situation.moves().stream()
                .map(each -> each.stamp().heads())
                .distinct()
                .toList();
        for (var each : heads) {
            var since = situation.ports().schema().since(each, situation.ports().deadline());
            if (!(since.answer() instanceof Additivity.Additive)) {
                return refused(each.toString(), since);
            }
        }
        return Answer.met(
                "what was applied since the stamp only added", Evidence.noted("heads of the stamp", heads.toString()));
    }

    private static Answer refused(String heads, SchemaGate.Since since) {
        var way = "; a safe way is forward: mend the release on the schema as it is";
        return switch (since.answer()) {
            case Additivity.Additive _ -> Answer.met("additive");
            case Additivity.NotAdditive not ->
                Answer.refused(
                        "the code of " + heads + " cannot run on the databases as they are" + way,
                        evidence(since, not.reasons()));
            case Additivity.Unclear unclear ->
                Answer.refused(
                        "it cannot be told whether the code of " + heads + " runs on the databases as they are" + way,
                        evidence(since, unclear.reasons()));
        };
    }

    private static Evidence evidence(SchemaGate.Since since, List<Additivity.Reason> reasons) {
        return Evidence.compared(
                "applied since the stamp",
                "nothing, or what only adds",
                String.join(", ", since.migrations()) + ": "
                        + reasons.stream().map(Additivity.Reason::why).collect(Collectors.joining("; ")),
                false);
    }
}
