package io.belay.adapter.aliyun.fc;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.acs.Percent;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.http.Pending;
import io.belay.core.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of Function Compute 3.0 that a release takes. (API 2023-03-30.) */
public final class FunctionCompute {
    private static final String ROOT = "/2023-03-30";
    private static final String FUNCTION = "FUNCTION";

    /** A page of versions; the most that it may have is not documented. */
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

    /** All tags of the function: 20 at the most, on one page or on several. */
    Pending<Map<String, String>> tags(Arn arn, Deadline deadline) {
        return Pending.of(() -> allTags(arn.of(this, deadline), deadline), deadline, "FC ListTagResources");
    }

    private Map<String, String> allTags(String arn, Deadline deadline) throws InterruptedException {
        var tags = new LinkedHashMap<String, String>();
        var next = Optional.of("");
        for (int page = 0; next.isPresent() && page < 20; page++) {
            var answer = client.ask(listTags(arn, next.get()), deadline);
            answer.objects("TagResources")
                    .forEach(each -> tags.put(
                            each.text("TagKey").orElse(""),
                            each.text("TagValue").orElse("")));
            next = answer.text("NextToken").filter(token -> !token.isEmpty());
        }
        return tags;
    }

    private static Ask listTags(String arn, String from) {
        var query = new LinkedHashMap<String, String>();
        query.put("ResourceType", FUNCTION);
        // A list within a query is written as JSON.
        query.put("ResourceId", "[\"" + arn + "\"]");
        query.put("Limit", "50");
        if (!from.isEmpty()) {
            query.put("NextToken", from);
        }
        return Ask.resource("GET", "ListTagResources", ROOT + "/tags-v2", query);
    }

    /** Tags the function with all of {@code tags} or with none; other tags stay. */
    void tag(String arn, Map<String, String> tags, Deadline deadline) throws InterruptedException {
        List<Map<String, String>> list = new ArrayList<>();
        tags.forEach((key, value) -> list.add(Map.of("Key", key, "Value", value)));
        client.ask(
                Ask.resource("POST", "TagResources", ROOT + "/tags-v2", Map.of())
                        .json(Map.of("ResourceId", List.of(arn), "ResourceType", FUNCTION, "Tag", list)),
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
