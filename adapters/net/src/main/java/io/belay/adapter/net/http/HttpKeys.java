package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.net.json.JsonText;
import io.belay.core.settings.Address;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.net.URLEncoder;
import java.net.http.HttpClient.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an {@code http} block is written, and the request that it says. */
final class HttpKeys {
    static final Key<Address> URL =
            Key.address("url", Set.of("http", "https"), "What is asked.").needed();
    static final Key<String> METHOD = Key.choice(
            "method",
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"),
            "The method; GET by default, and POST where something is sent.");
    static final Key<Text> BODY = Key.text("body", "A text to send as it stands.");
    static final Key<Tree> JSON = Key.of("json", new Form.OfTree(), "What to send as JSON.");
    static final Key<Map<String, Text>> FORM = Key.textMap("form", "Fields to send as a web form sends them.");
    static final Key<String> HTTP_VERSION = Key.choice(
                    "http-version",
                    List.of("auto", "1.1", "2"),
                    "The newest HTTP to speak; auto, the default, is what the server chooses over TLS and 1.1 without.")
            .orElse("auto");
    static final Key<Long> REDIRECTS = Key.whole(
                    "redirects",
                    0,
                    20,
                    "How many redirects are followed; none by default, so that one is seen as it is.")
            .orElse(0L);
    static final Key<List<String>> REDIRECT_TO = Key.of(
            "redirect-to",
            new Form.OfList<>(new Form.OfChoice(List.of("private", "other-scheme")), 1, 2),
            "Where a redirect may lead that it may not by default: to another host of a private network, or from https to http.");
    static final Key<Long> MAX_BODY = Key.size(
                    "max-body", 0, 64L * 1024 * 1024, "How much of the body is kept; 1MB by default. More is cut.")
            .orElse(Ask.MOST_BODY);

    static final Shape SHAPE = Access.shape(
            "Asks over HTTP.", URL, METHOD, BODY, JSON, FORM, HTTP_VERSION, REDIRECTS, REDIRECT_TO, MAX_BODY);

    private HttpKeys() {}

    static Ask ask(Settings settings, Access access) {
        var given =
                Stream.of(BODY, JSON, FORM).filter(settings::has).map(Key::name).toList();
        if (given.size() > 1) {
            throw new SettingException(given.getLast(), "one of body, json and form");
        }
        var body = body(settings);
        var headers = new ArrayList<>(access.headers());
        if (headers.stream().noneMatch(header -> header.is("Content-Type"))) {
            contentType(settings).ifPresent(type -> headers.add(new Header("Content-Type", type)));
        }
        return new Ask(
                settings.find(METHOD).orElse(body.isPresent() ? "POST" : "GET"),
                Urls.of(URL.name(), settings.get(URL)),
                headers,
                body,
                version(settings.get(HTTP_VERSION)),
                access.trust(),
                settings.get(MAX_BODY));
    }

    static Redirects redirects(Settings settings) {
        var allowed = settings.find(REDIRECT_TO).orElse(List.of());
        return new Redirects(
                Math.toIntExact(settings.get(REDIRECTS)),
                allowed.contains("private"),
                allowed.contains("other-scheme"));
    }

    private static Optional<String> body(Settings settings) {
        return settings.find(BODY)
                .map(Text::reveal)
                .or(() -> settings.find(JSON).map(JsonText::of))
                .or(() -> settings.find(FORM).map(HttpKeys::encoded));
    }

    private static Optional<String> contentType(Settings settings) {
        if (settings.has(JSON)) {
            return Optional.of("application/json");
        }
        return settings.has(FORM) ? Optional.of("application/x-www-form-urlencoded") : Optional.empty();
    }

    private static String encoded(Map<String, Text> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                        + URLEncoder.encode(field.getValue().reveal(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Optional<Version> version(String written) {
        return switch (written) {
            case "1.1" -> Optional.of(Version.HTTP_1_1);
            case "2" -> Optional.of(Version.HTTP_2);
            default -> Optional.empty();
        };
    }
}
