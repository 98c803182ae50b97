package io.belay.adapter.aliyun.acs;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.http.Json;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One question to an API, in either of the two styles that Alibaba Cloud has.
 *
 * @param action the operation's name
 * @param path percent-encoded already
 * @param query sorted, as it is signed
 * @param contentType of the body; empty where there is none
 * @param headers of the operation's own, which are not signed
 */
public record Ask(
        String method,
        String action,
        String path,
        SortedMap<String, String> query,
        Optional<String> contentType,
        String body,
        Map<String, String> headers) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String RAW = "application/octet-stream";
    private static final String FORM = "application/x-www-form-urlencoded";

    public Ask {
        requireNonNull(method, "method");
        requireNonNull(action, "action");
        requireNonNull(path, "path");
        query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
        requireNonNull(contentType, "contentType");
        requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }

    /** A resource by its path (ROA), without a body. */
    public static Ask resource(String method, String action, String path, Map<String, String> query) {
        // A body's type is said though it is empty, since the JDK would say another one that is not signed.
        var type = method.equals("GET") ? Optional.<String>empty() : Optional.of(JSON);
        return new Ask(method, action, path, new TreeMap<>(query), type, "", Map.of());
    }

    /**
     * A call (RPC) whose parameters its API wants in the query. Proxies log it: a secret stands there only where its API takes it
     * nowhere else, as CloudMonitor does with the address of a robot or a webhook.
     */
    public static Ask call(String action, Map<String, String> query) {
        return new Ask("POST", action, "/", new TreeMap<>(query), Optional.of(FORM), "", Map.of());
    }

    /** A call (RPC) whose parameters its API takes as a form, where no log of addresses sees them. */
    public static Ask form(String action, Map<String, String> parameters) {
        var body = Percent.query(new TreeMap<>(parameters));
        return new Ask("POST", action, "/", new TreeMap<>(), Optional.of(FORM), body, Map.of());
    }

    /** This question with {@code content} as JSON in its body. */
    public Ask json(Map<String, ?> content) {
        return new Ask(method, action, path, query, Optional.of(JSON), Json.write(content), headers);
    }

    /** This question with {@code content} in its body, as it is. */
    public Ask raw(String content) {
        return new Ask(method, action, path, query, Optional.of(RAW), content, headers);
    }

    /** This question with another header, which is not signed. */
    public Ask with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Ask(method, action, path, query, contentType, body, more);
    }

    /** No parameter: some are secrets. */
    @Override
    public String toString() {
        return action;
    }
}
