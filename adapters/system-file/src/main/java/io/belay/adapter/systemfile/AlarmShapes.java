package io.belay.adapter.systemfile;

import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Safety;
import io.belay.core.alarm.Signal;
import io.belay.core.plan.ChangePolicy;
import io.belay.core.preset.Presets;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How the section {@code alarms} is written; what a store or a preset adds to it, it says itself. */
final class AlarmShapes {
    static final String STORES = "stores";
    static final String PRESETS = "presets";
    static final List<String> PARTS = List.of(STORES, PRESETS);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String LINE = "(?=\\S)[^\\x00-\\x1f\\x7f]{1,400}";
    private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,9})?";
    private static final String AMOUNT = "\\d{1,12}(?:\\.\\d{1,2})?";

    static final Key<Text> NAME = Key.text("name", LINE, "Its name in the store, to the letter; no two have the same.")
            .needed();
    static final Key<Text> DESCRIPTION =
            Key.text("description", LINE, "Why it is there, and what to do when it is red.");
    static final Key<List<Text>> TELL = Key.texts("tell", "The receivers that are told, by their names.");
    static final Key<List<Text>> ON =
            Key.texts("on", "The stores that it is kept in, by their kinds; all where the file says nothing.");

    static final Key<Text> EMAIL = Key.text("email", "[^@\\s]+@[^@\\s]+", "A letter to this address.");
    static final Key<Text> SMS = Key.text("sms", "\\+?[0-9 -]{5,20}", "A short message to this number.");
    static final Key<Text> WEBHOOK = Key.text("webhook", "https?://.+", "A POST in the store's own shape.");
    static final Key<Text> DINGTALK = Key.text("dingtalk", "https?://.+", "A robot of a DingTalk group.");
    static final Key<Text> SLACK = Key.text("slack", "https?://.+", "An incoming webhook of Slack.");
    static final Key<Text> FUNCTION =
            Key.text("function", LINE, "The ARN of a function that is called, of an alias where there is one.");
    static final Key<Text> TOPIC = Key.text("topic", LINE, "The ARN of a topic that is there already.");
    static final Key<Text> QUEUE = Key.text("queue", LINE, "The ARN of a queue that is there already.");
    static final List<Key<Text>> CHANNELS = List.of(EMAIL, SMS, WEBHOOK, DINGTALK, SLACK, FUNCTION, TOPIC, QUEUE);
    static final Shape CHANNEL = new Shape("One way to tell somebody; one key each.", List.copyOf(CHANNELS));
    static final Key<Map<String, List<Settings>>> RECEIVERS = Key.of(
            "receivers",
            new Form.OfMap<>(new Form.OfList<>(new Form.OfBlock(CHANNEL), 1, 100)),
            "Who can be told, each by a name and with the ways to tell it.");

    static final Key<Text> STATISTIC = Key.text(
            "statistic",
            "[A-Za-z0-9. _()%:-]{1,40}",
            "How a period's values become one: sum, average, minimum, maximum, count, p95, or the cloud's own word.");
    static final Key<Text> NAMESPACE =
            Key.text("namespace", LINE, "As the cloud has it: AWS/Lambda.").needed();
    static final Key<Text> METRIC_NAME =
            Key.text("name", LINE, "The metric's name in the cloud: Errors.").needed();
    static final Key<Map<String, Text>> DIMENSIONS = Key.textMap("dimensions", "Which of its series: FunctionName.");
    static final Shape METRIC =
            Shape.of("A metric in a cloud's own words.", NAMESPACE, METRIC_NAME, DIMENSIONS, STATISTIC.needed());
    static final Key<Text> EXPRESSION = Key.text(
                    "expression", LINE, "What is computed, in the cloud's words: 100 * e / c.")
            .needed();
    static final Key<Map<String, Settings>> METRICS = Key.of(
                    "metrics", new Form.OfMap<>(new Form.OfBlock(METRIC)), "Each by its name in the expression.")
            .needed();
    static final Key<String> SIGNAL_NAME = Key.choice(
                    "name", Arrays.stream(Signal.values()).map(Signal::word).toList(), "What is watched.")
            .needed();
    static final Key<Map<String, Text>> OF =
            Key.textMap("of", "Of what: function: serve.").needed();
    static final Key<Settings> SIGNAL = Key.block(
            "signal",
            Shape.of("What is worth watching, in no cloud's words.", SIGNAL_NAME, OF, STATISTIC.needed()),
            "What is worth watching, in no cloud's words.");
    static final Key<Settings> METRIC_BLOCK = Key.block("metric", METRIC, "A metric in a cloud's own words.");
    static final Key<Settings> MATHS =
            Key.block("maths", Shape.of("Computed of metrics.", EXPRESSION, METRICS), "Something computed of metrics.");
    static final Key<Text> QUERY = Key.text("query", "A question in the store's language: PromQL.");
    static final List<Key<?>> MEASURES = List.of(SIGNAL, METRIC_BLOCK, MATHS, QUERY);
    static final Shape MEASURE = new Shape("What is measured; one key each.", MEASURES);

    static final Key<Text> ABOVE = Key.text("above", NUMBER, "Red above this.");
    static final Key<Text> BELOW = Key.text("below", NUMBER, "Red below this.");
    static final Key<Text> AT_LEAST = Key.text("at-least", NUMBER, "Red at this and above.");
    static final Key<Text> AT_MOST = Key.text("at-most", NUMBER, "Red at this and below.");
    static final Key<Text> WIDTH =
            Key.text("width", AMOUNT, "In standard deviations.").needed();
    static final Key<String> SIDE = Key.choice(
                    "side", List.of("above", "below", "outside"), "Where the band may be left.")
            .orElse("outside");
    static final Key<Settings> BAND = Key.block(
            "band", Shape.of("The band in which it is expected.", WIDTH, SIDE), "Red outside what a model expects.");
    static final List<Key<?>> LIMITS = List.of(ABOVE, BELOW, AT_LEAST, AT_MOST, BAND);

    static final Key<Duration> PERIOD =
            Key.span("period", SECOND, DAY, "Of which one number is made; 60s where nothing is said.");
    static final Key<Long> TIMES = Key.whole("times", 1, 1_440, "In how many periods the limit has to be crossed.");
    static final Key<Long> OUT_OF =
            Key.whole("out-of", 1, 1_440, "Of how many of the last periods; as many as times where nothing is said.");
    static final Key<String> MISSING = Key.choice(
            "missing",
            Arrays.stream(Missing.values()).map(Missing::word).toList(),
            "What a period without data says; unknown where nothing is said.");
    static final Key<String> SEVERITY = Key.choice(
            "severity",
            List.of(FileShapes.CRITICAL, FileShapes.WARNING),
            "How much it weighs where it is not as it should be; critical where nothing is said.");
    static final Key<Boolean> RECOVERY = Key.flag("recovery", "Whether it is told as well that it is green again.")
            .orElse(true);
    static final Key<Duration> REMIND =
            Key.span("remind", Duration.ofMinutes(1), Duration.ofDays(7), "How long until it is told again.");
    static final Shape ALARM = new Shape(
            "An alarm of one's own: one measure, one limit.",
            Stream.of(
                            List.<Key<?>>of(NAME, DESCRIPTION),
                            MEASURES,
                            LIMITS,
                            List.<Key<?>>of(PERIOD, TIMES, OUT_OF, MISSING, SEVERITY, TELL, RECOVERY, REMIND, ON))
                    .<Key<?>>flatMap(List::stream)
                    .toList());
    static final Key<List<Settings>> CUSTOM = list("custom", ALARM);

    static final Key<Text> BOUND = Key.text("bound", NUMBER, "Another threshold, in the signal's unit.");
    static final Key<Boolean> OFF = Key.flag("off", "That it is not wanted at all.");
    static final Shape ADJUSTMENT = Shape.of(
            "What is otherwise than in the preset.", BOUND, STATISTIC, PERIOD, TIMES, OUT_OF, MISSING, SEVERITY, OFF);
    static final Key<Map<String, Settings>> BUT = Key.of(
            "but", new Form.OfMap<>(new Form.OfBlock(ADJUSTMENT)), "What is otherwise, by the preset's own names.");
    static final Shape PRESET = Shape.of("The alarms of a checklist on one thing, by the preset.", BUT, TELL, ON);

    static final Key<Tree> RED = Key.of(
                    "red", new Form.OfTree(), "An alarm's name, or any: or all: of a list of these, or not: of one.")
            .needed();
    static final Key<Text> WHILE = Key.text("while", LINE, "The alarm while which is red nobody is told.")
            .needed();
    static final Key<Duration> PATIENCE =
            Key.span("patience", SECOND, HOUR, "How long is waited for it.").orElse(Duration.ofMinutes(1));
    static final Key<Duration> EXTENSION = Key.span("extension", SECOND, HOUR, "For how long nobody is told after it.")
            .orElse(Duration.ofMinutes(1));
    static final Key<Settings> HUSH = Key.block(
            "hush", Shape.of("When nobody is told.", WHILE, PATIENCE, EXTENSION), "Another alarm that silences it.");
    static final Key<List<Settings>> COMPOSITES = list(
            "composites", Shape.of("An alarm on alarms.", NAME, DESCRIPTION, RED, SEVERITY, TELL, RECOVERY, HUSH, ON));

    static final Key<Text> TITLE =
            Key.text("title", LINE, "The picture's heading.").needed();
    static final Key<List<Settings>> WIDGET_MEASURES = Key.of(
                    "measures", new Form.OfList<>(new Form.OfBlock(MEASURE), 1, 100), "What it shows together.")
            .needed();
    static final Key<List<Settings>> WIDGETS = Key.of(
                    "widgets",
                    new Form.OfList<>(new Form.OfBlock(Shape.of("One picture.", TITLE, WIDGET_MEASURES)), 1, 100),
                    "The pictures, in their order.")
            .needed();
    static final Key<List<Settings>> DASHBOARDS =
            list("dashboards", Shape.of("Measures on one page.", NAME, WIDGETS, ON));

    static final Key<List<Text>> LOGS =
            Key.texts("logs", "Log groups or stores, by their names.").needed();
    static final Key<Long> DAYS =
            Key.whole("days", 1, 3_653, "How long they are kept.").orElse((long) Presets.RETENTION_DAYS);
    static final Key<Boolean> FORCE = Key.flag("force", "Set it also where somebody has set another span.");
    static final Key<List<Settings>> RETENTION =
            list("retention", Shape.of("How long logs are kept.", LOGS, DAYS, FORCE, ON));

    static final Key<Text> LOG = Key.text("log", LINE, "The log group's name.").needed();
    static final Key<Text> PATTERN =
            Key.text("pattern", "Which lines count, in the store's language.").needed();
    static final Key<Text> COUNTED =
            Key.text("metric", LINE, "The metric that is made.").needed();
    static final Key<Text> VALUE =
            Key.text("value", LINE, "What a line counts.").orElse(Text.of("1"));
    static final Key<Text> OTHERWISE = Key.text("otherwise", NUMBER, "What a time without such a line counts.");
    static final Key<List<Settings>> FILTERS = list(
            "metric-filters",
            Shape.of("A metric made of a log.", NAME, LOG, PATTERN, NAMESPACE, COUNTED, VALUE, OTHERWISE, ON));

    static final Key<Text> TEXT =
            Key.text("text", "The search, in the store's language.").needed();
    static final Key<List<Settings>> QUERIES =
            list("queries", Shape.of("A search of logs that is kept.", NAME, LOGS, TEXT, ON));

    static final Key<Text> LIMIT =
            Key.text("limit", AMOUNT, "What a month may cost.").orElse(Text.of(Presets.BUDGET.toPlainString()));
    static final Key<Text> CURRENCY =
            Key.text("currency", "[A-Z]{3}", "In which money.").orElse(Text.of("USD"));
    static final Key<List<Text>> AT = Key.of(
            "at",
            new Form.OfList<>(Key.text("at", AMOUNT, "").form(), 1, 10),
            "At which costs somebody is told; 100, 300, 500 and the limit where nothing is said.");
    static final Key<List<Settings>> BUDGETS =
            list("budgets", Shape.of("A bound of costs.", NAME, LIMIT, CURRENCY, AT, TELL, ON));

    private static final Safety WAY = Safety.DEFAULT;
    static final Key<Duration> EVALUATION = leg("evaluation", "Until the store has looked.", WAY.evaluation());
    static final Key<Duration> DELIVERY = leg("delivery", "Until the function is called.", WAY.delivery());
    static final Key<Duration> START = leg("start", "Until it runs.", WAY.start());
    static final Key<Duration> WORK = leg("work", "Until another revision serves.", WAY.work());
    static final Key<Duration> TTL = leg("ttl", "Until those who ask a name server hear of it.", WAY.ttl());
    static final Key<Settings> SAFETY = Key.block(
            "safety",
            Shape.of("How long the way takes beside an alarm's own window.", EVALUATION, DELIVERY, START, WORK, TTL),
            "How long the way from a red alarm to safety takes; the plan holds it against the rollback's promise.");

    static final Key<Text> TEST_ALARM = Key.text(
            "alarm", LINE, "The test alarm, of those above; where nothing is said, one is made that watches nothing.");
    static final Key<Text> DRILL_LOG = Key.text("log", LINE, "The log of the function that answers a drill.")
            .needed();
    static final Key<Duration> WITHIN =
            Key.span("within", SECOND, HOUR, "How long the whole way may take.").orElse(Duration.ofMinutes(5));
    static final Key<Duration> EVERY =
            Key.span("every", SECOND, HOUR, "How often is looked.").orElse(Duration.ofSeconds(5));
    static final Key<Settings> DRILL = Key.block(
            "drill",
            Shape.of("How the way is drilled.", TEST_ALARM, DRILL_LOG, WITHIN, EVERY, TELL),
            "How the way from an alarm to the announcement is drilled.");

    static final Key<String> POLICY = Key.choice(
                    "policy",
                    Arrays.stream(ChangePolicy.values()).map(AlarmShapes::word).toList(),
                    "Which changes may be applied: making alone, changing as well, or deleting too.")
            .orElse(word(ChangePolicy.UPSERT_ONLY));
    static final Key<List<Text>> TAKE_OVER =
            Key.texts("take-over", "Things that are there without our mark and are to be ours, by their names.");
    static final Shape ALARMS = Shape.of(
            "The alarms as they should be.",
            POLICY,
            TAKE_OVER,
            TELL,
            RECEIVERS,
            CUSTOM,
            COMPOSITES,
            DASHBOARDS,
            RETENTION,
            FILTERS,
            QUERIES,
            BUDGETS,
            SAFETY,
            DRILL);
    static final Shape STORE = Shape.of("Where alarms are kept, by its kind.");

    private AlarmShapes() {}

    static String word(ChangePolicy policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Key<List<Settings>> list(String name, Shape shape) {
        return Key.of(name, new Form.OfList<>(new Form.OfBlock(shape), 1, 10_000), shape.description());
    }

    private static Key<Duration> leg(String name, String description, Duration usual) {
        return Key.span(name, Duration.ZERO, DAY, description).orElse(usual);
    }
}
