package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.DrillMark;

/** The cause still stands: the alarm is red at its source, health still fails. */
final class StillSo implements Guard {
    static final String NAME = "still so";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer ask(Situation situation) throws InterruptedException {
        return switch (situation.cause()) {
            case Cause.Person _ -> Answer.met("a person's word is asked of nobody else");
            case Cause.Alarmed _ ->
                situation.alarm().isPresent()
                        ? red(situation.alarm().get().state())
                        : Answer.unknown("nobody can be asked about this alarm");
            case Cause.VerifyFailed _ -> failing(situation);
        };
    }

    private static Answer red(AlarmState state) {
        var observed = state.colour() + state.since().map(at -> " since " + at).orElse("");
        var evidence = Evidence.compared("alarm", "RED", observed, state.colour() == AlarmState.Colour.RED);
        if (DrillMark.read(state.reason()).isPresent()) {
            return Answer.over("alarm " + state.name() + " rings for a drill: " + state.reason(), evidence);
        }
        return switch (state.colour()) {
            case RED -> Answer.met("alarm " + state.name() + " is red: " + state.reason(), evidence);
            case GREEN -> Answer.over("alarm " + state.name() + " is not red any more", evidence);
            case UNKNOWN ->
                Answer.unknown("alarm " + state.name() + " is neither red nor green: " + state.reason(), evidence);
        };
    }

    private static Answer failing(Situation situation) {
        var verdict = situation.ports().health(situation.ports().deadline()).verdict();
        return switch (verdict) {
            case FAIL -> Answer.met("health, asked again, still fails", evidence(verdict.name(), true));
            case PASS, WARN -> Answer.over("health, asked again, passes", evidence(verdict.name(), false));
            case UNKNOWN -> Answer.unknown("health, asked again, cannot tell", evidence(verdict.name(), false));
        };
    }

    private static Evidence evidence(String verdict, boolean met) {
        return Evidence.compared("health", "FAIL", verdict, met);
    }
}
