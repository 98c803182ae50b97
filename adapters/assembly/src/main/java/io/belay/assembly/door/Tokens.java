package io.belay.assembly.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.assembly.Bundle;
import io.belay.assembly.Fleet;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may call over HTTP besides those whom the platform lets in: bearer tokens (RFC 6750), each known by its SHA-256 alone, with a
 * scope. Where there are none, the platform's own authentication is all there is.
 *
 * <p>{@code BELAY_TOKENS} is a list of {@code NAME:SCOPE:SHA-256} with spaces between: {@code ci:verify:9f86d0...}. A token's name is
 * who asks, where the platform does not know. Where the list is wrong, nobody is let in.
 */
public final class Tokens {
    /** The variable that lists them. */
    public static final String VARIABLE = "BELAY_TOKENS";

    /** None: whoever reaches the door is let in. */
    public static final Tokens NONE = new Tokens(List.of(), List.of());

    private static final Pattern ONE = Pattern.compile("([A-Za-z0-9._-]{1,63}):([a-z]+):([0-9a-f]{64})");
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{16,1024})");

    private final List<Token> known;
    private final List<String> faults;

    private Tokens(List<Token> known, List<String> faults) {
        this.known = List.copyOf(known);
        this.faults = List.copyOf(faults);
    }

    /** What a token may call. */
    private enum Scope {
        /** How the system is. */
        VERIFY {
            @Override
            boolean reaches(String function) {
                return Bundle.VERIFYING.contains(function) || function.equals(Fleet.SYSTEMS);
            }
        },
        /** What would be done as well: all that changes nothing. */
        PLAN {
            @Override
            boolean reaches(String function) {
                return VERIFY.reaches(function) || Bundle.READING.contains(function);
            }
        },
        /** All that the door shows. */
        ROLLBACK {
            @Override
            boolean reaches(String function) {
                return true;
            }
        };

        abstract boolean reaches(String function);
    }

    private record Token(String name, Scope scope, String sha256) {
        /** Neither name nor hash: there is nothing to be learned of it from a log. */
        @Override
        public String toString() {
            return "a token";
        }
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
            var match = ONE.matcher(each);
            var scope = match.matches() ? scope(match.group(2)) : Optional.<Scope>empty();
            if (scope.isEmpty()) {
                faults.add(
                        VARIABLE + ": number " + place
                                + " is no NAME:SCOPE:SHA-256, with verify, plan or rollback as its scope and 64 hexadecimal digits");
            } else {
                known.add(new Token(match.group(1), scope.get(), match.group(3)));
            }
        }
        return new Tokens(known, faults);
    }

    private static Optional<Scope> scope(String word) {
        return Stream.of(Scope.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /**
     * {@code call}, where whoever makes it may call {@code function}; with the token's name as its caller, where the platform knows
     * none.
     *
     * @throws BadRequest 401 where it bears no token that is known, 403 where that may not call it
     * @throws NotOpen where the list is wrong
     */
    HttpCall admit(HttpCall call, String function) {
        if (!faults.isEmpty()) {
            throw new NotOpen(faults);
        }
        if (known.isEmpty()) {
            return call;
        }
        var token = bearer(call)
                .orElseThrow(() -> new BadRequest(401, "authorization", "a bearer token that is known here is meant"));
        if (!token.scope().reaches(function)) {
            throw new BadRequest(403, "authorization", "this token may not call this function");
        }
        return call.by(call.caller().orElse(token.name()));
    }

    /** Every token is compared, whole: how long it takes says nothing of how near one was. */
    private Optional<Token> bearer(HttpCall call) {
        var said = BEARER.matcher(call.headers().getOrDefault("authorization", ""));
        if (!said.matches()) {
            return Optional.empty();
        }
        var hash = sha256(said.group(1));
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
