package io.belay.adapter.aws.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * CloudWatch Logs over JSON 1.1, as in its API Reference: log groups with their retention, tags and metric filters ({@link
 * LogsQueries} has the saved queries).
 *
 * <ul>
 *   <li>DescribeLogGroups: sorted, by prefix, at most 50 a page. PutRetentionPolicy: certain numbers of days alone.
 *   <li>DescribeMetricFilters: those of all groups where none is said; a prefix counts "only if you also include the logGroupName";
 *       50 a page. PutMetricFilter: one transformation, 100 filters a group. DeleteMetricFilter of none is refused.
 *   <li>FilterLogEvents: of JSON patterns, fields that equal texts, joined by {@code &&}; a phrase in quotation marks.
 * </ul>
 */
public final class LogsControl implements Control {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 50;
    private static final int MOST_FILTERS = 100;
    private static final Set<Integer> DAYS = Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);
    private static final Pattern EQUALS = Pattern.compile("\\$\\.(\\w+)\\s*=\\s*\"([^\"]*)\"");

    private final Map<String, Group> groups = new ConcurrentSkipListMap<>();
    private final LogsQueries queries = new LogsQueries();

    LogsControl() {}

    private record Event(Instant at, String text) {}

    private static final class Group {
        private final Tags tags = new Tags("InvalidParameterException");
        private final Map<String, ObjectNode> filters = new TreeMap<>();
        private final List<Event> events = new ArrayList<>();
        private Optional<Integer> days = Optional.empty();
    }

    /** A log group, kept for ever. */
    public LogsControl group(String name) {
        groups.putIfAbsent(name, new Group());
        return this;
    }

    /** Somebody says how many days a group is kept. */
    public LogsControl keep(String name, int days) {
        found(name).days = Optional.of(days);
        return this;
    }

    /** How many days a group is kept; empty for ever. */
    public Optional<Integer> kept(String name) {
        return found(name).days;
    }

    /** Somebody makes a metric filter of what {@code pattern} finds. */
    public LogsControl filter(String group, String name, String pattern) {
        var filter = JSON.createObjectNode().put("filterName", name).put("filterPattern", pattern);
        filter.putArray("metricTransformations")
                .addObject()
                .put("metricName", "found")
                .put("metricNamespace", "theirs")
                .put("metricValue", "1");
        found(group).filters.put(name, filter);
        return this;
    }

    /** The names of a group's metric filters. */
    public Set<String> filters(String group) {
        return Set.copyOf(found(group).filters.keySet());
    }

    /** What a group is tagged with. */
    public Map<String, String> tags(String group) {
        return found(group).tags.all();
    }

    /** Somebody saves a query. */
    public LogsControl query(String name, String text) {
        queries.save(name, text);
        return this;
    }

    /** Somebody puts {@code to} in the place of {@code from} in the saved query of that name. */
    public LogsControl edit(String name, String from, String to) {
        queries.edit(name, from, to);
        return this;
    }

    /** The texts of all saved queries of that name. */
    public List<String> queries(String name) {
        return queries.texts(name);
    }

    /** A line is written into a group. */
    public LogsControl write(String group, Instant at, String text) {
        found(group).events.add(new Event(at, text));
        return this;
    }

    private Group found(String name) {
        return Optional.ofNullable(groups.get(name))
                .orElseThrow(
                        () -> new Refusal(400, "ResourceNotFoundException", "The specified log group does not exist."));
    }

    @Override
    public String action(Asked asked) {
        return asked.operation();
    }

    @Override
    public Answer refused(Refusal refusal) {
        return JsonRefusals.of(refusal);
    }

    @Override
    public Answer answer(String action, Asked asked) {
        var body = asked.json();
        var group = body.path("logGroupName").asString("");
        return switch (action) {
            case "DescribeLogGroups" -> describe(body);
            case "PutRetentionPolicy" -> {
                var days = body.path("retentionInDays").asInt(0);
                hold(DAYS.contains(days), "retentionInDays must be one of " + new TreeSet<>(DAYS));
                keep(group, days);
                yield Answer.json11(Map.of());
            }
            case "DescribeMetricFilters" -> filters(body);
            case "PutMetricFilter" -> putFilter(found(group), body);
            case "DeleteMetricFilter" -> {
                if (found(group).filters.remove(body.path("filterName").asString("")) == null) {
                    throw new Refusal(400, "ResourceNotFoundException", "The specified metric filter does not exist.");
                }
                yield Answer.json11(Map.of());
            }
            case "ListTagsForResource" ->
                Answer.json11(Map.of("tags", tagged(body).tags.all()));
            case "TagResource" -> {
                var tags = body.path("tags").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().asString()));
                tagged(body).tags.put(tags);
                yield Answer.json11(Map.of());
            }
            case "UntagResource" -> {
                tagged(body)
                        .tags
                        .remove(body.path("tagKeys")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList());
                yield Answer.json11(Map.of());
            }
            case "FilterLogEvents" -> events(found(group), body);
            default ->
                queries.answer(action, body).orElseThrow(() -> new Refusal(400, "UnknownOperationException", action));
        };
    }

    /** By an ARN that does not end in {@code :*}. */
    private Group tagged(JsonNode body) {
        var arn = body.path("resourceArn").asString("");
        var before = "arn:aws:logs:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":log-group:";
        hold(arn.startsWith(before) && !arn.endsWith(":*"), "Invalid resourceArn");
        return found(arn.substring(before.length()));
    }

    private Answer describe(JsonNode body) {
        var prefix = body.path("logGroupNamePrefix").asString("");
        var all = groups.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(each -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("logGroupName", each.getKey());
                    each.getValue().days.ifPresent(days -> shown.put("retentionInDays", days));
                    return shown;
                })
                .toList();
        return page(body, "logGroups", all);
    }

    private Answer filters(JsonNode body) {
        var one = body.path("logGroupName").asString("");
        var prefix = one.isEmpty() ? "" : body.path("filterNamePrefix").asString("");
        if (!one.isEmpty()) {
            found(one);
        }
        var all = new ArrayList<ObjectNode>();
        groups.forEach((name, group) -> group.filters.forEach((filter, shown) -> {
            if ((one.isEmpty() || one.equals(name)) && filter.startsWith(prefix)) {
                all.add(shown.deepCopy().put("logGroupName", name));
            }
        }));
        return page(body, "metricFilters", all);
    }

    private static Answer page(JsonNode body, String name, List<?> all) {
        var from = Integer.parseInt(body.path("nextToken").asString("0"));
        var limit = body.path("limit").asInt(PAGE);
        hold(limit >= 1 && limit <= PAGE, "limit must be between 1 and 50");
        var to = Math.min(all.size(), from + limit);
        var page = new LinkedHashMap<String, Object>();
        page.put(name, all.subList(from, to));
        if (to < all.size()) {
            page.put("nextToken", String.valueOf(to));
        }
        return Answer.json11(page);
    }

    private static Answer putFilter(Group group, JsonNode body) {
        var name = body.path("filterName").asString("");
        hold(name.matches("[^:*]{1,512}"), "filterName must satisfy [^:*]*");
        hold(body.has("filterPattern") && body.get("filterPattern").asString().length() <= 1_024, "filterPattern");
        var counts = body.path("metricTransformations");
        hold(counts.size() == 1, "metricTransformations must have exactly one item");
        var count = counts.get(0);
        for (var field : List.of("metricName", "metricNamespace", "metricValue")) {
            hold(count.path(field).asString("").matches("[^:*$]{1,255}|\\$\\..{1,98}"), field);
        }
        if (!group.filters.containsKey(name) && group.filters.size() >= MOST_FILTERS) {
            throw new Refusal(400, "LimitExceededException", "Resource limit exceeded.");
        }
        var kept = (ObjectNode) body.deepCopy();
        kept.remove("logGroupName");
        group.filters.put(name, kept);
        return Answer.json11(Map.of());
    }

    private static Answer events(Group group, JsonNode body) {
        var from = Instant.ofEpochMilli(body.path("startTime").asLong(0));
        var pattern = body.path("filterPattern").asString("");
        var all = group.events.stream()
                .filter(each -> !each.at().isBefore(from) && found(pattern, each.text()))
                .sorted(Comparator.comparing(Event::at))
                .map(each -> Map.of("timestamp", each.at().toEpochMilli(), "message", each.text()))
                .toList();
        return Answer.json11(Map.of("events", all));
    }

    private static boolean found(String pattern, String text) {
        if (!pattern.startsWith("{")) {
            return text.contains(pattern.replace("\"", ""));
        }
        if (!text.startsWith("{")) {
            return false;
        }
        var line = JSON.readTree(text);
        var asked = EQUALS.matcher(pattern);
        var any = false;
        while (asked.find()) {
            any = true;
            if (!line.path(asked.group(1)).asString("").equals(asked.group(2))) {
                return false;
            }
        }
        return any;
    }

    private static void hold(boolean holds, String message) {
        if (!holds) {
            throw new Refusal(400, "InvalidParameterException", message);
        }
    }
}
