package io.belay.adapter.aliyun.sls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.CredentialSource;
import io.belay.adapter.aliyun.acs.Credentials;
import io.belay.adapter.aliyun.acs.Percent;
import io.belay.adapter.aliyun.http.Answer;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.http.Sent;
import io.belay.core.Absent;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks one project of Log Service. Each question is signed anew, sent once, and never repeated. All throw PortException. */
public final class LogClient {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final int PAGE = 100;

    /** 10,000 of one list. */
    private static final int PAGES = 100;

    private final URI endpoint;
    private final String region;
    private final CredentialSource credentials;
    private final Exchange exchange;

    /**
     * Asks at {@code endpoint}, and nothing before the first question.
     *
     * @param endpoint of the project: {@code https://shop.cn-hangzhou.log.aliyuncs.com}
     * @param region that is signed: {@code cn-hangzhou}
     */
    public LogClient(URI endpoint, String region, CredentialSource credentials, Exchange exchange) {
        this.endpoint = requireNonNull(endpoint, "endpoint");
        this.region = requireNonNull(region, "region");
        this.credentials = requireNonNull(credentials, "credentials");
        this.exchange = requireNonNull(exchange, "exchange");
    }

    /** What is at {@code path}; empty where nothing is. */
    public Optional<Json> find(String path, Deadline deadline) throws InterruptedException {
        return Absent.or(() -> ask("GET", path, Map.of(), "", deadline));
    }

    /** All that is listed at {@code path}, a page after the other, where {@code items} finds it in an answer. */
    public <T> List<T> list(String path, Function<Json, List<T>> items, Deadline deadline) throws InterruptedException {
        var all = new ArrayList<T>();
        for (int page = 0; page < PAGES; page++) {
            var query = Map.of("offset", Integer.toString(page * PAGE), "size", Integer.toString(PAGE));
            var found = items.apply(ask("GET", path, query, "", deadline));
            all.addAll(found);
            if (found.size() < PAGE) {
                return all;
            }
        }
        throw new PortException(new Fault(Fault.Kind.REJECTED, "SLS GET " + path + ": more than " + PAGE * PAGES));
    }

    /** Writes {@code content} by POST or PUT. */
    public void write(String method, String path, Map<String, ?> content, Deadline deadline)
            throws InterruptedException {
        ask(method, path, Map.of(), Json.write(content), deadline);
    }

    /** Deletes what is at {@code path}. */
    public void delete(String path, Deadline deadline) throws InterruptedException {
        ask("DELETE", path, Map.of(), "", deadline);
    }

    /**
     * The lines of {@code store} that {@code query} finds, the oldest first and 100 at most (GetLogs).
     *
     * @param query words with {@code and} between them
     */
    public List<Json> lines(String store, String query, Instant from, Instant to, Deadline deadline)
            throws InterruptedException {
        var parameters = Map.of(
                "type", "log",
                "from", Long.toString(from.getEpochSecond()),
                "to", Long.toString(to.getEpochSecond()),
                "query", query,
                "line", "100",
                "offset", "0",
                "reverse", "false");
        var answer = answer("GET", "/logstores/" + store, parameters, "", deadline);
        // It answers with a list, and not with an object.
        return Json.read("{\"list\":" + answer.body() + "}").orElse(Json.EMPTY).objects("list");
    }

    private Json ask(String method, String path, Map<String, String> query, String body, Deadline deadline)
            throws InterruptedException {
        return answer(method, path, query, body, deadline).json().orElse(Json.EMPTY);
    }

    private Answer answer(String method, String path, Map<String, String> query, String body, Deadline deadline)
            throws InterruptedException {
        var current = credentials.current();
        var sent = signed(
                method,
                path,
                new TreeMap<>(query),
                body,
                current,
                deadline.time().instant());
        try (var pending = exchange.begin(sent, deadline)) {
            var answer = pending.await();
            LogFaults.in(answer, method + " " + path, current.redactor()).ifPresent(fault -> {
                throw new PortException(fault);
            });
            return answer;
        }
    }

    Sent signed(
            String method,
            String path,
            SortedMap<String, String> query,
            String body,
            Credentials current,
            Instant now) {
        var utc = now.atOffset(ZoneOffset.UTC);
        var headers = new TreeMap<String, String>();
        headers.put("host", endpoint.getRawAuthority());
        headers.put("x-log-apiversion", "0.6.0");
        headers.put("x-log-bodyrawsize", Integer.toString(body.getBytes(UTF_8).length));
        headers.put("x-log-content-sha256", LogSignature.sha256(body));
        headers.put("x-log-date", TIME.format(utc));
        headers.put("x-log-signaturemethod", "hmac-sha256");
        // Said though a body is empty, since the JDK would say another one that is not signed.
        headers.put("content-type", "application/json");
        current.token().ifPresent(token -> headers.put("x-acs-security-token", token));
        var authorization = LogSignature.authorization(current, region, method, path, query, headers);
        var all = new TreeMap<>(headers);
        // The JDK writes it itself, the same.
        all.remove("host");
        all.put("Date", DATE.format(utc));
        all.put("Authorization", authorization);
        var parameters = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + Percent.encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return new Sent(method, endpoint.resolve(parameters.isEmpty() ? path : path + "?" + parameters), all, body);
    }
}
