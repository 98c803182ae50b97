package io.belay.rollback;

/** Nobody has forbidden it. */
final class KillSwitch implements Guard {
    @Override
    public String name() {
        return "kill switch";
    }

    @Override
    public Answer ask(Situation situation) {
        var off = situation.limits().off();
        return Answer.compared(
                off.isEmpty(),
                off.map(why -> "the kill switch is on: " + why).orElse("the kill switch is off"),
                name(),
                "off",
                off.map(why -> "on: " + why).orElse("off"));
    }
}
