package io.belay.adapter.aws;

import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A budget's normal form: whom it tells are addresses of letters, and one topic. Bounds as in CreateBudget and Notification of the AWS
 * Billing and Cost Management API Reference: "up to ten notifications", each with "one SNS subscriber and up to 10 email subscribers".
 */
record BudgetForm(AwsAccount account) {
    private static final int MOST_MARKS = 10;
    private static final int MOST_LETTERS = 10;

    Rendering rendering(Owner owner, Budget wanted) {
        if (!wanted.name().matches("[^:\\\\]{1,100}") || wanted.name().contains("/action/")) {
            return Rendering.none(wanted, "a budget's name is of 1 to 100 characters, without : \\ and /action/");
        }
        if (wanted.marks().size() > MOST_MARKS) {
            return Rendering.none(wanted, "it tells at 10 costs at most");
        }
        var gaps = new ArrayList<Gap>();
        var receivers = receivers(wanted.receivers(), gaps);
        if (receivers.isEmpty() && !wanted.marks().isEmpty()) {
            gaps.add(new Gap(
                    "told at",
                    String.valueOf(wanted.fields().text("told at").orElse("")),
                    "nobody is there to be told"));
        }
        var form = new Budget(
                wanted.name(),
                wanted.limit(),
                wanted.currency(),
                receivers.isEmpty()
                        ? List.of()
                        : wanted.marks().stream().map(BudgetForm::kept).toList(),
                wanted.marks().isEmpty() ? List.of() : receivers);
        return new Rendering(wanted, Optional.of(Canonical.of(form, Optional.of(owner))), gaps);
    }

    /** A threshold is kept as a double. */
    static BigDecimal kept(BigDecimal mark) {
        return BigDecimal.valueOf(mark.doubleValue());
    }

    private List<Receiver> receivers(List<Receiver> wanted, List<Gap> gaps) {
        var letters = new TreeSet<String>();
        var topics = new TreeSet<String>();
        for (var receiver : wanted) {
            for (var channel : receiver.channels()) {
                switch (channel) {
                    case Channel.Email(var address) -> letters.add(address.reveal());
                    case Channel.Topic(var arn) -> topics.add(arn);
                    case Channel.Sms _, Channel.Webhook _, Channel.Queue _ ->
                        topics.add(account.topic(receiver.name()));
                    case Channel.Function _, Channel.DingTalk _, Channel.Slack _ ->
                        gaps.add(new Gap(
                                "receivers", channel.shown(), "a budget tells topics and addresses of letters"));
                }
            }
        }
        more(topics, 1, "it tells one topic", gaps);
        more(letters, MOST_LETTERS, "it sends 10 letters", gaps);
        // Its own topic sends those letters already.
        for (var receiver : wanted) {
            if (topics.contains(account.topic(receiver.name()))) {
                receiver.channels().forEach(each -> {
                    if (each instanceof Channel.Email(var address)) {
                        letters.remove(address.reveal());
                    }
                });
            }
        }
        letters.addAll(topics);
        return letters.stream().map(each -> new Receiver(each, List.of())).toList();
    }

    private static void more(TreeSet<String> told, int most, String reason, List<Gap> gaps) {
        while (told.size() > most) {
            gaps.add(new Gap("receivers", told.removeLast(), reason + ", and not this one"));
        }
    }
}
