package io.belay.assembly.door;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads why a caller asks: a person, <code>{"by": "Ada", "plan": "p-1a2b3c4d5e6f7a8b"}</code>, or health that failed,
 * <code>{"failed": {"fails": 2, "report": "...", "at": "2026-11-21T08:00:00Z"}}</code>.
 *
 * @param caller who asks, where that is sure: it goes before what is said
 * @param personal whether it can be a person alone
 * @param planned whether a person has to name the plan: a plan is of one state, so that a call that is sent again finds another
 */
record CauseReader(Map<AskedField, Json> said, Optional<Caller> caller, boolean personal, boolean planned) {
    private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]{1,200}");
    private static final Pattern PLAN = Pattern.compile("p-[0-9a-f]{16}");
    private static final Pattern FAILS = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Set<String> PARTS = Set.of("fails", "report", "at");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final String FAILED = "$.failed";

    Optional<Cause> read() {
        var person = personal || said.containsKey(AskedField.BY) || said.containsKey(AskedField.PLAN);
        if (!said.containsKey(AskedField.FAILED)) {
            return person ? Optional.of(person()) : Optional.empty();
        }
        if (person) {
            throw BadRequest.at(FAILED, "a person asks, or health has failed; one of them is meant");
        }
        return Optional.of(failed(needed(said, AskedField.FAILED)));
    }

    private Cause person() {
        // What is said is held to its form, also where the platform knows better.
        var by = Optional.ofNullable(said.get(AskedField.BY))
                .map(name -> text("$.by", NAME, "a name of 1 to 200 characters on one line", name));
        var plan = Optional.ofNullable(said.get(AskedField.PLAN))
                .map(id -> text("$.plan", PLAN, "a plan's id such as p-1a2b3c4d5e6f7a8b", id));
        if (planned && plan.isEmpty()) {
            throw BadRequest.at(
                    "$.plan", "missing; by a token a person says which plan they looked at, as rollback-plan shows it");
        }
        var name = caller.map(Caller::name)
                .or(() -> by)
                .orElseThrow(() -> BadRequest.at("$.by", "missing; the name of the person who asks is meant"));
        return new Cause.Person(name, plan);
    }

    private static Cause failed(Json value) {
        if (!(value instanceof Json.Fields fields) || !fields.fields().keySet().equals(PARTS)) {
            throw BadRequest.at(FAILED, "fails, report and at are meant, all of them and no more");
        }
        if (!(fields.fields().get("fails") instanceof Json.Plain(var fails))
                || !FAILS.matcher(fails).matches()) {
            throw BadRequest.at("$.failed.fails", "how often in a row is meant, a whole number above zero");
        }
        return new Cause.VerifyFailed(
                Integer.parseInt(fails),
                part(fields, "report")
                        .flatMap(Correlation::of)
                        .orElseThrow(() -> BadRequest.at("$.failed.report", "the correlation of a report is meant")),
                part(fields, "at")
                        .flatMap(CauseReader::instant)
                        .orElseThrow(
                                () -> BadRequest.at("$.failed.at", "a time such as 2026-11-21T08:00:00Z is meant")));
    }

    private static Optional<String> part(Json.Fields fields, String name) {
        return fields.find(name)
                .flatMap(each -> each instanceof Json.Text(var text) ? Optional.of(text) : Optional.empty());
    }

    private static Optional<Instant> instant(String text) {
        try {
            // Far beyond, no difference of two times can be counted.
            return Optional.of(Instant.parse(text)).filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static String text(String place, Pattern form, String meant, Json value) {
        if (!(value instanceof Json.Text(var text)) || !form.matcher(text).matches()) {
            throw BadRequest.at(place, "found " + AskedReader.found(value) + "; " + meant + " is meant");
        }
        return text;
    }

    static Json needed(Map<AskedField, Json> said, AskedField field) {
        return Optional.ofNullable(said.get(field)).orElseThrow(() -> BadRequest.at("$." + field.word(), "missing"));
    }
}
