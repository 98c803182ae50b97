package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * How a target is approached: the keys that all kinds speaking HTTP share.
 *
 * @param headers what is sent with every request
 * @param trust whose certificates are believed
 * @param timeout how long an answer may take, redirects and body included
 */
public record Access(List<Header> headers, Trust trust, Duration timeout) {
    /** Headers to send. */
    public static final Key<Map<String, Text>> HEADERS =
            Key.textMap("headers", "Headers to send, by name. Host may be among them.");

    static final Key<Text> USER = Key.text("user", "The user's name.").needed();
    static final Key<Text> PASSWORD = Key.text("password", "The password: a reference such as ${env:PASSWORD}.")
            .needed();

    /** Basic authentication. */
    public static final Key<Settings> BASIC =
            Key.block("basic", Shape.of("Basic authentication.", USER, PASSWORD), "Basic authentication.");

    /** Bearer authentication. */
    public static final Key<Text> BEARER =
            Key.text("bearer", "The token of Bearer authentication: a reference such as ${env:TOKEN}.");

    /** Who is believed in place of the platform's authorities. */
    public static final Key<Text> CA =
            Key.text("ca", "PEM certificates to trust in place of the platform's, such as ${file:authorities.pem}.");

    /** Whether certificates are verified. */
    public static final Key<Boolean> VERIFY = Key.flag(
                    "verify", "Whether the certificate is verified; yes by default. A no is noted in the evidence.")
            .orElse(true);

    /** How long it may take. */
    public static final Key<Duration> TIMEOUT = Key.span(
                    "timeout",
                    Duration.ofMillis(1),
                    Duration.ofMinutes(15),
                    "How long the answer may take, redirects and body included; 10s by default.")
            .orElse(Duration.ofSeconds(10));

    public Access {
        headers = List.copyOf(headers);
    }

    /** {@code own} keys followed by the shared ones. */
    public static Shape shape(String description, Key<?>... own) {
        var keys = new ArrayList<>(List.of(own));
        keys.addAll(List.of(HEADERS, BASIC, BEARER, CA, VERIFY, TIMEOUT));
        return new Shape(description, keys);
    }

    /**
     * What {@code settings} say.
     *
     * @throws SettingException where two ways to log in are given, or a header or certificate is malformed
     */
    public static Access of(Settings settings) {
        var headers = new ArrayList<Header>();
        settings.find(HEADERS)
                .ifPresent(given -> given.forEach((name, value) -> headers.add(new Header(name, value.reveal()))));
        settings.find(BASIC).ifPresent(basic -> headers.add(basic(basic)));
        settings.find(BEARER).ifPresent(token -> headers.add(authorization("bearer", "Bearer " + token.reveal())));
        if (headers.stream().filter(header -> header.is("Authorization")).count() > 1) {
            throw new SettingException(
                    settings.has(BASIC) ? BASIC.name() : BEARER.name(),
                    "one of basic, bearer and an Authorization header");
        }
        return new Access(headers, trust(settings), settings.get(TIMEOUT));
    }

    private static Trust trust(Settings settings) {
        if (settings.get(VERIFY)) {
            return settings.find(CA)
                    .map(pem -> Trust.with(pem.fixed(CA.name()).reveal()))
                    .orElse(Trust.DEFAULT);
        }
        if (settings.has(CA)) {
            throw new SettingException(CA.name(), "either ca or verify: false, which would not look at it");
        }
        return new Trust(List.of(), false);
    }

    private static Header basic(Settings basic) {
        var user = basic.get(USER).reveal();
        if (user.contains(":")) {
            throw new SettingException("basic", "a user's name holds no colon");
        }
        var pair = user + ":" + basic.get(PASSWORD).reveal();
        return authorization("basic", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    private static Header authorization(String key, String value) {
        try {
            return new Header("Authorization", value);
        } catch (SettingException _) {
            throw new SettingException(key, "it holds a line break or another character no header can carry");
        }
    }
}
