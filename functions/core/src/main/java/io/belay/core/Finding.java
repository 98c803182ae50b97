package io.belay.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A verdict on one subject.
 *
 * @param subject the name of a check, scenario or database in the system file; of a part, the step's or what was looked at
 * @param kind what was asked: {@code http}, {@code scenario}, {@code postgres}, {@code ledger} and so on
 * @param target where it was asked, fit to show
 * @param verdict what is said of it
 * @param summary one sentence that says why
 * @param evidence the facts it rests on
 * @param took how long it took, waits included
 * @param samples the latency of each sample, in the order taken; empty unless sampled
 * @param parts the findings of a scenario's steps, or of what was looked at of a database; empty otherwise
 */
public record Finding(
        String subject,
        String kind,
        String target,
        Verdict verdict,
        String summary,
        List<Evidence> evidence,
        Duration took,
        List<Duration> samples,
        List<Finding> parts) {
    public Finding {
        requireNonNull(subject, "subject");
        requireNonNull(kind, "kind");
        requireNonNull(target, "target");
        requireNonNull(verdict, "verdict");
        requireNonNull(summary, "summary");
        requireNonNull(took, "took");
        evidence = List.copyOf(evidence);
        samples = List.copyOf(samples);
        parts = List.copyOf(parts);
    }

    /** A finding without samples or parts. */
    public Finding(
            String subject,
            String kind,
            String target,
            Verdict verdict,
            String summary,
            List<Evidence> evidence,
            Duration took) {
        this(subject, kind, target, verdict, summary, evidence, took, List.of(), List.of());
    }

    /** The same finding with every text passed through {@code text}, its parts' as well. */
    public Finding map(UnaryOperator<String> text) {
        return new Finding(
                text.apply(subject),
                kind,
                text.apply(target),
                verdict,
                text.apply(summary),
                evidence.stream().map(each -> each.map(text)).toList(),
                took,
                samples,
                parts.stream().map(each -> each.map(text)).toList());
    }
}
