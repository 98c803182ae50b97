package io.belay.templates.aws;

import java.util.Set;

/** What fails where the clock alone calls is heard by somebody: a report that fails is no failed call, and no alarm of Lambda's. */
final class Heard implements Rule {
    private static final String PATTERN =
            "{ $.event = \"report\" && ($.verdict = \"fail\" || $.verdict = \"unknown\") }";

    /** What rollback finds it tells itself; what a stamp does not stamp is no fault. */
    private static final Set<String> CLOCKED = Set.of("VerifyFunction", "AlarmsDriftFunction");

    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        var filters = sam.ofType("AWS::Logs::MetricFilter").values();
        var alarms = sam.ofType("AWS::CloudWatch::Alarm").values();
        for (var id : CLOCKED) {
            var function = sam.resources().get(id);
            if (function == null) {
                faults.at(Templates.SAM, id + " is missing");
                continue;
            }
            var log = function.text("Properties", "LoggingConfig", "LogGroup", "Ref");
            var metric = filters.stream()
                    .filter(each ->
                            each.text("Properties", "LogGroupName", "Ref").equals(log))
                    .filter(each -> each.text("Properties", "FilterPattern").equals(PATTERN))
                    .filter(each -> each.text("Condition").equals(function.text("Condition")))
                    .flatMap(each -> each.find("Properties", "MetricTransformations").stream())
                    .flatMap(each -> each.items().stream())
                    .map(each -> each.text("MetricName", "Fn::Sub"))
                    .findFirst()
                    .orElse("");
            if (metric.isEmpty()
                    || alarms.stream()
                            .noneMatch(each -> each.text("Properties", "MetricName", "Fn::Sub")
                                    .equals(metric))) {
                faults.at(function, "a clock calls it, and nobody hears that its report failed");
            }
        }
        sam.ofType("AWS::Serverless::StateMachine").forEach((id, machine) -> {
            for (var ended : Set.of("ExecutionsFailed", "ExecutionsTimedOut")) {
                if (machine.find("Properties", "Events").isPresent()
                        && alarms.stream()
                                .noneMatch(each ->
                                        each.text("Properties", "MetricName").equals(ended)
                                                && each.text("Condition").equals(machine.text("Condition"))
                                                && each.all()
                                                        .anyMatch(value -> value.text("Value", "Ref")
                                                                .equals(id)))) {
                    faults.at(machine, "a clock starts it, and nobody hears of " + ended);
                }
            }
        });
        alarms.stream()
                .filter(each -> each.find("Properties", "AlarmActions").isEmpty())
                .forEach(each -> faults.at(each, "an alarm that calls nobody"));
    }
}
