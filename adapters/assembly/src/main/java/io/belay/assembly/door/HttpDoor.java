package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.assembly.Bundle;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Answers HTTP paths, alike on every platform:
 *
 * <ul>
 *   <li>{@code GET /health/live}: this process answers
 *   <li>{@code GET /health/ready}: every system file is read and its functions are there; 503 otherwise, with every fault to
 *       those who may be told
 *   <li>{@code GET|POST /health} and each other function that is shown: runs it, in the form that {@code Accept} names; 404
 *       where the system file has nothing for it to look at. One that changes something answers to {@code POST} alone.
 *   <li>{@code POST /alarms}: an alarm of any shape that the door is open to; {@code POST /alarms/TOKEN} the same, where
 *       tokens are asked for, from a sender that can bear none
 *   <li>{@code GET /runs/ID}: how a run stands that was begun with {@code Prefer: respond-async}, where the platform can
 *   <li>{@code GET /metrics}: runs health and says it to Prometheus, always with 200: a scrape of another status is thrown
 *       away. It is a fresh run because a platform's instances come and go: the last report of whichever one answers
 *       would be of any age.
 *   <li>{@code GET /metrics/migration-verify}: the same for each other function that says how the system is. A path of its
 *       own each: what looks into databases is scraped seldom, and by whoever asks for it.
 * </ul>
 *
 * <p>A function is on the web only where its name was given here; no header and no body can choose another. Safe for use
 * by many threads.
 */
public final class HttpDoor {
    private static final Set<String> READ = Set.of("GET", "HEAD");
    private static final Set<String> RUN = Set.of("GET", "HEAD", "POST");
    private static final Set<String> CHANGE = Set.of("POST");
    private static final String METRICS = "metrics";
    private static final String ALARMS = "alarms";
    private static final String PROMETHEUS = "text/plain; version=0.0.4";
    private static final Duration SCRAPE = Duration.ofSeconds(10);

    private final Doorway doorway;
    private final Set<String> shown;
    private final Optional<Alarms> alarms;
    private final Optional<Runs> runs;
    private final Tokens tokens;
    private final Ready ready;

    /**
     * The paths of {@code doorway}'s door.
     *
     * @param shown the functions that answer at a path of their name
     */
    public HttpDoor(Doorway doorway, Set<String> shown) {
        this(doorway, shown, Optional.empty(), Optional.empty(), Tokens.NONE);
    }

    private HttpDoor(Doorway doorway, Set<String> shown, Optional<Alarms> alarms, Optional<Runs> runs, Tokens tokens) {
        this.doorway = requireNonNull(doorway, "doorway");
        this.shown = Set.copyOf(shown);
        this.alarms = alarms;
        this.runs = runs;
        this.tokens = requireNonNull(tokens, "tokens");
        this.ready = new Ready(doorway, this.shown, tokens);
    }

    /** The same door, to which only those that {@code other} admits come; whether it lives and is ready, anybody may ask. */
    public HttpDoor guarded(Tokens other) {
        return new HttpDoor(doorway, shown, alarms, runs, other);
    }

    /**
     * The same door with a path for alarms.
     *
     * @param bell what they ring
     * @param onward goes on once the sender has been answered; empty where the platform lets a call run on to its end, whether
     *     its sender still waits or not
     */
    public HttpDoor with(Bell bell, Optional<Onward> onward) {
        return new HttpDoor(doorway, shown, Optional.of(new Alarms(doorway, bell, onward)), runs, tokens);
    }

    /** The same door, where a caller need not wait for {@code function} if that listens to nobody in person and there is a {@code later}. */
    public HttpDoor with(String function, Optional<Later> later) {
        var possible =
                later.filter(_ -> Runs.POSSIBLE.contains(function)).map(each -> new Runs(doorway, function, each));
        return new HttpDoor(doorway, shown, alarms, possible, tokens);
    }

