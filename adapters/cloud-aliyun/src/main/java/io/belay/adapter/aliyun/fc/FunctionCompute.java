package io.belay.adapter.aliyun.fc;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.acs.Percent;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.http.Pending;
import io.belay.core.Deadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of Function Compute 3.0 that a release takes. (API 2023-03-30.) */
public final class FunctionCompute {
    /** The longest event of an asynchronous invocation, in bytes (Function Compute documentation, limits). */
    public static final int LARGEST_EVENT = 128 * 1024;

    private static final String ROOT = "/2023-03-30";

    /** A page of versions or aliases; the most that it may have is not documented. */
    private static final int PAGE = 100;

    private final AcsClient client;
    private final String region;

    /** Asks {@code client}, which was made for Function Compute in {@code region}. */
    public FunctionCompute(AcsClient client, String region) {
        this.client = requireNonNull(client, "client");
        this.region = requireNonNull(region, "region");
    }

    String region() {
        return region;
    }

    String host() {
        return client.api().endpoint().getHost();
    }

    Pending<Function> function(String name, Optional<String> qualifier, Deadline deadline) {
        var query = qualifier.map(each -> Map.of("qualifier", each)).orElse(Map.of());
        return client.begin(Ask.resource("GET", "GetFunction", path(name), query), deadline)
                .map(Function::of);
    }

    Pending<Alias> alias(String function, String alias, Deadline deadline) {
        return client.begin(Ask.resource("GET", "GetAlias", path(function, "aliases", alias), Map.of()), deadline)
                .map(Alias::of);
    }

    /** Puts the whole alias there, so that nothing of what stood there is left: a canary's share least of all. */
    void put(String function, String alias, Alias wanted, Deadline deadline) throws InterruptedException {
        var content = new LinkedHashMap<String, Object>();
        content.put("versionId", wanted.versionId());
        content.put("additionalVersionWeight", wanted.weights());
        content.put("description", wanted.description());
        client.ask(
                Ask.resource("PUT", "UpdateAlias", path(function, "aliases", alias), Map.of())
                        .json(content),
                deadline);
    }

    /** The first page of versions, the newest first, and where the next begins. */
    Pending<Versions> versions(String function, Optional<String> from, Deadline deadline) {
        var query = new LinkedHashMap<String, String>();
        query.put("direction", "BACKWARD");
        query.put("limit", Integer.toString(PAGE));
        from.ifPresent(token -> query.put("nextToken", token));
        return client.begin(Ask.resource("GET", "ListFunctionVersions", path(function, "versions"), query), deadline)
                .map(Versions::of);
    }

    /** The descriptions of the function's aliases whose names begin with {@code prefix}, by their names. */
    Pending<Map<String, String>> descriptions(String function, String prefix, Deadline deadline) {
        return Pending.of(() -> allDescriptions(function, prefix, deadline), deadline, "FC ListAliases");
    }

    private Map<String, String> allDescriptions(String function, String prefix, Deadline deadline)
            throws InterruptedException {
        var all = new LinkedHashMap<String, String>();
        var next = Optional.of("");
        for (int page = 0; next.isPresent() && page < PAGE; page++) {
            var query = new LinkedHashMap<String, String>();
            query.put("prefix", prefix);
            query.put("limit", Integer.toString(PAGE));
            next.filter(token -> !token.isEmpty()).ifPresent(token -> query.put("nextToken", token));
            var answer = client.ask(Ask.resource("GET", "ListAliases", path(function, "aliases"), query), deadline);
            answer.objects("aliases")
                    .forEach(each -> all.put(
                            each.text("aliasName").orElse(""),
                            each.text("description").orElse("")));
            next = answer.text("nextToken").filter(token -> !token.isEmpty());
        }
        return all;
    }

    /** Describes an alias of the function's LATEST, which is made where it is not there. */
    Pending<Json> describe(String function, String alias, boolean there, String description, Deadline deadline) {
        var content = new LinkedHashMap<String, Object>();
        content.put("versionId", "LATEST");
        content.put("description", description);
        if (there) {
            return client.begin(
                    Ask.resource("PUT", "UpdateAlias", path(function, "aliases", alias), Map.of())
                            .json(content),
                    deadline);
        }
        content.put("aliasName", alias);
        return client.begin(
                Ask.resource("POST", "CreateAlias", path(function, "aliases"), Map.of())
                        .json(content),
                deadline);
    }

