package io.belay.rollback;

import io.belay.core.Cause;

/** The cause is one that the system file names. */
final class AskedFor implements Guard {
    @Override
    public String name() {
        return "asked for";
    }

    @Override
    public Answer ask(Situation situation) {
        return switch (situation.cause()) {
            case Cause.Person person -> Answer.met(person.shown());
            case Cause.Alarmed alarmed ->
                Answer.compared(
                        situation.alarm().isPresent(),
                        situation.alarm().isPresent()
                                ? "the system file names alarm " + alarmed.alarm()
                                : "the system file rolls nothing back for " + alarmed.shown(),
                        "alarm",
                        "one of "
                                + situation.spec().when().alarms().stream()
                                        .map(each -> each.alarm())
                                        .toList(),
                        alarmed.alarm());
            case Cause.VerifyFailed failed -> fails(situation, failed);
        };
    }

    private static Answer fails(Situation situation, Cause.VerifyFailed failed) {
        var wanted = situation.spec().when().fails();
        var enough = wanted > 0 && failed.fails() >= wanted;
        return Answer.compared(
                enough,
                enough
                        ? failed.shown()
                        : wanted == 0
                                ? "the system file rolls nothing back for failed health"
                                : "health has failed " + failed.fails() + " of " + wanted + " times in a row",
                "failures in a row",
                wanted == 0 ? "never enough" : ">= " + wanted,
                Integer.toString(failed.fails()));
    }
}
