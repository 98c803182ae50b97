package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CloudMonitor 1.0: its metrics, its rules and the log of their alerts, its contacts and their groups. Thread-safe. */
public final class CloudMonitorState {
    static final String VERSION = "2019-01-01";

    private final MetricsState metrics = new MetricsState();
    private final ContactsState contacts = new ContactsState();
    private final RulesState rules = new RulesState(metrics, contacts);
    private final AlertLog log;
    private final InstantSource clock;

    CloudMonitorState(InstantSource clock) {
        this.clock = clock;
        log = new AlertLog(clock);
    }

    /** Puts a rule there, or puts another state on it: OK, ALARM, INSUFFICIENT_DATA. {@code resources} is JSON. */
    public synchronized void rule(String id, String name, String state, String resources) {
        rules.put(id, name, state, resources);
    }

    /** Somebody puts a rule there, by the parameters of PutResourceMetricRule. */
    public synchronized void rule(Map<String, String> parameters) {
        rules.put(parameters);
    }

    /** Somebody changes one parameter of a rule that is there; an empty value takes it away. */
    public synchronized void change(String id, String parameter, String value) {
        rules.change(id, parameter, value);
    }

    /** Somebody takes the targets of a rule away. */
    public synchronized void untarget(String id) {
        rules.untarget(id);
    }

    /** The parameters of every rule, by their ids. */
    public synchronized Map<String, Map<String, String>> rules() {
        return rules.all();
    }

    /** Switches a rule off; the state that it had last stays. */
    public synchronized void disable(String id) {
        rules.disable(id);
    }

    /** Writes that one instance that the rule watches went from a level to another: P4, OK. */
    public synchronized void log(String rule, Instant at, String instance, String before, String level) {
        log.add(rule, at, instance, before, level);
    }

    /** A rule that is there turns for one instance that it watches, to {@code ALARM} or {@code OK}, and the log of alerts tells it. */
    public synchronized void turn(String id, String instance, String state) {
        rules.turn(id, state);
        var red = state.equals("ALARM");
        log.add(id, clock.instant(), instance, red ? "OK" : "P2", red ? "P2" : "OK");
    }

    /** A metric that there is; statistics and periods with commas between them. */
    public synchronized void metric(String namespace, String name, String statistics, String periods) {
        metrics.add(namespace, name, statistics, periods);
    }

    /** Somebody measured {@code value} of a metric that there is; {@code dimensions} are JSON. */
    public synchronized void measured(
            String metric, String dimensions, Instant at, String statistic, BigDecimal value) {
        metrics.measured(metric, dimensions, at, statistic, value);
    }

    /** Contacts and groups. */
    public ContactsState contacts() {
        return contacts;
    }

    synchronized Reply answer(Received request) {
        // The parameters of these calls stand in the query. (API metadata, "in": "query".)
        var parameters = request.parameters();
        try {
            return switch (request.action()) {
                case "DescribeMetricRuleList" -> rules.list(parameters);
                case "DescribeAlertLogList" -> log.list(parameters);
                case "DescribeMetricMetaList" -> metrics.list(parameters);
                case "DescribeMetricList" -> metrics.points(parameters);
                case "DescribeMetricRuleTargets" -> rules.targets(parameters);
                case "PutCustomMetric" -> measured(parameters);
                case "PutResourceMetricRule" -> rules.write(parameters);
                case "DeleteMetricRules" -> rules.delete(numbered(parameters, "Id"));
                case "EnableMetricRules" -> rules.enable(numbered(parameters, "RuleId"));
                case "PutMetricRuleTargets" -> rules.putTargets(parameters);
                case "DeleteMetricRuleTargets" -> rules.deleteTargets(parameters);
                case "DescribeContactList" -> contacts.list(parameters);
                case "DescribeContactGroupList" -> contacts.groups(parameters);
                case "PutContact" -> contacts.write(parameters);
                case "PutContactGroup" -> contacts.writeGroup(parameters);
                case "DeleteContact" -> contacts.delete(parameters);
                case "DeleteContactGroup" -> contacts.deleteGroup(parameters);
                default -> throw new Refusal(404, "InvalidAction.NotFound", request.action());
            };
        } catch (No no) {
            return no.reply();
        }
    }

    /** PutCustomMetric: "Type 0: raw data", whose value is told by the name {@code value}. */
    private Reply measured(Map<String, String> parameters) {
        for (var each : List.of("GroupId", "Dimensions", "Time", "Type")) {
            needed(parameters, "MetricList.1." + each);
        }
        var metric = needed(parameters, "MetricList.1.MetricName");
        var value = RuleChecks.json(needed(parameters, "MetricList.1.Values")).path("value");
        if (!value.isNumber()) {
            throw new No("400", "Values holds no value");
        }
        rules.measured(metric, value.decimalValue())
                .forEach((id, state) -> log.add(
                        id,
                        clock.instant(),
                        metric,
                        state.equals("OK") ? "P2" : "OK",
                        state.equals("OK") ? "OK" : "P2"));
        return ok(Map.of());
    }

    /** This API says no in the body of a 200. */
    static final class No extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String code;

        No(String code, String message) {
            super(message);
            this.code = code;
        }

        Reply reply() {
            return Reply.ok(Map.of(
                    "Success", false, "Code", code, "Message", String.valueOf(getMessage()), "RequestId", "1-f"));
        }
    }

    static Reply ok(Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("Success", true);
        body.put("Code", "200");
        body.put("RequestId", "1-c");
        body.putAll(more);
        return Reply.ok(body);
    }

    /** {@code Id.1}, {@code Id.2} and so on. */
    static List<String> numbered(Map<String, String> parameters, String name) {
        var values = new ArrayList<String>();
        for (int at = 1; parameters.containsKey(name + "." + at); at++) {
            values.add(parameters.getOrDefault(name + "." + at, ""));
        }
        return values;
    }

    static <T> List<T> page(List<T> all, Map<String, String> parameters, String number) {
        var size = Integer.parseInt(parameters.getOrDefault("PageSize", "10"));
        var page = Integer.parseInt(parameters.getOrDefault(number, "1"));
        if (size < 1 || size > 100) {
            throw new No("400", "PageSize is 1 to 100");
        }
        return all.stream().skip((page - 1L) * size).limit(size).toList();
    }

    static String needed(Map<String, String> parameters, String name) {
        var value = parameters.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new No("400", "The parameter " + name + " is mandatory.");
        }
        return value;
    }
}
