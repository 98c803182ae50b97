package io.belay.templates.aws;

/** Every function has a log of its own, of its name, that is not kept for ever. */
final class Logs implements Rule {
    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        var logs = sam.ofType("AWS::Logs::LogGroup");
        logs.forEach((_, log) -> {
            if (log.find("Properties", "RetentionInDays").isEmpty()) {
                faults.at(log, "without RetentionInDays it is kept for ever");
            }
        });
        sam.ofType(Sam.FUNCTION).forEach((_, function) -> {
            var named = function.text("Properties", "LoggingConfig", "LogGroup", "Ref");
            var log = logs.get(named);
            if (log == null) {
                faults.at(function, "LoggingConfig with a log group of this template is meant");
                return;
            }
            var wanted = "/aws/lambda/" + function.text("Properties", "FunctionName", "Fn::Sub");
            if (!log.text("Properties", "LogGroupName", "Fn::Sub").equals(wanted)) {
                faults.at(log, "the log of another function; " + wanted + " is meant");
            }
            if (!log.text("Condition").equals(function.text("Condition"))) {
                faults.at(log, "it is made on another condition than its function");
            }
        });
    }
}
