package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One project of Log Service: its log stores, saved searches and dashboards. Thread-safe. */
public final class LogsState {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PATH = Pattern.compile("/(logstores|savedsearches|dashboards)(?:/([^/]+))?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]");

    /** What is kept of each collection: by what its things are named, and how a code calls one. */
    private enum Kept {
        LOGSTORES("logstoreName", "LogStore"),
        SAVEDSEARCHES("savedsearchName", "SavedSearch"),
        DASHBOARDS("dashboardName", "Dashboard");

        private final String key;
        private final String code;

        Kept(String key, String code) {
            this.key = key;
            this.code = code;
        }
    }

    private final LogSignatures signatures;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Kept, Map<String, ObjectNode>> things = new LinkedHashMap<>();

    LogsState(InstantSource clock) {
        signatures = new LogSignatures(clock);
        for (var each : Kept.values()) {
            things.put(each, new LinkedHashMap<>());
        }
    }

    private record Line(String store, Instant at, String message) {}

    /** Somebody writes a line into a log store. */
    public synchronized void line(String store, Instant at, String message) {
        lines.add(new Line(store, at, message));
    }

    /** GetLogs: from its first second on, to its last but one; a query of words that are all to stand there. */
    private List<Map<String, String>> lines(String store, Map<String, String> parameters) {
        var from = Instant.ofEpochSecond(Long.parseLong(parameters.getOrDefault("from", "0")));
        var to = Instant.ofEpochSecond(Long.parseLong(parameters.getOrDefault("to", "0")));
        var words = List.of(parameters.getOrDefault("query", "").split(" and ", -1));
        return lines.stream()
                .filter(each -> each.store().equals(store))
                .filter(each -> !each.at().isBefore(from) && each.at().isBefore(to))
                .filter(each -> words.stream().allMatch(each.message()::contains))
                .limit(Long.parseLong(parameters.getOrDefault("line", "100")))
                .map(each -> Map.of(
                        "__time__",
                        Long.toString(each.at().getEpochSecond()),
                        "__source__",
                        "",
                        "functionName",
                        "rollback",
                        "message",
                        each.message()))
                .toList();
    }

    private Map<String, ObjectNode> of(Kept kept) {
        return Optional.ofNullable(things.get(kept)).orElseThrow();
    }

    /** A log store that is kept for so many days; 3650 are for ever. */
    public synchronized void store(String name, int days) {
        of(Kept.LOGSTORES)
                .put(
                        name,
                        JSON.createObjectNode()
                                .put("logstoreName", name)
                                .put("ttl", days)
                                .put("hot_ttl", 30)
                                .put("shardCount", 2)
                                .put("autoSplit", true)
                                .put("maxSplitShard", 64)
                                .put("appendMeta", true));
    }

    /** A log store, in JSON. */
    public synchronized String store(String name) {
        return String.valueOf(of(Kept.LOGSTORES).get(name));
    }

    /** Somebody keeps a saved search, or changes the one of that name. */
    public synchronized void search(String name, String displayName, String store, String query) {
        of(Kept.SAVEDSEARCHES)
                .put(
                        name,
                        JSON.createObjectNode()
                                .put("savedsearchName", name)
                                .put("displayName", displayName)
                                .put("logstore", store)
                                .put("topic", "")
                                .put("searchQuery", query));
    }

    /** Somebody makes a dashboard with one chart, or changes the one of that name. */
    public synchronized void dashboard(String name, String description, String store, String query) {
        var page = JSON.createObjectNode()
                .put("dashboardName", name)
                .put("displayName", name)
                .put("description", description);
        var chart = page.putArray("charts").addObject().put("title", "theirs").put("type", "table");
        chart.putObject("search").put("logstore", store).put("query", query);
        of(Kept.DASHBOARDS).put(name, page);
    }

    static boolean mayAnswer(Received request) {
        return PATH.matcher(request.path()).matches();
    }

