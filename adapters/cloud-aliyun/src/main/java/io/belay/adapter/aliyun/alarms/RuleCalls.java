package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.http.Pending;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The calls of CloudMonitor that are about rules. */
record RuleCalls(AcsClient client) {
    /** "You can query at most 20 IDs at a time", and delete as many. */
    static final int IDS = 20;

    /** As many are asked for their targets at once. */
    private static final int TOGETHER = 8;

    /** All rules that are {@code wanted}, with their targets, of which CloudMonitor tells a rule at a time. */
    List<Seen> all(Predicate<Seen> wanted, Deadline deadline) throws InterruptedException {
        return targeted(list(Map.of(), deadline), wanted, deadline);
    }

    /** Those of {@code ids} that there are. */
    List<Seen> byId(Collection<String> ids, Deadline deadline) throws InterruptedException {
        return ids.isEmpty()
                ? List.of()
                : targeted(list(Map.of("RuleIds", String.join(",", ids)), deadline), _ -> true, deadline);
    }

    /** Those of that name: the API's own search is for parts of names. */
    List<Seen> byName(String name, Deadline deadline) throws InterruptedException {
        return targeted(
                list(Map.of("RuleName", name), deadline), each -> each.name().equals(name), deadline);
    }

    private List<Json> list(Map<String, String> which, Deadline deadline) throws InterruptedException {
        return Lists.all(
                client,
                "DescribeMetricRuleList",
                which,
                "Page",
                answer -> answer.object("Alarms").objects("Alarm"),
                deadline);
    }

    private List<Seen> targeted(List<Json> rules, Predicate<Seen> wanted, Deadline deadline)
            throws InterruptedException {
        var due = rules.stream()
                .map(each -> new Seen(each, Map.of(), List.of()))
                .filter(wanted)
                .toList();
        var asked = new ArrayDeque<Pending<Json>>();
        var seen = new ArrayList<Seen>();
        try {
            for (int at = 0; at < due.size(); at++) {
                while (asked.size() < TOGETHER && at + asked.size() < due.size()) {
                    asked.add(client.begin(
                            Ask.call(
                                    "DescribeMetricRuleTargets",
                                    Map.of("RuleId", due.get(at + asked.size()).id())),
                            deadline));
                }
                seen.add(with(due.get(at), asked.remove().await()));
            }
        } finally {
            asked.forEach(Pending::close);
        }
        return seen;
    }

    private static Seen with(Seen rule, Json answer) {
        var targets = new TreeMap<String, String>();
        var levels = new ArrayList<String>();
        for (var each : answer.object("Targets").objects("Target")) {
            targets.put(each.text("Id").orElse(""), each.text("Arn").orElse(""));
            each.text("Level").ifPresent(levels::add);
        }
        return new Seen(rule.json(), targets, levels);
    }

    /** Asks for a write. A list of what failed beside a success is a refusal. */
    void write(Ask ask, Deadline deadline) throws InterruptedException {
        var answer = client.ask(ask, deadline);
        if (!answer.object("FailData").object("Targets").objects("Target").isEmpty()) {
            throw new PortException(new Fault(Fault.Kind.REJECTED, "CMS " + ask.action() + ": not all of it was done"));
        }
    }

    void delete(List<String> ids, Deadline deadline) throws InterruptedException {
        write(Ask.call("DeleteMetricRules", numbered("Id", ids)), deadline);
    }

    void enable(String id, Deadline deadline) throws InterruptedException {
        write(Ask.call("EnableMetricRules", numbered("RuleId", List.of(id))), deadline);
    }

    void deleteTargets(String rule, Collection<String> targets, Deadline deadline) throws InterruptedException {
        var query = numbered("TargetIds", List.copyOf(targets));
        query.put("RuleId", rule);
        write(Ask.call("DeleteMetricRuleTargets", query), deadline);
    }

    private static TreeMap<String, String> numbered(String name, List<String> values) {
        var query = new TreeMap<String, String>();
        for (int at = 1; at <= values.size(); at++) {
            query.put(name + "." + at, values.get(at - 1));
        }
        return query;
    }
}
