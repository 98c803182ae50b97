package io.belay.health;

import io.belay.core.Finding;
import io.belay.core.check.Check;
import io.belay.core.round.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A check that stands on its own. */
record CheckSubject(Check check, Asker asker) implements Subject {
    @Override
    public String name() {
        return check.name();
    }

    @Override
    public String kind() {
        return check.question().kind().name();
    }

    @Override
    public Finding find() throws InterruptedException {
        var started = asker.time().instant();
        var probe = check.question().bind(Map.of());
        if (check.sampling().isPresent()) {
            var sampling = check.sampling().get();
            var sampled = new SampleRun(check, sampling, probe, asker.of(sampling.atOnce())).run();
            return finding(
                    sampled.attempt(), Duration.between(started, asker.time().instant()), sampled.latencies());
        }
        var attempt = new CheckRun(check, probe, asker).run();
        return finding(attempt, Duration.between(started, asker.time().instant()), List.of());
    }

    private Finding finding(Asking attempt, Duration took, List<Duration> latencies) {
        return new Finding(
                name(),
                kind(),
                attempt.target(),
                check.severity().weigh(attempt.verdict()),
                attempt.summary(),
                attempt.evidence(),
                took,
                latencies,
                List.of());
    }
}
