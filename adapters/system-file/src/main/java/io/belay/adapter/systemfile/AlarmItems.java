package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.AlarmMeasures.number;
import static io.belay.adapter.systemfile.AlarmMeasures.open;
import static io.belay.adapter.systemfile.AlarmMeasures.texts;

import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.SavedQuery;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.preset.Adjustment;
import io.belay.core.preset.Presets;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What watches over a system, from blocks that were read.
 *
 * @param receivers who can be told, by name
 * @param usual who is told where a thing does not say
 */
record AlarmItems(Map<String, Receiver> receivers, List<Receiver> usual) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long TIMES = 3;

    List<Resource> alarm(Settings block) {
        var times = block.find(AlarmShapes.TIMES).orElse(TIMES).intValue();
        return List.of(new AlarmSpec(
                open(block, AlarmShapes.NAME),
                description(block),
                AlarmMeasures.measure(block),
                AlarmMeasures.limit(block),
                window(block.find(AlarmShapes.PERIOD).orElse(MINUTE), block.find(AlarmShapes.OUT_OF), times),
                missing(block).orElse(Missing.UNKNOWN),
                severity(block).orElse(Severity.CRITICAL),
                told(block),
                block.get(AlarmShapes.RECOVERY),
                block.find(AlarmShapes.REMIND)));
    }

    private static Window window(Duration period, Optional<Long> of, int times) {
        var evaluations = of.map(Long::intValue).orElse(times);
        if (times > evaluations) {
            throw new SettingException(
                    AlarmShapes.OUT_OF.name(), times + " of " + evaluations + " periods; as many as times, or more");
        }
        return new Window(period, evaluations, times);
    }

    List<Resource> composite(Settings block) {
        var hush = block.find(AlarmShapes.HUSH)
                .map(each -> new Composite.Hush(
                        open(each, AlarmShapes.WHILE),
                        each.get(AlarmShapes.PATIENCE),
                        each.get(AlarmShapes.EXTENSION)));
        return List.of(new Composite(
                open(block, AlarmShapes.NAME),
                description(block),
                AlarmRules.of(block.get(AlarmShapes.RED)),
                severity(block).orElse(Severity.CRITICAL),
                told(block),
                block.get(AlarmShapes.RECOVERY),
                hush));
    }

    List<Resource> dashboard(Settings block) {
        var widgets = block.get(AlarmShapes.WIDGETS).stream()
                .map(each -> new Dashboard.Widget(
                        open(each, AlarmShapes.TITLE),
                        each.get(AlarmShapes.WIDGET_MEASURES).stream()
                                .map(AlarmMeasures::measure)
                                .toList()))
                .toList();
        if (widgets.stream().map(Dashboard.Widget::title).distinct().count() != widgets.size()) {
            throw new SettingException(AlarmShapes.WIDGETS.name(), "each picture has a title of its own");
        }
        return List.of(new Dashboard(open(block, AlarmShapes.NAME), widgets));
    }

    List<Resource> retention(Settings block) {
        return texts(block, AlarmShapes.LOGS).stream()
                .<Resource>map(log -> new Retention(
                        log, Optional.of(block.get(AlarmShapes.DAYS).intValue()), block.get(AlarmShapes.FORCE)))
                .toList();
    }

    List<Resource> filter(Settings block) {
        return List.of(new MetricFilter(
                open(block, AlarmShapes.NAME),
                open(block, AlarmShapes.LOG),
                open(block, AlarmShapes.PATTERN),
                open(block, AlarmShapes.NAMESPACE),
                open(block, AlarmShapes.COUNTED),
                open(block, AlarmShapes.VALUE),
                block.find(AlarmShapes.OTHERWISE).map(_ -> number(block, AlarmShapes.OTHERWISE))));
    }

    List<Resource> query(Settings block) {
        return List.of(new SavedQuery(
                open(block, AlarmShapes.NAME), texts(block, AlarmShapes.LOGS), open(block, AlarmShapes.TEXT)));
    }

    List<Resource> budget(Settings block) {
        var limit = number(block, AlarmShapes.LIMIT);
        var said = texts(block, AlarmShapes.AT).stream().map(BigDecimal::new).toList();
        var marks = said.isEmpty()
                ? Stream.concat(
                                Presets.BUDGET_MARKS.stream().filter(each -> each.compareTo(limit) < 0),
                                Stream.of(limit))
                        .toList()
                : said;
        return List.of(new Budget(
                open(block, AlarmShapes.NAME), limit, open(block, AlarmShapes.CURRENCY), marks, told(block)));
    }

    /** What a file says otherwise than a preset, by the names of its rows. */
    static Map<String, Adjustment> adjustments(Settings block) {
        var all = new LinkedHashMap<String, Adjustment>();
        block.find(AlarmShapes.BUT).orElse(Map.of()).forEach((row, but) -> all.put(row, adjustment(but)));
        return all;
    }

    private static Adjustment adjustment(Settings but) {
        return new Adjustment(
                but.find(AlarmShapes.BOUND).map(_ -> number(but, AlarmShapes.BOUND)),
                but.find(AlarmShapes.STATISTIC).map(_ -> new Statistic(open(but, AlarmShapes.STATISTIC))),
                but.find(AlarmShapes.PERIOD),
                but.find(AlarmShapes.OUT_OF)
                        .or(() -> but.find(AlarmShapes.TIMES))
                        .map(Long::intValue),
                but.find(AlarmShapes.TIMES).map(Long::intValue),
                missing(but),
                severity(but),
                but.get(AlarmShapes.OFF));
    }

    private static String description(Settings block) {
        return block.has(AlarmShapes.DESCRIPTION) ? open(block, AlarmShapes.DESCRIPTION) : "";
    }

    private static Optional<Missing> missing(Settings block) {
        return block.find(AlarmShapes.MISSING)
                .flatMap(word -> Arrays.stream(Missing.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst());
    }

    private static Optional<Severity> severity(Settings block) {
        return block.find(AlarmShapes.SEVERITY).map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** Who is told of what stands in {@code block}. */
    List<Receiver> told(Settings block) {
        return block.has(AlarmShapes.TELL) ? found(texts(block, AlarmShapes.TELL), receivers) : usual;
    }

    static List<Receiver> found(List<String> names, Map<String, Receiver> receivers) {
        return names.stream()
                .map(name -> Optional.ofNullable(receivers.get(name))
                        .orElseThrow(() -> new SettingException(
                                AlarmShapes.TELL.name(),
                                receivers.isEmpty()
                                        ? name + " is nobody: there are no receivers"
                                        : name + " is no receiver; " + Words.nearestOf(name, receivers.keySet()))))
                .toList();
    }
}