    /**
     * The reply to {@code call}; whatever goes wrong is a reply as well.
     *
     * @throws IOException where the caller went away while it was read
     */
    public HttpReply reply(HttpCall call) throws IOException {
        var correlation = Correlations.of(call.headers(), call.platform());
        var reply = refusing(correlation, () -> routed(call, correlation));
        return call.method().equals("HEAD") ? reply.withoutBody() : reply;
    }

    /**
     * The same of a way that is a runtime's own, where no platform keeps others from it.
     *
     * @param function what runs there; whoever calls must be let in to it
     * @param way is shown the call with whoever makes it
     */
    public HttpReply reply(HttpCall call, String function, Way way) throws IOException {
        var correlation = Correlations.of(call.headers(), call.platform());
        return refusing(correlation, () -> {
            var admitted = tokens.admit(call, function);
            if (Bundle.CHANGING.contains(function)) {
                mustBeNoBrowsers(admitted);
            }
            return way.reply(admitted);
        });
    }

    private HttpReply refusing(Correlation correlation, Page page) throws IOException {
        try {
            return page.show();
        } catch (BadRequest wrong) {
            var refused = HttpReply.of(Refusals.bad(wrong, correlation, doorway.log()));
            return wrong.status() == 401 ? refused.with("www-authenticate", "Bearer") : refused;
        } catch (NotOpen shut) {
            return HttpReply.failed(Refusals.notOpen(shut, correlation));
        } catch (RuntimeException | StackOverflowError bug) {
            doorway.log().bug("bug", correlation, bug);
            return HttpReply.failed(Refusals.bug(correlation));
        }
    }

    private HttpReply routed(HttpCall call, Correlation correlation) throws IOException {
        var name = call.path().startsWith("/") ? call.path().substring(1) : "";
        return switch (name) {
            case "health/live" ->
                allowed(call, correlation, READ, () -> HttpReply.of(Ready.state(200, "live", correlation)));
            case "health/ready" -> allowed(call, correlation, READ, () -> ready.reply(call, correlation));
            case METRICS -> scraped(Bundle.HEALTH, tokens.admit(call, Bundle.HEALTH), correlation);
            case ALARMS ->
                rung(tokens.admitAlarm(call, alarms.map(Alarms::function).orElse(name)), correlation);
            default -> {
                if (name.startsWith(ALARMS + "/") && !tokens.none()) {
                    yield rung(tokens.admitAlarmAt(call, name.substring(ALARMS.length() + 1)), correlation);
                }
                if (name.startsWith(METRICS + "/") && !name.equals(METRICS + "/" + Bundle.HEALTH)) {
                    var scraped = name.substring(METRICS.length() + 1);
                    yield scraped(scraped, tokens.admit(call, scraped), correlation);
                }
                if (Runs.at(name)) {
                    var later = runs.orElseThrow(HttpDoor::nothing);
                    var admitted = tokens.admit(call, later.function());
                    yield allowed(admitted, correlation, READ, () -> later.show(admitted, correlation));
                }
                var admitted = tokens.admit(call, name);
                mustBeShown(name);
                yield allowed(admitted, correlation, methods(name), () -> run(name, admitted, correlation));
            }
        };
    }

    /** What changes something is never run by what a browser, a scanner or a cache sends by itself. */
    private static Set<String> methods(String function) {
        return Bundle.CHANGING.contains(function) ? CHANGE : RUN;
    }

    private HttpReply rung(HttpCall call, Correlation correlation) throws IOException {
        var open = alarms.orElseThrow(HttpDoor::nothing);
        return allowed(call, correlation, CHANGE, () -> rung(open, call, correlation));
    }

    private HttpReply rung(Alarms open, HttpCall call, Correlation correlation) throws IOException {
        var door = doorway.door(correlation);
        if (!door.several()) {
            busy(open.function(), Optional.empty(), correlation);
        }
        return open.reply(call, correlation);
    }

    private HttpReply scraped(String function, HttpCall call, Correlation correlation) throws IOException {
        mustBeShown(function);
        if (!Bundle.VERIFYING.contains(function)) {
            throw nothing();
        }
        return allowed(call, correlation, READ, () -> metrics(function, call, correlation));
    }

    private void mustBeShown(String function) {
        if (!shown.contains(function)) {
            throw nothing();
        }
    }

