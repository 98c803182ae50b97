package io.belay.assembly.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Who may call over HTTP where the platform lets in more than it should: bearer tokens (RFC 6750), each known by its SHA-256 alone,
 * with a {@link Scope}. Where there are some, whoever bears none of them stays outside, but those whose signature the platform has
 * checked and told. Where there are none, the platform's own authentication is all there is.
 *
 * <p>{@code BELAY_TOKENS} is a list of {@code NAME:SCOPE:SHA-256} with spaces between: {@code ci:verify:9f86d0...}. A token's name is
 * who asks, where the platform does not know. Where the list is wrong, nobody is let in.
 */
public final class Tokens {
    /** The variable that lists them. */
    public static final String VARIABLE = "BELAY_TOKENS";

    /** None: whoever reaches the door is let in. */
    public static final Tokens NONE = new Tokens(List.of(), List.of());

    private final List<Token> known;
    private final List<String> faults;

    private Tokens(List<Token> known, List<String> faults) {
        this.known = List.copyOf(known);
        this.faults = List.copyOf(faults);
    }

    private record Token(String name, Scope scope, String sha256) {
        /** Neither name nor hash: there is nothing to be learned of it from a log. */
        @Override
        public String toString() {
            return "a token";
        }
    }

    /** Made at the first use: most doors have no token, and a start need not make a pattern for them. */
    private static final class Form {
        static final Pattern ONE = Pattern.compile("([A-Za-z0-9._-]{1,63}):([a-z]+):([0-9a-f]{64})");
        static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{16,1024})");
        static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~+=-]{16,1024}");

        private Form() {}
    }

    /** Those that {@code environment} lists. */
    public static Tokens of(Map<String, String> environment) {
        var written = environment.getOrDefault(VARIABLE, "").strip();
        if (written.isEmpty()) {
            return NONE;
        }
        var known = new ArrayList<Token>();
        var faults = new ArrayList<String>();
        var place = 0;
        for (var each : written.split("\\s+", -1)) {
            place++;
            var match = Form.ONE.matcher(each);
            var scope = match.matches() ? Scope.find(match.group(2)) : Optional.<Scope>empty();
            if (scope.isEmpty()) {
                faults.add(
                        VARIABLE + ": number " + place
                                + " is no NAME:SCOPE:SHA-256, with verify, plan, alarms or rollback as its scope and 64 hexadecimal digits");
            } else {
                known.add(new Token(match.group(1), scope.get(), match.group(3)));
            }
        }
        return new Tokens(known, faults);
    }

    /** Whether there are none, so that whoever reaches a door is let in. */
    public boolean none() {
        return known.isEmpty() && faults.isEmpty();
    }

    /**
     * {@code call}, where whoever makes it may call {@code function}; with the token's name as its caller, where the platform knows
     * none.
     *
     * @throws BadRequest 401 where it bears no token that is known, 403 where that may not call it
     * @throws NotOpen where the list is wrong
     */
    HttpCall admit(HttpCall call, String function) {
        return admit(call, scope -> scope.reaches(function));
    }

    /**
     * Whether {@link #admit} lets {@code call} through.
     *
     * @throws NotOpen where the list is wrong
     */
    boolean admits(HttpCall call, String function) {
        try {
            var _ = admit(call, function);
            return true;
        } catch (BadRequest _) {
            return false;
        }
    }

    /** {@code call}, where whoever makes it may ring {@code function}: that does what an alarm's own source says, and not what a caller does. */
    HttpCall admitAlarm(HttpCall call, String function) {
        return admit(call, scope -> scope == Scope.ALARMS || scope.reaches(function));
    }

    /**
     * The same for a sender that can say a token in its address alone, as its last segment {@code said}: one that rings and no more,
     * since addresses are shown and logged.
     */
    HttpCall admitAlarmAt(HttpCall call, String said) {
        check();
        var token = Form.SEGMENT.matcher(said).matches() ? find(said) : Optional.<Token>empty();
        return by(token.filter(each -> each.scope() == Scope.ALARMS), call);
    }

    private HttpCall admit(HttpCall call, Predicate<Scope> reaches) {
        check();
        if (known.isEmpty() || call.caller().isPresent()) {
            return call;
        }
        var token = bearer(call);
        if (token.filter(each -> !reaches.test(each.scope())).isPresent()) {
            throw new BadRequest(403, "authorization", "this token may not call this function");
        }
        return by(token, call);
    }

    private static HttpCall by(Optional<Token> token, HttpCall call) {
        return token.map(each -> call.by(new Caller.Bearer(each.name())))
                .orElseThrow(() -> new BadRequest(401, "authorization", "a bearer token that is known here is meant"));
    }

    private void check() {
        if (!faults.isEmpty()) {
            throw new NotOpen(faults);
        }
    }

    private Optional<Token> bearer(HttpCall call) {
        var written = call.headers().getOrDefault("authorization", "");
        var said = Form.BEARER.matcher(written);
        return said.matches() ? find(said.group(1)) : Optional.empty();
    }

    /** Every token is compared, whole: how long it takes says nothing of how near one was. */
    private Optional<Token> find(String said) {
        var hash = sha256(said);
        Optional<Token> found = Optional.empty();
        for (var each : known) {
            if (MessageDigest.isEqual(each.sha256().getBytes(UTF_8), hash.getBytes(UTF_8))) {
                found = Optional.of(each);
            }
        }
        return found;
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
