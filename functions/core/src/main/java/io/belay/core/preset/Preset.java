package io.belay.core.preset;

import static java.util.Objects.requireNonNull;

import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The alarms that are worth having on one kind of thing.
 *
 * @param name as the system file writes it: {@code lambda}
 * @param summary what it watches, in one line
 * @param rows no two of the same name
 */
public record Preset(String name, String summary, List<Row> rows) {
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9-]+");

    public Preset {
        requireNonNull(name, "name");
        requireNonNull(summary, "summary");
        rows = List.copyOf(rows);
    }

    /** What has to be named of each thing that it is put on: {@code cluster}, {@code service}. */
    public List<String> subject() {
        return rows.stream()
                .flatMap(each -> each.signal().subject().stream())
                .distinct()
                .toList();
    }

    /**
     * Its alarms on one thing, by the names {@code shop_prod_serve_errors}.
     *
     * @param subject each of {@link #subject}
     * @param adjustments by the names of rows
     * @throws IllegalArgumentException where something of the subject is not named, or an adjustment is of no row
     */
    public List<AlarmSpec> alarms(
            Owner owner,
            SortedMap<String, String> subject,
            Map<String, Adjustment> adjustments,
            List<Receiver> receivers) {
        var names = rows.stream().map(Row::name).toList();
        if (!names.containsAll(adjustments.keySet())) {
            throw new IllegalArgumentException("preset " + name + " has " + names + ", found " + adjustments.keySet());
        }
        var alarms = new ArrayList<AlarmSpec>();
        for (var row : rows) {
            var adjustment = adjustments.getOrDefault(row.name(), Adjustment.NONE);
            if (!adjustment.off()) {
                alarms.add(alarm(owner, row, adjustment, subject, receivers));
            }
        }
        return alarms;
    }

    private AlarmSpec alarm(
            Owner owner, Row row, Adjustment adjustment, SortedMap<String, String> subject, List<Receiver> receivers) {
        var own = new TreeMap<>(subject);
        own.keySet().retainAll(row.signal().subject());
        var limit = new Limit.Threshold(
                row.limit().comparison(), adjustment.bound().orElse(row.limit().bound()));
        return new AlarmSpec(
                owner.prefix()
                        + OTHER.matcher(String.join("-", subject.values())).replaceAll("-") + "_" + row.name(),
                "preset " + name + "; " + row.from(),
                new Measure.Of(row.signal(), own, adjustment.statistic().orElse(row.statistic())),
                limit,
                adjustment.window(row.window()),
                adjustment.missing().orElse(row.missing()),
                adjustment.severity().orElse(row.severity()),
                receivers,
                true,
                Optional.empty());
    }
}
