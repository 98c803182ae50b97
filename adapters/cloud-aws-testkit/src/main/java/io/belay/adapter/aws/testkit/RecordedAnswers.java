package io.belay.adapter.aws.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recorded answers of calls that read, for what no state here knows: a network, a database server, a bucket. One is told by the
 * service, the action or the path, and what of the question it is an answer to; a question with other words is one after something
 * that is not there. What is recorded here goes before what a state would say. Thread-safe.
 */
public final class RecordedAnswers {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");
    private static final Pattern AGO = Pattern.compile("\\$\\{(?<as>seconds |millis |)ago (?<span>\\d+[smh])}");

    private final List<Recorded> recorded = new ArrayList<>();
    private final InstantSource clock;

    RecordedAnswers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Records the answers that a text holds, each in the place of the one to the same question. {@code ### URL} begins one and says
     * where it is documented; the line under it is the question: the service as signatures name it, the action, where the service is
     * asked by paths the path with its query, and parameters; then comes the answer, up to the next:
     *
     * <pre>
     * ### https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetHealth.html
     * elasticloadbalancing DescribeTargetHealth TargetGroupArn=${GROUP}
     * &lt;DescribeTargetHealthResponse&gt; ... &lt;/DescribeTargetHealthResponse&gt;
     * </pre>
     *
     * <p>In an answer {@code ${ago 10m}} is the time of ten minutes before it is given (s, m, h), {@code ${seconds ago 10m}} and
     * {@code ${millis ago 10m}} are the same as numbers. A text without {@code ###} is refused, and so is one with a place that
     * {@code values} does not name.
     */
    public synchronized void record(String text, Map<String, String> values) {
        for (var each : Recorded.all(filled(text, values))) {
            recorded.removeIf(each::answersTheSame);
            recorded.add(each);
        }
    }

    private static String filled(String text, Map<String, String> values) {
        var missing = PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !values.containsKey(name))
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no value is given for " + missing);
        }
        return PLACE.matcher(text).replaceAll(found -> values.getOrDefault(found.group(1), ""));
    }

    /** Who answers {@code asked}; empty where nothing of it is recorded. */
    synchronized Optional<Control> control(String service, Asked asked) {
        var known = recorded.stream().filter(each -> each.isOf(service, asked)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Speaking(known));
    }

    private String dated(String body) {
        var now = clock.instant();
        return AGO.matcher(body).replaceAll(found -> time(found, now));
    }

    private static String time(MatchResult found, Instant now) {
        var at = now.minus(Duration.parse("PT" + found.group("span"))).truncatedTo(ChronoUnit.MILLIS);
        return switch (found.group("as")) {
            case "seconds " -> String.valueOf(at.getEpochSecond());
            case "millis " -> String.valueOf(at.toEpochMilli());
            default -> at.toString();
        };
    }

    /** The answers to one question, whatever its parameters. */
    private final class Speaking implements Control {
        private final List<Recorded> known;

        Speaking(List<Recorded> known) {
            this.known = known;
        }

        @Override
        public String action(Asked asked) {
            return known.getFirst().action();
        }

        @Override
        public Answer answer(String action, Asked asked) {
            var body = known.stream()
                    .filter(each -> each.answers(asked))
                    .findFirst()
                    .map(each -> dated(each.body()))
                    // Each service has a code of its own for it, and most end so.
                    .orElseThrow(() -> new Refusal(
                            404, "ResourceNotFoundException", action + " of " + asked.text() + ": not found"));
            return new Answer(200, known.getFirst().isXml() ? "text/xml" : "application/x-amz-json-1.1", body);
        }

        @Override
        public Answer refused(Refusal refusal) {
            return known.getFirst().isXml() ? Xml.refused(refusal, "") : JsonRefusals.of(refusal);
        }
    }
}
