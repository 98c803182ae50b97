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
        var rule = rule(alarm, deadline);
        var now = deadline.time().instant();
        var turns = Turns.of(log(rule, now.minus(SPAN), now, deadline));
        var last = turns.isEmpty() ? Optional.<Turns.Turn>empty() : Optional.of(turns.getLast());
        var since = last.filter(turn -> turn.colour() == rule.colour()).map(Turns.Turn::at);
        return new AlarmState(rule.name(), rule.colour(), since, rule.reason(), rule.dimensions());
    }

    /** What was red before {@code from} already counts as red from there. */
    @Override
    public List<AlarmState> history(String alarm, Instant from, Deadline deadline) throws InterruptedException {
        var rule = rule(alarm, deadline);
        var now = deadline.time().instant();
        var log = new ArrayList<Turns.Entry>();
        var begin = from.isBefore(now.minus(YEAR)) ? now.minus(YEAR) : from;
        for (var start = begin; start.isBefore(now); start = start.plus(SPAN)) {
            var end = start.plus(SPAN).isBefore(now) ? start.plus(SPAN).minusMillis(1) : now;
            log.addAll(log(rule, start, end, deadline));
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

    private List<Turns.Entry> log(Rule rule, Instant from, Instant to, Deadline deadline) throws InterruptedException {
        var entries = new ArrayList<Turns.Entry>();
        for (int page = 1; page <= PAGES; page++) {
            var query = new LinkedHashMap<String, String>();
            query.put("RuleId", rule.id());
            query.put("StartTime", Long.toString(from.toEpochMilli()));
            query.put("EndTime", Long.toString(to.toEpochMilli()));
            query.put("PageNumber", Integer.toString(page));
            query.put("PageSize", Integer.toString(PAGE));
            var list = client.ask(Ask.call("DescribeAlertLogList", query), deadline)
                    .objects("AlertLogList");
            list.forEach(each -> Turns.Entry.of(each).ifPresent(entries::add));
            if (list.size() < PAGE) {
                return entries;
            }
        }
        throw new PortException(new Fault(
                Fault.Kind.REJECTED,
                "CMS DescribeAlertLogList: more than " + PAGE * PAGES + " entries of " + rule.name() + " in 15 days"));
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
