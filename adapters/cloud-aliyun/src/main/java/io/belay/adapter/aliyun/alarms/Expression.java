package io.belay.adapter.aliyun.alarms;

import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something computed of several metrics of one thing, as CloudMonitor writes it in one line with its bound: {@code
 * 100 * @errors[60].$Sum / @calls[60].$Sum > 5} ({@code ExpressionRaw}).
 *
 * @param measure with the names m1, m2 and so on for its metrics, in the order in which they first stand there
 * @param period in seconds
 */
record Expression(Measure.Maths measure, Limit.Threshold limit, long period) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern ARITHMETIC = Pattern.compile("[\\w\\s.+*/()-]+");
    private static final Pattern METRIC = Pattern.compile("@([^\\[\\s]+)\\[(\\d{1,9})]\\.\\$(\\w+)");
    private static final Pattern WHOLE = Pattern.compile("(.*?)\\s*(<=|>=|<|>)\\s*(-?\\d+(?:\\.\\d+)?)\\s*");

    /** The line for {@code maths}; empty where it says more than numbers, the names of its metrics, and {@code + - * / ( )}. */
    static Optional<String> written(Measure.Maths maths, Limit.Threshold limit, long period) {
        if (!ARITHMETIC.matcher(maths.expression()).matches()) {
            return Optional.empty();
        }
        var unknown = WORD.matcher(maths.expression())
                .results()
                .anyMatch(each -> !maths.metrics().containsKey(each.group()));
        if (unknown) {
            return Optional.empty();
        }
        var line = WORD.matcher(maths.expression()).replaceAll(each -> {
            var metric = Optional.ofNullable(maths.metrics().get(each.group())).orElseThrow();
            return Matcher.quoteReplacement(
                    "@" + metric.name() + "[" + period + "].$" + Words.written(metric.statistic()));
        });
        return Optional.of(line.strip() + " " + limit.comparison().sign() + " "
                + limit.bound().toPlainString());
    }

    /** What {@code line} says of metrics of {@code namespace}; empty where it says something else. */
    static Optional<Expression> read(String line, String namespace, SortedMap<String, String> dimensions) {
        var whole = WHOLE.matcher(line);
        if (!whole.matches()) {
            return Optional.empty();
        }
        var names = new HashMap<String, String>();
        var metrics = new TreeMap<String, Measure.Metric>();
        var periods = new TreeMap<Long, Boolean>();
        var text = METRIC.matcher(whole.group(1)).replaceAll(each -> {
            periods.put(Long.parseLong(each.group(2)), true);
            var name = names.computeIfAbsent(each.group(), _ -> "m" + (names.size() + 1));
            metrics.put(name, new Measure.Metric(namespace, each.group(1), dimensions, Words.statistic(each.group(3))));
            return name;
        });
        if (periods.size() != 1 || !ARITHMETIC.matcher(text).matches()) {
            return Optional.empty();
        }
        return Words.sign(whole.group(2))
                .map(comparison -> new Expression(
                        new Measure.Maths(text, metrics),
                        new Limit.Threshold(comparison, new BigDecimal(whole.group(3))),
                        periods.firstKey()));
    }
}
