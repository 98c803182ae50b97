package io.belay.core.preset;

import io.belay.core.Severity;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.fact.Comparison;
import io.belay.core.fact.Spans;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads presets from a table: a line {@code name: summary}, then a line for each of its rows. */
final class PresetTable {
    private static final Pattern HEAD = Pattern.compile("([a-z-]+): (.+)");
    private static final Pattern ROW = Pattern.compile("(?<name>\\S+)\\s+(?<signal>\\S+)\\s+(?<statistic>\\S+)\\s+"
            + "(?<comparison>\\S+)\\s+(?<bound>\\S+)\\s+(?<times>\\d+) x (?<period>\\S+)\\s+(?<missing>\\S+)\\s+"
            + "(?<severity>\\S+)\\s+(?<from>.+)");

    private PresetTable() {}

    static List<Preset> read(String table) {
        var presets = new ArrayList<Preset>();
        for (var line : table.lines().toList()) {
            var head = HEAD.matcher(line);
            if (head.matches()) {
                presets.add(new Preset(head.group(1), head.group(2), List.of()));
                continue;
            }
            var last = presets.removeLast();
            var rows = Stream.concat(last.rows().stream(), Stream.of(row(line))).toList();
            presets.add(new Preset(last.name(), last.summary(), rows));
        }
        return List.copyOf(presets);
    }

    private static Row row(String line) {
        var cells = ROW.matcher(line);
        if (!cells.matches()) {
            throw new IllegalArgumentException("no row of a preset: " + line);
        }
        return new Row(
                cells.group("name"),
                Signal.valueOf(constant(cells.group("signal"))),
                new Statistic(cells.group("statistic")),
                new Limit.Threshold(comparison(cells.group("comparison")), new BigDecimal(cells.group("bound"))),
                Window.of(Spans.read(cells.group("period")).orElseThrow(), Integer.parseInt(cells.group("times"))),
                Missing.valueOf(constant(cells.group("missing"))),
                Severity.valueOf(constant(cells.group("severity"))),
                cells.group("from"));
    }

    private static Comparison comparison(String sign) {
        return Stream.of(Comparison.values())
                .filter(each -> each.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