    /** Puts another way to run an image into the function, whole; nothing else of it changes. */
    void container(String function, Map<String, Object> container, Deadline deadline) throws InterruptedException {
        client.ask(
                Ask.resource("PUT", "UpdateFunction", path(function), Map.of())
                        .json(Map.of("customContainerConfig", container)),
                deadline);
    }

    /**
     * Has the function called once this is answered, and again where that call fails. (InvokeFunction with
     * {@code x-fc-invocation-type: Async}; an event is 128 KB at the most.)
     *
     * @param qualifier the alias or version that is called; empty for LATEST
     * @param event what it is called with
     * @throws io.belay.core.PortException where it may not have been taken
     * @throws InterruptedException when the caller calls it off
     */
    public void invokeLater(String function, Optional<String> qualifier, String event, Deadline deadline)
            throws InterruptedException {
        var query = qualifier.map(each -> Map.of("qualifier", each)).orElse(Map.of());
        client.ask(
                Ask.resource("POST", "InvokeFunction", path(function, "invocations"), query)
                        .raw(event)
                        .with("x-fc-invocation-type", "Async"),
                deadline);
    }

    /**
     * The same as a task, whose state is kept for 7 days: {@link #task}. (InvokeFunction with {@code x-fc-async-task-id}; the
     * function's asynchronous configuration must have tasks on. The same id twice is a conflict.)
     *
     * @param task what it is called
     * @throws io.belay.core.PortException where it may not have been taken
     * @throws InterruptedException when the caller calls it off
     */
    public void beginTask(String function, Optional<String> qualifier, String task, String event, Deadline deadline)
            throws InterruptedException {
        var query = qualifier.map(each -> Map.of("qualifier", each)).orElse(Map.of());
        client.ask(
                Ask.resource("POST", "InvokeFunction", path(function, "invocations"), query)
                        .raw(event)
                        .with("x-fc-invocation-type", "Async")
                        .with("x-fc-async-task-id", task),
                deadline);
    }

    /**
     * How a task stands. (GetAsyncTask.)
     *
     * @throws io.belay.core.PortException where there is none, or that cannot be learned
     * @throws InterruptedException when the caller calls it off
     */
    public AsyncTask task(String function, Optional<String> qualifier, String task, Deadline deadline)
            throws InterruptedException {
        var query = qualifier.map(each -> Map.of("qualifier", each)).orElse(Map.of());
        var answer =
                client.ask(Ask.resource("GET", "GetAsyncTask", path(function, "async-tasks", task), query), deadline);
        return new AsyncTask(
                answer.text("status").orElse(""),
                answer.text("returnPayload").orElse(""),
                answer.text("taskErrorMessage").orElse(""));
    }

    /** The most instances that the function may have; empty where nothing is reserved. */
    Optional<Long> reserved(String function, Deadline deadline) throws InterruptedException {
        var answer = client.ask(
                Ask.resource("GET", "GetConcurrencyConfig", path(function, "concurrency"), Map.of()), deadline);
        return answer.number("reservedConcurrency").map(each -> each.longValue());
    }

    void reserve(String function, long instances, Deadline deadline) throws InterruptedException {
        client.ask(
                Ask.resource("PUT", "PutConcurrencyConfig", path(function, "concurrency"), Map.of())
                        .json(Map.of("reservedConcurrency", instances)),
                deadline);
    }

    void unreserve(String function, Deadline deadline) throws InterruptedException {
        client.ask(
                Ask.resource("DELETE", "DeleteConcurrencyConfig", path(function, "concurrency"), Map.of()), deadline);
    }

    private static String path(String function, String... rest) {
        var path = new StringBuilder(ROOT).append("/functions/").append(Percent.encoded(function));
        for (var each : rest) {
            path.append('/').append(Percent.encoded(each));
        }
        return path.toString();
    }

    /** A page of versions. */
    record Versions(List<Version> list, Optional<String> next) {
        Versions {
            list = List.copyOf(list);
        }

        static Versions of(Json json) {
            return new Versions(
                    json.objects("versions").stream().map(Version::of).toList(),
                    json.text("nextToken").filter(token -> !token.isEmpty()));
        }
    }
}
