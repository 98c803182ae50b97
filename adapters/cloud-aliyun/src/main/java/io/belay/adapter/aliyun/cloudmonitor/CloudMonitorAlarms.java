package io.belay.adapter.aliyun.cloudmonitor;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.http.Pending;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.probe.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of CloudMonitor 1.0, each by its id or by its name.
 *
 * <p>How a rule stands says {@code DescribeMetricRuleList}; since when, only the log of alerts does ({@code
 * DescribeAlertLogList}), which reaches a year back and is read in spans of 15 days at the most.
 */
public final class CloudMonitorAlarms implements AlarmSource {
    private static final Duration SPAN = Duration.ofDays(15);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int PAGE = 100;

    /** As many entries of one span are read; a rule that flaps more often than that is no witness. */
    private static final int PAGES = 20;

    private final AcsClient client;

    /** The ids of rules that were read by name, by which their log is asked for beside them. */
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /** Asks {@code client}, which was made for CloudMonitor. */
    public CloudMonitorAlarms(AcsClient client) {
        this.client = requireNonNull(client, "client");
    }

    @Override
    public Target target() {
        var host = client.api().endpoint().getHost();
        return new Target(host, host);
    }

    @Override
    public String kind() {
        return "cloudmonitor";
    }

    /** The time of its last turn is found where that is no more than 15 days ago. */
    @Override
    public AlarmState read(String alarm, Deadline deadline) throws InterruptedException {
        var now = deadline.time().instant();
        var found = find(alarm, now.minus(SPAN), now, deadline);
        var rule = found.rule();
        var turns = Turns.of(found.log());
        var last = turns.isEmpty() ? Optional.<Turns.Turn>empty() : Optional.of(turns.getLast());
        var since = last.filter(turn -> turn.colour() == rule.colour()).map(Turns.Turn::at);
        return new AlarmState(rule.name(), rule.colour(), since, rule.reason(), rule.dimensions());
    }

    /** What was red before {@code from} already counts as red from there. */
    @Override
    public List<AlarmState> history(String alarm, Instant from, Deadline deadline) throws InterruptedException {
        var now = deadline.time().instant();
        var begin = from.isBefore(now.minus(YEAR)) ? now.minus(YEAR) : from;
        var first = find(alarm, begin, end(begin, now), deadline);
        var rule = first.rule();
        var log = new ArrayList<>(first.log());
        for (var start = begin.plus(SPAN); start.isBefore(now); start = start.plus(SPAN)) {
            log.addAll(log(rule, start, end(start, now), deadline));
        }
        var turns = new ArrayList<Turns.Turn>();
        if (Turns.redBefore(log)) {
            turns.add(new Turns.Turn(begin.truncatedTo(ChronoUnit.SECONDS), Colour.RED, "red before already"));
        }
        turns.addAll(Turns.of(log));
        return turns.reversed().stream()
                .map(turn -> new AlarmState(
                        rule.name(), turn.colour(), Optional.of(turn.at()), turn.words(), rule.dimensions()))
                .toList();
    }

    private static Instant end(Instant start, Instant now) {
        var end = start.plus(SPAN);
        return end.isBefore(now) ? end.minusMillis(1) : now;
    }

    /** A rule, and its log of one span. */
    private record Found(Rule rule, List<Turns.Entry> log) {}

    /** Both are asked for at once, the log by what the rule's id should be. */
    private Found find(String alarm, Instant from, Instant to, Deadline deadline) throws InterruptedException {
        var guess = ids.getOrDefault(alarm, alarm);
        try (var ahead = page(guess, from, to, 1, deadline)) {
            var rule = rule(alarm, deadline);
            ids.put(alarm, rule.id());
            return new Found(
                    rule,
                    rule.id().equals(guess)
                            ? log(rule, from, to, ahead.await(), deadline)
                            : log(rule, from, to, deadline));
        }
    }

    private List<Turns.Entry> log(Rule rule, Instant from, Instant to, Deadline deadline) throws InterruptedException {
        try (var first = page(rule.id(), from, to, 1, deadline)) {
            return log(rule, from, to, first.await(), deadline);
        }
    }

    private List<Turns.Entry> log(Rule rule, Instant from, Instant to, List<Json> first, Deadline deadline)
            throws InterruptedException {
        var entries = new ArrayList<Turns.Entry>();
        var list = first;
        for (int page = 1; page <= PAGES; page++) {
            list.forEach(each -> Turns.Entry.of(each).ifPresent(entries::add));
            if (list.size() < PAGE) {
                return entries;
            }
            try (var next = page(rule.id(), from, to, page + 1, deadline)) {
                list = next.await();
            }
        }
        throw new PortException(new Fault(
                Fault.Kind.REJECTED,
                "CMS DescribeAlertLogList: more than " + PAGE * PAGES + " entries of " + rule.name() + " in 15 days"));
    }

    private Pending<List<Json>> page(String rule, Instant from, Instant to, int page, Deadline deadline) {
        var query = new LinkedHashMap<String, String>();
        query.put("RuleId", rule);
        query.put("StartTime", Long.toString(from.toEpochMilli()));
        query.put("EndTime", Long.toString(to.toEpochMilli()));
        query.put("PageNumber", Integer.toString(page));
        query.put("PageSize", Integer.toString(PAGE));
        return client.begin(Ask.call("DescribeAlertLogList", query), deadline)
                .map(answer -> answer.objects("AlertLogList"));
    }

    /** The rule of that id, else the only one of that name; both are asked for at once. */
    private Rule rule(String alarm, Deadline deadline) throws InterruptedException {
        try (var byId = rules(Map.of("RuleIds", alarm), 1, deadline);
                var byName = rules(Map.of("RuleName", alarm), 1, deadline)) {
            var found = byId.await().stream()
                    .map(Rule::of)
                    .filter(each -> each.id().equals(alarm))
                    .findFirst();
            return found.isPresent() ? found.get() : named(alarm, byName.await(), deadline);
        }
    }

    /** Names are matched in part and need not be unique, so that every page is looked through. */
    private Rule named(String alarm, List<Json> first, Deadline deadline) throws InterruptedException {
        var found = new ArrayList<Rule>();
        var list = first;
        for (int page = 1; page <= PAGES; page++) {
            list.stream()
                    .map(Rule::of)
                    .filter(each -> each.name().equals(alarm))
                    .forEach(found::add);
            if (list.size() < PAGE) {
                break;
            }
            try (var next = rules(Map.of("RuleName", alarm), page + 1, deadline)) {
                list = next.await();
            }
        }
        if (found.size() > 1) {
            throw new PortException(new Fault(
                    Fault.Kind.REJECTED, found.size() + " rules are named " + alarm + ": name one by its id"));
        }
        if (found.isEmpty()) {
            throw new PortException(new Fault(
                    Fault.Kind.NOT_FOUND, "CMS DescribeMetricRuleList: no rule has the id or the name " + alarm));
        }
        return found.getFirst();
    }

    private Pending<List<Json>> rules(Map<String, String> which, int page, Deadline deadline) {
        var query = new LinkedHashMap<>(which);
        query.put("Page", Integer.toString(page));
        query.put("PageSize", Integer.toString(PAGE));
        return client.begin(Ask.call("DescribeMetricRuleList", query), deadline)
                .map(answer -> answer.object("Alarms").objects("Alarm"));
    }
}
