package io.belay.adapter.systemfile;

import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.fact.Comparison;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is measured, and what it has to do, from blocks that were read. What does not fit is a {@link SettingException}. */
final class AlarmMeasures {
    private static final Map<Key<Text>, Comparison> COMPARISONS = Map.of(
            AlarmShapes.ABOVE, Comparison.ABOVE,
            AlarmShapes.BELOW, Comparison.BELOW,
            AlarmShapes.AT_LEAST, Comparison.AT_LEAST,
            AlarmShapes.AT_MOST, Comparison.AT_MOST);

    private AlarmMeasures() {}

    /** The one measure in {@code block}. */
    static Measure measure(Settings block) {
        only(block, "measure", AlarmShapes.MEASURES);
        return block.find(AlarmShapes.SIGNAL)
                .map(AlarmMeasures::signal)
                .or(() -> block.find(AlarmShapes.METRIC_BLOCK).map(AlarmMeasures::metric))
                .or(() -> block.find(AlarmShapes.MATHS).map(AlarmMeasures::maths))
                .orElseGet(() -> new Measure.Query(open(block, AlarmShapes.QUERY)));
    }

    private static Measure signal(Settings block) {
        var word = block.get(AlarmShapes.SIGNAL_NAME);
        var signal = Arrays.stream(Signal.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
        var subject = named(block, AlarmShapes.OF);
        if (!subject.keySet().equals(Set.copyOf(signal.subject()))) {
            throw new SettingException(
                    AlarmShapes.SIGNAL.name() + "." + AlarmShapes.OF.name(),
                    word + " is of " + Words.oneOf(signal.subject()) + ", found " + subject.keySet());
        }
        return new Measure.Of(signal, subject, statistic(block));
    }

    private static Measure.Metric metric(Settings block) {
        return new Measure.Metric(
                open(block, AlarmShapes.NAMESPACE),
                open(block, AlarmShapes.METRIC_NAME),
                named(block, AlarmShapes.DIMENSIONS),
                statistic(block));
    }

    private static Measure maths(Settings block) {
        var metrics = new TreeMap<String, Measure.Metric>();
        block.get(AlarmShapes.METRICS).forEach((name, metric) -> metrics.put(name, metric(metric)));
        if (metrics.isEmpty()) {
            throw new SettingException(
                    AlarmShapes.MATHS.name() + "." + AlarmShapes.METRICS.name(), "one metric at least to compute with");
        }
        return new Measure.Maths(open(block, AlarmShapes.EXPRESSION), metrics);
    }

    private static Statistic statistic(Settings block) {
        return new Statistic(open(block, AlarmShapes.STATISTIC));
    }

    /** The one limit in {@code block}. */
    static Limit limit(Settings block) {
        only(block, "limit", AlarmShapes.LIMITS);
        return block.find(AlarmShapes.BAND)
                .<Limit>map(band -> new Limit.Band(
                        number(band, AlarmShapes.WIDTH),
                        Limit.Side.valueOf(band.get(AlarmShapes.SIDE).toUpperCase(Locale.ROOT))))
                .orElseGet(() -> threshold(block));
    }

    private static Limit threshold(Settings block) {
        var key = COMPARISONS.keySet().stream().filter(block::has).findFirst().orElseThrow();
        return new Limit.Threshold(Optional.ofNullable(COMPARISONS.get(key)).orElseThrow(), number(block, key));
    }

    static BigDecimal number(Settings block, Key<Text> key) {
        return new BigDecimal(open(block, key));
    }

    /** A text that reports show: no secret may stand in it. */
    static String open(Settings block, Key<Text> key) {
        return open(key.name(), block.get(key));
    }

    static String open(String key, Text text) {
        if (!text.shown().equals(text.reveal())) {
            throw new SettingException(
                    key,
                    "a text that may be shown, found " + text.shown() + "; ${public-env:NAME} reads what is no secret");
        }
        return text.reveal();
    }

    static SortedMap<String, String> named(Settings block, Key<Map<String, Text>> key) {
        var named = new TreeMap<String, String>();
        block.find(key).orElse(Map.of()).forEach((name, text) -> named.put(name, open(key.name(), text)));
        return named;
    }

    static List<String> texts(Settings block, Key<List<Text>> key) {
        return block.find(key).orElse(List.of()).stream()
                .map(each -> open(key.name(), each))
                .toList();
    }

    /** That just one of {@code keys} is given. */
    static void only(Settings block, String thing, List<? extends Key<?>> keys) {
        var given = keys.stream().filter(block::has).map(Key::name).toList();
        if (given.size() != 1) {
            throw new SettingException(
                    given.isEmpty() ? keys.getFirst().name() : given.get(1),
                    (given.isEmpty() ? "no " : "a second ") + thing + "; one of "
                            + Words.oneOf(keys.stream().map(Key::name).toList()));
        }
    }
}
