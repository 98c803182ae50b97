package io.belay.adapter.aws;

import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Window;
import io.belay.core.fact.Spans;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CloudWatch's normal form of what is wanted. Bounds as in PutMetricAlarm and PutCompositeAlarm of the CloudWatch API Reference.
 *
 * @param actions what a receiver is called by alarms
 */
record CloudWatchForms(Owner owner, CloudWatchActions actions) {
    static final String ACTIONS = "actions";

    /** "AlarmName: minimum length of 1, maximum length of 255." */
    private static final int NAME = 255;

    /** "Up to 5 actions" for each state. */
    private static final int MOST_ACTIONS = 5;

    static Canonical form(AlarmSpec alarm, Optional<Owner> owner) {
        return Canonical.of(alarm, owner).without("severity").with(ACTIONS, "on");
    }

    static Canonical form(Composite composite, Optional<Owner> owner, String rule) {
        return Canonical.of(composite, owner)
                .without("severity")
                .with("rule", rule)
                .with(ACTIONS, "on");
    }

    Rendering of(Resource wanted) {
        if (wanted.name().length() > NAME || wanted.name().chars().anyMatch(Character::isISOControl)) {
            return Rendering.none(wanted, "a name is of 255 characters at most, and none of them controls");
        }
        return switch (wanted) {
            case AlarmSpec alarm -> alarm(alarm);
            case Composite composite -> composite(composite);
            default -> throw new IllegalArgumentException("no alarm: " + wanted.id());
        };
    }

    private Rendering alarm(AlarmSpec alarm) {
        var gaps = new ArrayList<Gap>();
        var measure = alarm.measure();
        var limit = alarm.limit();
        if (measure instanceof Measure.Of wanted) {
            switch (CloudWatchSignals.of(wanted)) {
                case CloudWatchSignals.Told.Not(var reason) -> {
                    return Rendering.none(alarm, reason);
                }
                case CloudWatchSignals.Told.By(var told, var factor, var proviso) -> {
                    measure = told;
                    limit = times(limit, factor);
                    if (!proviso.isEmpty()) {
                        gaps.add(new Gap("measure", wanted.shown(), proviso));
                    }
                }
            }
        }
        if (limit instanceof Limit.Band && !(measure instanceof Measure.Metric)) {
            return Rendering.none(alarm, "a band is put around one metric, and not around what is computed");
        }
        var window = window(alarm.window(), measure, gaps);
        if (tooLong(window)) {
            return Rendering.none(
                    alarm, "all periods together are a day at most, 7 days with periods of an hour and more");
        }
        alarm.remind()
                .ifPresent(
                        span -> gaps.add(new Gap("remind", Spans.shown(span), "it tells once, when the colour turns")));
        var receivers = receivers(alarm.receivers(), gaps);
        var spec = new AlarmSpec(
                alarm.name(),
                description(alarm.description(), gaps),
                measure,
                canonical(limit),
                window,
                alarm.missing(),
                alarm.severity(),
                receivers,
                alarm.recovery() && !receivers.isEmpty(),
                Optional.empty());
        return new Rendering(alarm, Optional.of(form(spec, Optional.of(owner))), gaps);
    }

    private static Limit times(Limit limit, BigDecimal factor) {
        return limit instanceof Limit.Threshold(var comparison, var bound)
                ? new Limit.Threshold(comparison, bound.multiply(factor))
                : limit;
    }

    /** A threshold is kept as a double. */
    private static Limit canonical(Limit limit) {
        return limit instanceof Limit.Threshold(var comparison, var bound)
                ? new Limit.Threshold(comparison, BigDecimal.valueOf(bound.doubleValue()))
                : limit;
    }

    /**
     * "Valid values are 10, 20, 30, and any multiple of 60"; below a minute for "metrics that are stored by a PutMetricData call with
     * a StorageResolution of 1", which AWS's own are not.
     */
    private static Window window(Window wanted, Measure measure, List<Gap> gaps) {
        var seconds = wanted.period().plusMillis(999).toSeconds();
        var fine =
                measure instanceof Measure.Metric metric && !metric.namespace().startsWith("AWS/");
        var round = fine && seconds <= 30 ? (seconds + 9) / 10 * 10 : (seconds + 59) / 60 * 60;
        var period = Duration.ofSeconds(round);
        if (!period.equals(wanted.period())) {
            gaps.add(new Gap(
                    "period",
                    Spans.shown(wanted.period()),
                    "periods are of 10, 20 or 30 seconds for metrics of one's own, and of whole minutes: "
                            + Spans.shown(period)));
        }
        return new Window(period, wanted.evaluations(), wanted.breaching());
    }

    /** EvaluationPeriods of PutMetricAlarm: a day in all, 7 days "for alarms with a period of at least one hour". */
    private static boolean tooLong(Window window) {
        var most = Duration.ofDays(window.period().compareTo(Duration.ofHours(1)) >= 0 ? 7 : 1);
        return window.period().multipliedBy(window.evaluations()).compareTo(most) > 0;
    }

    private Rendering composite(Composite composite) {
        var gaps = new ArrayList<Gap>();
        if (composite.needs().stream().anyMatch(name -> name.indexOf('"') >= 0)) {
            return Rendering.none(composite, "a rule cannot name an alarm with a quotation mark in its name");
        }
        var rule = CloudWatchRule.written(composite.rule());
        if (rule.length() > CloudWatchRule.LONGEST) {
            return Rendering.none(
                    composite, "a rule is of 10,240 characters at most, and this one of " + rule.length());
        }
        var receivers = receivers(composite.receivers(), gaps);
        var spec = new Composite(
                composite.name(),
                description(composite.description(), gaps),
                composite.rule(),
                composite.severity(),
                receivers,
                composite.recovery() && !receivers.isEmpty(),
                composite.hush().map(hush -> whole(hush, gaps)));
        return new Rendering(composite, Optional.of(form(spec, Optional.of(owner), rule)), gaps);
    }

    private static Composite.Hush whole(Composite.Hush hush, List<Gap> gaps) {
        var whole = new Composite.Hush(hush.alarm(), whole(hush.patience()), whole(hush.extension()));
        if (!whole.equals(hush)) {
            gaps.add(new Gap("hush", hush.toString(), "it waits whole seconds"));
        }
        return whole;
    }

    private static Duration whole(Duration span) {
        return Duration.ofSeconds(span.plusMillis(999).toSeconds());
    }

    private String description(String wanted, List<Gap> gaps) {
        var room = CloudWatchMark.room(owner);
        if (wanted.length() <= room) {
            return wanted;
        }
        gaps.add(new Gap("description", wanted, "it has room for " + room + " characters beside the owner's mark"));
        return wanted.substring(0, room);
    }

    private List<Receiver> receivers(List<Receiver> wanted, List<Gap> gaps) {
        var all = wanted.stream()
                .flatMap(each -> actions.of(each).stream())
                .distinct()
                .sorted()
                .toList();
        if (all.size() > MOST_ACTIONS) {
            gaps.add(new Gap(
                    "receivers",
                    all.size() + " actions",
                    "it takes 5: not told are " + String.join(", ", all.subList(MOST_ACTIONS, all.size()))));
        }
        return all.stream()
                .limit(MOST_ACTIONS)
                .map(each -> new Receiver(each, List.of()))
                .toList();
    }
}
