package io.belay.adapter.systemfile;

import io.belay.core.release.RollbackGuards;
import io.belay.core.release.RollbackProof;
import io.belay.core.release.RollbackSpec;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the sections {@code rollback} and {@code announce} are written; what a kind adds to them, it says itself. */
final class RollbackShapes {
    static final String WHEN = "when";
    static final String STEPS = "steps";
    static final String GUARDS = "guards";
    static final String VERIFY = "verify";
    static final List<String> PARTS = List.of(WHEN, STEPS, GUARDS, VERIFY);
    static final String ALARMS = "alarms";
    static final String STOP = "stop";

    private static final RollbackGuards BRAKES = RollbackGuards.DEFAULT;
    private static final RollbackProof PROOF = RollbackProof.DEFAULT;
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    static final Key<Duration> SOAK = Key.span(
                    "soak",
                    Duration.ZERO,
                    MONTH,
                    "How long a revision has to serve well before it is known to be good.")
            .orElse(RollbackSpec.NONE.soak());
    static final Key<Duration> PROMISE = Key.span(
                    "promise", SECOND, DAY, "How long it may take from the alarm until traffic has moved.")
            .orElse(RollbackSpec.NONE.promise());
    static final Shape ROLLBACK =
            Shape.of("How a release is put back on what is known to be good, and how that is proved.", SOAK, PROMISE);

    static final Key<Long> FAILS = Key.whole("fails", 1, 1_000, "How often in a row health has to fail.")
            .needed();
    static final Key<Settings> HEALTH = Key.block(
            "health", Shape.of("That health fails.", FAILS), "That health fails; no cause where it is not given.");
    static final Shape CAUSES = Shape.of("What a release is put back for; a person may always ask.", HEALTH);
    static final Shape ALARM = Shape.of("An alarm, by its kind.");

    static final Key<Text> STEP_NAME = Key.of(
            FileShapes.NAME.name(),
            FileShapes.NAME.form(),
            "What people call it; no two have the same. By default the thing calls itself.");
    static final Shape STEP = Shape.of("A thing whose release is put back, by its kind.", STEP_NAME);

    static final Shape STOPPED = Shape.of("A thing that a person may stop altogether, by its kind.", STEP_NAME);

    static final Key<Duration> MAX_ALARM_AGE = Key.span(
                    "max-alarm-age",
                    SECOND,
                    Duration.ofDays(7),
                    "How long ago an alarm may have turned red, or a failed report been begun.")
            .orElse(BRAKES.maxAlarmAge());
    static final Key<Duration> COOLDOWN = Key.span(
                    "cooldown", Duration.ZERO, MONTH, "How long there is no rollback after one.")
            .orElse(BRAKES.cooldown());
    static final Key<Long> MOST = Key.whole("most", 1, 1_000, "How many rollbacks there may be in the window.")
            .orElse((long) BRAKES.most());
    static final Key<Duration> WINDOW =
            Key.span("window", SECOND, MONTH, "The span that most counts in.").orElse(BRAKES.window());
    static final Key<String> SCHEMA = Key.choice(
                    "schema",
                    Arrays.stream(RollbackGuards.Schema.values())
                            .map(RollbackShapes::word)
                            .toList(),
                    "What is asked of the databases: that all which was applied since only added, or nothing.")
            .orElse(word(BRAKES.schema()));
    static final Key<Text> OFF = Key.text(
            "off", "(?=\\S)[^\\x00-\\x1f\\x7f]{1,300}", "The kill switch: why nothing may be moved at present.");
    static final String PERSON = "person";
    static final Key<String> GATE = Key.choice(
                    "gate", List.of(PERSON, "none"), "Whether a person has to say so, of the plan that was looked at.")
            .orElse(BRAKES.gate() ? PERSON : "none");
    static final Key<Duration> SKEW = Key.span(
                    "skew", Duration.ZERO, HOUR, "By how much the clocks of the cloud and ours may differ.")
            .orElse(BRAKES.skew());
    static final Shape GUARDS_BLOCK = Shape.of(
            "What has to hold before anything is moved.",
            MAX_ALARM_AGE,
            COOLDOWN,
            MOST,
            WINDOW,
            SCHEMA,
            OFF,
            GATE,
            SKEW);

    static final Key<Duration> ARRIVE = Key.span(
                    "arrive", SHORT, DAY, "For how long what is put back may be on its way.")
            .orElse(PROOF.arrive());
    static final Key<Duration> WITHIN = Key.span(
                    "within", SHORT, DAY, "For how long health is asked, once all has arrived, until it passes.")
            .orElse(PROOF.within());
    static final Key<Duration> EVERY =
            Key.span("every", SHORT, HOUR, "The pause between two looks.").orElse(PROOF.every());
    static final Shape VERIFY_BLOCK = Shape.of("How a rollback is proved.", ARRIVE, WITHIN, EVERY);

    static final Shape ANNOUNCER = Shape.of("Who is told what was done, or why nothing was, by its kind.");

    private RollbackShapes() {}

    static String word(RollbackGuards.Schema schema) {
        return schema.name().toLowerCase(Locale.ROOT);
    }
}
