package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is measured: one number a period. */
public sealed interface Measure {
    /** In one line, always the same for the same. */
    String shown();

    /**
     * What is worth watching of a subject, in no cloud's words. A canonical form never holds one.
     *
     * @param subject what {@link Signal#subject} asks for: {@code function} to {@code serve}
     */
    record Of(Signal signal, SortedMap<String, String> subject, Statistic statistic) implements Measure {
        public Of {
            requireNonNull(signal, "signal");
            subject = sorted(subject);
            requireNonNull(statistic, "statistic");
            if (!subject.keySet().equals(new TreeSet<>(signal.subject()))) {
                throw new IllegalArgumentException(
                        signal.word() + " is of " + signal.subject() + ", found " + subject.keySet());
            }
        }

        /** The signal of the only thing it is of. */
        public static Of only(Signal signal, String subject, Statistic statistic) {
            return new Of(signal, new TreeMap<>(Map.of(signal.subject().getFirst(), subject)), statistic);
        }

        @Override
        public String shown() {
            return statistic + " of " + signal.word() + " " + Measure.shown(subject);
        }
    }

    /**
     * A metric that a cloud keeps, in its own words.
     *
     * @param namespace {@code AWS/Lambda}, {@code acs_fc}
     * @param dimensions which of its series: {@code FunctionName} to {@code serve}
     */
    record Metric(String namespace, String name, SortedMap<String, String> dimensions, Statistic statistic)
            implements Measure {
        public Metric {
            requireNonNull(namespace, "namespace");
            requireNonNull(name, "name");
            dimensions = sorted(dimensions);
            requireNonNull(statistic, "statistic");
        }

        @Override
        public String shown() {
            return statistic + " of " + namespace + " " + name + " " + Measure.shown(dimensions);
        }
    }

    /**
     * Something computed of metrics.
     *
     * @param expression in the cloud's words: {@code 100 * errors / calls}
     * @param metrics each by the name that the expression has for it
     */
    record Maths(String expression, SortedMap<String, Metric> metrics) implements Measure {
        public Maths {
            requireNonNull(expression, "expression");
            metrics = sorted(metrics);
            if (metrics.isEmpty()) {
                throw new IllegalArgumentException("what is computed is computed of at least one metric");
            }
        }

        @Override
        public String shown() {
            return metrics.entrySet().stream()
                    .map(each -> each.getKey() + " = " + each.getValue().shown())
                    .collect(Collectors.joining("; ", expression + " where ", ""));
        }
    }

    /**
     * A question in the language of the store, which answers with numbers.
     *
     * @param text PromQL, for Prometheus
     */
    record Query(String text) implements Measure {
        public Query {
            requireNonNull(text, "text");
        }

        @Override
        public String shown() {
            return text;
        }
    }

    private static String shown(SortedMap<String, String> names) {
        return names.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static <V> SortedMap<String, V> sorted(SortedMap<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
