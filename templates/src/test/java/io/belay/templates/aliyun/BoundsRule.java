package io.belay.templates.aliyun;

import java.util.ArrayList;
import java.util.List;

/** What is bounded: tries, ages, spans, the ratio of processor to memory; and that all hangs on the alias. */
final class BoundsRule {
    private static final int MOST_RETRIES = 2;
    private static final int OLDEST = 3600;
    private static final int PORT = 9000;

    private BoundsRule() {}

    static List<String> faults(Templates templates, Promises promises) {
        var faults = new ArrayList<String>();
        templates.all().forEach((name, props) -> {
            ratio(props, faults);
            spans(name, props, promises, faults);
            asynchronous(props.at("asyncInvokeConfig"), faults);
            props.at("triggers").items().forEach(trigger -> trigger(name, trigger, faults));
            logs(props.at("logConfig"), faults);
            if (!props.at("customContainerConfig", "healthCheckConfig", "httpGetUrl")
                    .text()
                    .equals("/health/live")) {
                faults.add(props.at("customContainerConfig", "healthCheckConfig", "httpGetUrl")
                                .place() + ": is not /health/live");
            }
            if (props.at("customContainerConfig", "port").number() != PORT) {
                faults.add(props.at("customContainerConfig", "port").place() + ": is not " + PORT
                        + ", where the image listens");
            }
        });
        if (!templates.functions().containsKey("verify")
                || !templates
                        .functions()
                        .get("verify")
                        .at("asyncInvokeConfig", "asyncTask")
                        .text()
                        .equals("true")) {
            faults.add(
                    "s.yaml: resources.verify.props.asyncInvokeConfig.asyncTask: is not true, so no run could be polled");
        }
        return faults;
    }

    private static void ratio(Node props, List<String> faults) {
        var ratio = props.at("memorySize").number() / 1024 / props.at("cpu").number();
        if (!(ratio >= 1 && ratio <= 4)) {
            faults.add(props.at("cpu").place() + ": memorySize in GB is " + ratio
                    + " times cpu, and FC takes 1 to 4 (function specifications)");
        }
    }

    private static void spans(String name, Node props, Promises promises, List<String> faults) {
        var least = switch (name) {
            case "rollback" -> promises.rollbackTimeout();
            // A rollback, and health before and after it.
            case "verify" -> promises.rollbackTimeout() + 300;
            default -> 60;
        };
        if (!(props.at("timeout").number() >= least)) {
            faults.add(props.at("timeout").place() + ": is under the " + least + " s that it may need");
        }
    }

    private static void asynchronous(Node config, List<String> faults) {
        live(config, faults);
        if (!(config.at("maxAsyncRetryAttempts").number() <= MOST_RETRIES)) {
            faults.add(config.at("maxAsyncRetryAttempts").place() + ": is not bounded by " + MOST_RETRIES);
        }
        if (!(config.at("maxAsyncEventAgeInSeconds").number() <= OLDEST)) {
            faults.add(config.at("maxAsyncEventAgeInSeconds").place() + ": is not bounded by " + OLDEST);
        }
        is(
                config.at("destinationConfig", "onFailure", "destination"),
                "acs:mns:${vars.region}:${vars.account}:/queues/${vars.name}-failed/messages",
                faults);
    }

    private static void trigger(String name, Node trigger, List<String> faults) {
        live(trigger, faults);
        var config = trigger.at("triggerConfig");
        switch (trigger.at("triggerType").text()) {
            case "timer" -> {
                Cron.fault(config.at("cronExpression").text())
                        .ifPresent(why -> faults.add(config.at("cronExpression").place() + ": " + why));
                Payload.faults(name, config, faults);
            }
            case "http" -> {
                if (!config.at("authType").text().equals("${vars.auth}")) {
                    faults.add(config.at("authType").place() + ": '"
                            + config.at("authType").text() + "' may let in whoever comes; it has to be ${vars.auth}");
                }
            }
            case "mns_topic" -> {
                if (!config.at("notifyContentFormat").text().equals("JSON")) {
                    faults.add(config.at("notifyContentFormat").place() + ": Belay reads JSON alone");
                }
                is(
                        trigger.at("sourceArn"),
                        "acs:mns:${vars.region}:${vars.account}:/topics/${vars.name}-alarms",
                        faults);
                is(trigger.at("invocationRole"), "acs:ram::${vars.account}:role/${vars.name}-bell", faults);
            }
            default -> faults.add(trigger.at("triggerType").place() + ": is not one that Belay answers");
        }
    }

    private static void live(Node bound, List<String> faults) {
        if (!bound.at("qualifier").text().equals("live")) {
            faults.add(bound.at("qualifier").place() + ": is not the alias live but '"
                    + bound.at("qualifier").text() + "' (LATEST where it is not said), which no rollback moves");
        }
    }

    private static void logs(Node config, List<String> faults) {
        if (!config.at("logBeginRule").text().equals("None")) {
            faults.add(config.at("logBeginRule").place()
                    + ": is not None, and lines that begin with no date would be joined");
        }
        is(config.at("project"), "${vars.name}-${vars.account}-${vars.region}", faults);
        is(config.at("logstore"), "${vars.name}", faults);
    }

    /** What terraform/foundation.tf makes, and nothing else, is there. */
    private static void is(Node found, String wanted, List<String> faults) {
        if (!found.text().equals(wanted)) {
            faults.add(
                    found.place() + ": is '" + found.text() + "' and not " + wanted + ", which the foundation makes");
        }
    }
}