    synchronized Reply answer(Received request) {
        var refused = signatures.refused(request);
        if (refused.isPresent()) {
            return no(401, refused.get());
        }
        var match = PATH.matcher(request.path());
        if (!match.matches()) {
            return no(404, "NotFound");
        }
        var kept = Kept.valueOf(match.group(1).toUpperCase(Locale.ROOT));
        var name = match.group(2);
        return name == null ? collection(kept, request) : thing(kept, name, request);
    }

    private Reply collection(Kept kept, Received request) {
        if (request.method().equals("POST") && kept != Kept.LOGSTORES) {
            var node = node(request.body());
            var name = node.path(kept.key).asString("");
            if (of(kept).containsKey(name)) {
                return no(400, kept.code + "AlreadyExist");
            }
            return stored(kept, name, node);
        }
        if (!request.method().equals("GET")) {
            return no(405, "MethodNotAllowed");
        }
        var from = Long.parseLong(request.parameters().getOrDefault("offset", "0"));
        var size = Integer.parseInt(request.parameters().getOrDefault("size", "100"));
        // ListSavedSearch and ListDashboard: "size: maximum value 500".
        if (size > 500) {
            return no(400, "ParameterInvalid");
        }
        var page = of(kept).values().stream().skip(from).limit(size).toList();
        var names = page.stream().map(each -> each.path(kept.key).asString("")).toList();
        return Reply.ok(
                switch (kept) {
                    case SAVEDSEARCHES ->
                        Map.of("savedsearchItems", page, "count", page.size(), "total", of(kept).size());
                    // The official client of Python reads the names, that of Java the items.
                    case DASHBOARDS ->
                        Map.of(
                                "dashboards",
                                names,
                                "dashboardItems",
                                page,
                                "count",
                                page.size(),
                                "total",
                                of(kept).size());
                    case LOGSTORES -> Map.of("logstores", names, "count", page.size(), "total", of(kept).size());
                });
    }

    private Reply thing(Kept kept, String name, Received request) {
        var there = Optional.ofNullable(of(kept).get(name));
        if (there.isEmpty()) {
            return no(kept == Kept.SAVEDSEARCHES ? 400 : 404, kept.code + "NotExist");
        }
        return switch (request.method()) {
            case "GET" ->
                Reply.ok(request.parameters().containsKey("type") ? lines(name, request.parameters()) : there.get());
            case "DELETE" -> {
                of(kept).remove(name);
                yield Reply.ok(Map.of());
            }
            case "PUT" -> stored(kept, name, node(request.body()));
            default -> no(405, "MethodNotAllowed");
        };
    }

    /** What is not said of a thing goes back to its default; but shards of a log store are not changed so. */
    private Reply stored(Kept kept, String name, ObjectNode node) {
        if (!NAME.matcher(name).matches() || !node.path(kept.key).asString("").equals(name)) {
            return no(400, "ParameterInvalid");
        }
        if (kept == Kept.LOGSTORES) {
            var days = node.path("ttl").asInt(0);
            // UpdateLogStore: "ttl: 1 to 3650"; "hot_ttl: at most the value of ttl".
            if (days < 1 || days > 3650 || node.path("hot_ttl").asInt(0) > days) {
                return no(400, "ParameterInvalid");
            }
            node.put("shardCount", 2);
        } else {
            var asked = kept == Kept.SAVEDSEARCHES ? List.<JsonNode>of(node) : searches(node);
            for (var each : asked) {
                if (!of(Kept.LOGSTORES).containsKey(each.path("logstore").asString(""))) {
                    return no(404, "LogStoreNotExist");
                }
            }
        }
        of(kept).put(name, node);
        return Reply.ok(Map.of());
    }

    private static List<JsonNode> searches(ObjectNode page) {
        return page.path("charts")
                .valueStream()
                .map(each -> each.path("search"))
                .toList();
    }

    private static ObjectNode node(String body) {
        try {
            return JSON.readTree(body) instanceof ObjectNode node ? node : JSON.createObjectNode();
        } catch (JacksonException malformed) {
            return JSON.createObjectNode();
        }
    }

    private static Reply no(int status, String code) {
        return new Reply(status, Map.of("errorCode", code, "errorMessage", "no: " + code));
    }
}
