package io.belay.health;

import io.belay.core.Correlation;
import io.belay.core.Finding;
import io.belay.core.check.Scenario;
import io.belay.core.round.Subject;

/** A scenario: what it says is what its run found. */
record ScenarioSubject(Scenario scenario, Asker asker, Correlation correlation) implements Subject {
    @Override
    public String name() {
        return scenario.name();
    }

    @Override
    public String kind() {
        return "scenario";
    }

    @Override
    public Finding find() throws InterruptedException {
        return new ScenarioRun(scenario, asker, Variables.start(scenario, asker.time(), correlation)).run();
    }
}
