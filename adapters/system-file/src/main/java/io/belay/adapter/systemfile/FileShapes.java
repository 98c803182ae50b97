package io.belay.adapter.systemfile;

import io.belay.core.check.Limits;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How the file's own blocks are written; what a kind of check adds to them it says itself. */
final class FileShapes {
    static final String HEALTH = "health";
    static final String MIGRATIONS = "migrations";
    static final String CLOUD = "cloud";
    static final String ALARMS = "alarms";
    static final String ROLLBACK = "rollback";
    static final String ANNOUNCE = "announce";
    static final String CHECKS = "checks";
    static final String SCENARIOS = "scenarios";
    static final String LOAD = "load";
    static final String STEPS = "steps";
    static final String FINALLY = "finally";
    static final String CAPTURE = "capture";
    static final String SHOWN = "shown";

    private static final String LABEL = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}";
    private static final String TITLE = "(?=\\S)[^\\x00-\\x1f\\x7f]{1,120}";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration SHORT = Duration.ofMillis(1);

    static final Key<Text> SYSTEM =
            Key.text("system", LABEL, "The system's name.").needed();
    static final Key<Text> ENVIRONMENT =
            Key.text("environment", LABEL, "Which of its environments: prod.").needed();

    static final Key<Duration> AT_FIRST = Key.span("at-first", MINUTE, YEAR, "How often once another release serves.")
            .needed();
    static final Key<Duration> LASTING =
            Key.span("for", MINUTE, YEAR, "For how long that is.").orElse(Duration.ofDays(1));
    static final Key<Duration> RATE =
            Key.span("every", MINUTE, YEAR, "How often then.").needed();
    static final Key<Settings> WATCH = Key.block(
            "watch",
            Shape.of("How often verify is due where a clock calls it.", AT_FIRST, LASTING, RATE),
            "How often verify is due where a clock calls it and says how often it does; each call where it is not given.");
    static final Shape FILE = Shape.of(
            "A system, what it means for it to be well, where its databases must be, what watches over it, and how its release is put"
                    + " back.",
            SYSTEM,
            ENVIRONMENT,
            WATCH);

    static final Key<String> PROVIDER = Key.choice(
                    "provider",
                    Arrays.stream(Cloud.Provider.values())
                            .map(Cloud.Provider::word)
                            .toList(),
                    "Whose cloud it is.")
            .needed();
    static final Key<Text> REGION = Key.text(
                    "region", "[a-z][a-z0-9]{1,15}(?:-[a-z0-9]{1,20}){1,5}", "As the provider names it: us-east-1.")
            .needed();
    static final Shape CLOUD_BLOCK =
            Shape.of("Where the system lives; what lives in another region says so itself.", PROVIDER, REGION);

    static final Key<Long> CONCURRENCY = Key.whole("concurrency", 1, 10_000, "How many questions may be open at once.")
            .orElse((long) Limits.DEFAULT.concurrency());
    static final Key<Long> PER_HOST =
            Key.whole("per-host", 1, 10_000, "How many of them at one host.").orElse((long) Limits.DEFAULT.perHost());
    static final Key<Duration> WITHIN = Key.span(
                    "within",
                    SHORT,
                    Duration.ofDays(1),
                    "How long a run may take where its caller gives it no less; by default long enough for every check.")
            .orElse(Limits.DEFAULT.within());
    static final Key<Settings> LIMITS = Key.block(
            "limits",
            Shape.of("How much is asked at once, and for how long.", CONCURRENCY, PER_HOST, WITHIN),
            "How much is asked at once, and for how long.");
    static final Shape HEALTH_BLOCK = Shape.of("What it means for the system to be well.", LIMITS);

    static final Key<Text> NAME = Key.text("name", TITLE, "What people call it; no two have the same.")
            .needed();
    static final String CRITICAL = "critical";
    static final String WARNING = "warning";
    static final Key<String> SEVERITY = Key.choice(
                    "severity", List.of(CRITICAL, WARNING), "Whether a failure fails the report or is a warning in it.")
            .orElse(CRITICAL);

    static final Key<Duration> WAIT =
            Key.span("wait", SHORT, Duration.ofDays(1), "Ask until it passes, for so long at most.");
    static final Key<Long> FAILURES =
            Key.whole("failures", 1, 1_000, "How often in a row it must fail before it counts as failed.");
    static final Key<Duration> EVERY =
            Key.span("every", SHORT, Duration.ofHours(1), "The pause between two askings; 5s by default.");

    static final Key<Long> COUNT =
            Key.whole("count", 2, 10_000, "How many samples count.").needed();
    static final Key<Long> WARM_UP = Key.whole("warm-up", 0, 1_000, "How many come before and do not count.")
            .orElse(0L);
    static final Key<Duration> PAUSE = Key.span(
                    "every", Duration.ZERO, Duration.ofHours(1), "The pause of a caller between two.")
            .orElse(Duration.ofMillis(10));
    static final Key<Long> AT_ONCE = Key.whole(
                    "at-once", 1, 1_000, "How many callers ask at once, whatever the limits.")
            .orElse(1L);
    static final Key<Settings> SAMPLES = Key.block(
            "samples",
            Shape.of("Repeated askings from which percentiles are taken.", COUNT, WARM_UP, PAUSE, AT_ONCE),
            "Ask repeatedly, for percentiles.");

    static final Shape CHECK =
            Shape.of("A question, and what its answer must be.", NAME, SEVERITY, WAIT, FAILURES, EVERY, SAMPLES);
    static final Shape STEP = Shape.of("One step of a scenario.", NAME, SEVERITY, WAIT, FAILURES, EVERY);
    static final Shape SCENARIO =
            Shape.of("Steps one after the other, each with what those before it captured.", NAME, SEVERITY);

    private FileShapes() {}
}
