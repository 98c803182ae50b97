package io.belay.bench.cold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What is promised of Belay beside a peer, by their medians.
 *
 * @param said the promise, as a person reads it
 * @param belay whose it is
 * @param peer beside whom
 * @param figure of what
 * @param most Belay's figure is at most so many times the peer's
 */
record Goal(String said, String belay, String peer, ToDoubleFunction<Start> figure, double most) {
    /** All that is promised of a cold start. */
    static final List<Goal> ALL = List.of(
            new Goal(
                    "FC door: 15 times as fast as Spring Cloud Function on Tomcat",
                    Runners.FC,
                    Peers.TOMCAT,
                    Start::millis,
                    1 / 15.0),
            new Goal(
                    "FC door: as fast as Node with Express, to a tenth", Runners.FC, Peers.EXPRESS, Start::millis, 1.1),
            // Bare Node is told of and not promised: a bare server of the JDK's own takes more than twice its time.
            new Goal(
                    "FC door: 1.8 times the JDK's HTTP server with an AOT cache",
                    Runners.FC,
                    Peers.PLAIN,
                    Start::millis,
                    1.8),
            new Goal(
                    "FC door: 0.4 times the memory of Spring Cloud Function on Tomcat",
                    Runners.FC,
                    Peers.TOMCAT,
                    Start::peakMegabytes,
                    0.4),
            new Goal(
                    "Lambda: 10 times as fast as Spring Cloud Function's FunctionInvoker",
                    Runners.LAMBDA,
                    Peers.INVOKER,
                    Start::millis,
                    0.1));

    /** What came of it among {@code standings}. */
    Kept among(List<Standing> standings) {
        var ours = median(belay, standings);
        var theirs = median(peer, standings);
        return new Kept(
                this,
                ours.isPresent() && theirs.isPresent()
                        ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
                        : OptionalDouble.empty(),
                ours.isPresent());
    }

    private OptionalDouble median(String key, List<Standing> standings) {
        return standings.stream()
                .filter(each -> each.runner().key().equals(key))
                .filter(Standing.Measured.class::isInstance)
                .mapToDouble(each -> ((Standing.Measured) each).median(figure))
                .findFirst();
    }

    /**
     * What came of a promise.
     *
     * @param ratio Belay's figure over the peer's; empty where one of them was not measured
     * @param ours whether Belay was measured
     */
    record Kept(Goal goal, OptionalDouble ratio, boolean ours) {
        /** Belay that does not start breaks every promise; a peer that cannot be had breaks none. */
        boolean kept() {
            return ours && (ratio.isEmpty() || ratio.getAsDouble() <= goal.most());
        }

        String line() {
            var measured = ratio.isEmpty()
                    ? "not measured"
                    : String.format(Locale.ROOT, "%.3f of %.3f", ratio.getAsDouble(), goal.most());
            var verdict = ratio.isPresent() || !kept() ? (kept() ? " kept" : " BROKEN") : "";
            return String.format(Locale.ROOT, "  %-72s %s%s", goal.said(), measured, verdict);
        }

        Map<String, Object> fields() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("promise", goal.said());
            ratio.ifPresent(value -> fields.put("ratio", value));
            fields.put("atMost", goal.most());
            fields.put("kept", kept());
            return fields;
        }
    }
}