    /**
     * Any page can have its reader's browser post a form across sites, with what that browser is let in by; the browser says so
     * (Fetch standard, Origin header; Fetch Metadata Request Headers). None of Belay's own pages posts anything.
     */
    private static void mustBeNoBrowsers(HttpCall call) {
        var site = call.headers().getOrDefault("sec-fetch-site", "none");
        if (call.headers().containsKey("origin") || !site.equals("none")) {
            throw new BadRequest(403, "origin", "what changes something is not asked for by a page in a browser");
        }
    }

    private static BadRequest nothing() {
        return new BadRequest(404, "path", "there is nothing here");
    }

    /** The door, where {@code function} has something to look at: a monitor must not take a wrong address for a verdict. */
    private Door busy(String function, Optional<String> system, Correlation correlation) {
        var door = doorway.door(correlation);
        door.idle(function, system).ifPresent(why -> {
            throw new BadRequest(404, "path", why);
        });
        return door;
    }

    private HttpReply allowed(HttpCall call, Correlation correlation, Set<String> methods, Page page)
            throws IOException {
        if (methods.contains(call.method())) {
            if (methods.equals(CHANGE)) {
                mustBeNoBrowsers(call);
            }
            return page.show();
        }
        var allow = String.join(", ", methods.stream().sorted().toList());
        var wrong = new BadRequest(405, "method", "only " + allow + " here");
        return HttpReply.of(Refusals.bad(wrong, correlation, doorway.log())).with("allow", allow);
    }

    private HttpReply run(String name, HttpCall call, Correlation correlation) throws IOException {
        var later = runs.filter(each -> each.wanted(name, call));
        if (later.isPresent()) {
            return begun(later.get(), name, call, correlation);
        }
        var asked = asked(name, call);
        var accept = Optional.ofNullable(call.headers().get("accept"));
        return HttpReply.of(busy(name, asked.system(), correlation)
                .answer(new Call(name, asked, accept, call.deadline(), correlation)));
    }

    /** What would be refused later is refused now. */
    private HttpReply begun(Runs later, String name, HttpCall call, Correlation correlation) throws IOException {
        var body = call.body().readNBytes(AskedReader.LARGEST + 1);
        var asked = AskedReader.of(name, call.caller()).read(body);
        busy(name, asked.system(), correlation);
        return later.begin(call, body, correlation);
    }

    private static Asked asked(String function, HttpCall call) throws IOException {
        if (!call.method().equals("POST")) {
            return AskedQuery.read(function, call.query());
        }
        if (!call.query().isEmpty()) {
            throw BadRequest.at("?", "a POST says it in its body");
        }
        return AskedReader.of(function, call.caller()).read(call.body());
    }

    private HttpReply metrics(String function, HttpCall call, Correlation correlation) {
        var deadline = scrape(call);
        var asked = AskedQuery.read(function, call.query());
        var answer = busy(function, asked.system(), correlation)
                .answer(new Call(function, asked, Optional.of(PROMETHEUS), deadline, correlation));
        return HttpReply.of(answer, 200, false);
    }

    /** Prometheus says how long it waits, 10 s unless told otherwise; a caller can only make it shorter than ours. */
    private static Deadline scrape(HttpCall call) {
        var said = call.headers().getOrDefault("x-prometheus-scrape-timeout-seconds", "");
        var limit = said.matches("\\d{1,5}(\\.\\d{1,9})?")
                ? Duration.ofMillis((long) (Double.parseDouble(said) * 1000))
                : SCRAPE;
        var ours = Reserve.before(limit, call.deadline().time());
        return ours.at().isBefore(call.deadline().at()) ? ours : call.deadline();
    }

    /** A way that is a runtime's own. */
    @FunctionalInterface
    public interface Way {
        /** Answers {@code call}, whose caller was let in. */
        HttpReply reply(HttpCall call) throws IOException;
    }

    /** A page that may be shown once the method is right. */
    @FunctionalInterface
    private interface Page {
        HttpReply show() throws IOException;
    }
}
