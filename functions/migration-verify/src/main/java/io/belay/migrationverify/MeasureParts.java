package io.belay.migrationverify;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.fact.Latencies;
import io.belay.core.fact.Value;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.Expected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is said of rows, of the server's version and of how fast it answers. */
record MeasureParts(Expected expected, DatabaseReading reading, Flight flight) {
    List<Finding> findings() {
        var parts = new ArrayList<Finding>();
        expected.version()
                .ifPresent(version -> parts.add(judged(
                        "server",
                        "server",
                        Evidence.compared(
                                "version",
                                version.shown(),
                                reading.server().version(),
                                version.holds(Value.of(reading.server().version()))))));
        for (int i = 0; i < expected.rows().size(); i++) {
            parts.add(row(expected.rows().get(i), i));
        }
        expected.latency().ifPresent(check -> parts.add(latency(check)));
        return parts;
    }

    private Finding row(Expected.RowCheck check, int index) {
        if (index >= reading.rows().size()) {
            return Parts.of(check.name(), "rows", Verdict.UNKNOWN, "it was not asked", List.of());
        }
        return switch (reading.rows().get(index)) {
            case Part.Unread<Value>(var fault) -> Parts.unread(check.name(), "rows", fault);
            case Part.Seen<Value>(var value) -> {
                var met = check.value().holds(value);
                var evidence = Evidence.compared("value", check.value().shown(), value.shown(), met);
                var part = judged(check.name(), "rows", evidence);
                yield met || !flight.on()
                        ? part
                        : Parts.of(
                                check.name(),
                                "rows",
                                flight.weigh(part.verdict()),
                                flight.told(part.summary()),
                                part.evidence());
            }
        };
    }

    private Finding latency(Expected.LatencyCheck check) {
        return switch (reading.latencies()) {
            case Part.Unread<List<Duration>>(var fault) -> Parts.unread("latency", "latency", fault);
            case Part.Seen<List<Duration>>(var samples) -> {
                if (samples.size() < check.samples()) {
                    yield Parts.of(
                            "latency",
                            "latency",
                            Verdict.UNKNOWN,
                            samples.size() + " of " + check.samples() + " samples",
                            List.of());
                }
                var p95 = Value.of(new Latencies(samples).percentile(95));
                var part = judged(
                        "latency",
                        "latency",
                        Evidence.compared(
                                "p95",
                                check.p95().shown(),
                                p95.shown(),
                                check.p95().holds(p95)));
                yield new Finding(
                        part.subject(),
                        part.kind(),
                        part.target(),
                        part.verdict(),
                        part.summary() + " over " + samples.size() + " samples",
                        part.evidence(),
                        new Latencies(samples).sum(),
                        samples,
                        List.of());
            }
        };
    }

    private static Finding judged(String subject, String kind, Evidence evidence) {
        var said = evidence.fact() + (evidence.met() ? " " : " is ") + evidence.observed();
        return Parts.of(
                subject,
                kind,
                evidence.met() ? Verdict.PASS : Verdict.FAIL,
                evidence.met()
                        ? said
                        : said + ", expected " + evidence.expected().orElse("otherwise"),
                List.of(evidence));
    }
}
