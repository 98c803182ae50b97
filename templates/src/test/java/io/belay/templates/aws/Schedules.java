package io.belay.templates.aws;

import java.util.Set;
import java.util.regex.Pattern;

/** The clock can read when it is to call, and the functions what it brings. */
final class Schedules implements Rule {
    private static final Pattern RATE =
            Pattern.compile("rate\\((1 (minute|hour|day)|([2-9]|[1-9]\\d+) (minutes|hours|days))\\)");
    private static final String FIELD = "(\\*|\\?|[0-9A-Z,/#LW*-]+)";
    private static final Pattern CRON = Pattern.compile("cron\\(" + (FIELD + " ").repeat(5) + FIELD + "\\)");

    /** What may stand in an input (EventBridge Scheduler user guide, "Adding context attributes"). */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "<aws.scheduler.scheduled-time>",
            "<aws.scheduler.schedule-arn>",
            "<aws.scheduler.execution-id>",
            "<aws.scheduler.attempt-number>");

    private static final Pattern PLACEHOLDER = Pattern.compile("<[^>]*>");

    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        sam.events().forEach((_, event) -> {
            event.find("Properties", "ScheduleExpression").ifPresent(node -> {
                var parameter = sam.root().find("Parameters", node.text("Ref"), "Default");
                var at = parameter.orElse(node);
                if (!valid(at.word())) {
                    faults.at(at, at.word() + " is no schedule: rate(5 minutes), or cron() with six fields");
                }
            });
            event.find("Properties", "Input")
                    .ifPresentOrElse(
                            input -> Sam.branches(input).forEach(each -> input(each, faults)),
                            () -> faults.at(
                                    event, "without an Input the clock's own event comes, which is no request"));
        });
    }

    static boolean valid(String expression) {
        if (RATE.matcher(expression).matches()) {
            return true;
        }
        var fields = CRON.matcher(expression).matches()
                ? expression.substring(5, expression.length() - 1).split(" ", -1)
                : new String[0];
        // Of the day of the month and the day of the week one says nothing.
        return fields.length == 6 && fields[2].equals("?") != fields[4].equals("?");
    }

    private static void input(Node input, Faults faults) {
        var said = input.word() + input.text("Fn::Sub");
        var found = PLACEHOLDER.matcher(said);
        while (found.find()) {
            if (!PLACEHOLDERS.contains(found.group())) {
                faults.at(input, "Scheduler knows no " + found.group());
            }
        }
        if (!said.startsWith("{")) {
            faults.at(input, "JSON is meant");
        }
    }
}
