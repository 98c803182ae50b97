package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.util.List;
import java.util.Map;

/** An alarm as it was asked for, in the query protocol's words, and how it stood since. */
record CloudWatchAlarm(Map<String, String> form, Tags tags, List<CloudWatchTurn> turns) {
    String name() {
        return form.getOrDefault("AlarmName", "");
    }

    boolean composite() {
        return form.containsKey("AlarmRule");
    }

    CloudWatchTurn last() {
        return turns.getLast();
    }

    String arn() {
        return "arn:aws:cloudwatch:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":alarm:" + name();
    }

    /** As DescribeAlarms tells it. */
    String listed() {
        var changed = turns.reversed().stream()
                .filter(turn -> !turn.from().equals(turn.to()))
                .findFirst()
                .orElse(last());
        return "<member>" + element("AlarmArn", arn())
                + element("StateValue", last().to())
                + element("StateReason", last().reason())
                + element("StateUpdatedTimestamp", last().at().toString())
                + element("StateTransitionedTimestamp", changed.at().toString())
                + FormTree.xml(form) + "</member>";
    }
}
