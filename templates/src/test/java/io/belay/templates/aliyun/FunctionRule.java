package io.belay.templates.aliyun;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Each function is one of Belay's, has its own name and role, and nothing that changes something is open by accident. */
final class FunctionRule {
    private static final Set<String> AT_ONCE = Set.of("health", "systems");

    private FunctionRule() {}

    static List<String> faults(Templates templates, Promises promises) {
        var faults = new ArrayList<String>();
        var there = new TreeSet<>(templates.all().keySet());
        promises.functions().stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> faults.add("s.yaml: resources: there is no " + name));
        templates.all().forEach((name, props) -> {
            belongs(name, props, promises.functions(), faults);
            role(name, props, faults);
            settings(props, promises.settings(), faults);
            open(name, props, promises.changing(), faults);
        });
        templates.functions().forEach((name, props) -> doors(name, props, faults));
        templates.byHand().forEach((_, props) -> {
            if (props.at("triggers").there()) {
                faults.add(props.at("triggers").place() + ": what only a person calls has no trigger");
            }
        });
        return faults;
    }

    private static void belongs(String name, Node props, Set<String> functions, List<String> faults) {
        var function = props.at("environmentVariables", "BELAY_FUNCTION");
        if (!functions.contains(function.text())) {
            faults.add(function.place() + ": there is no function '" + function.text() + "'; there are " + functions);
        } else if (!function.text().equals(name)) {
            faults.add(function.place() + ": is '" + function.text() + "', and the resource is " + name);
        }
        if (!props.at("functionName").text().equals("${vars.name}-" + name)) {
            faults.add(props.at("functionName").place() + ": is not ${vars.name}-" + name);
        }
    }

    /** Also where the role may do nothing: without one Serverless Devs would look after the account's own for FC. */
    private static void role(String name, Node props, List<String> faults) {
        var wanted = "acs:ram::${vars.account}:role/${vars.name}-" + name;
        if (!props.at("role").text().equals(wanted)) {
            faults.add(props.at("role").place() + ": is '" + props.at("role").text() + "' and not '" + wanted
                    + "': each function has the role of its own policy");
        }
    }

    private static void settings(Node props, Set<String> settings, List<String> faults) {
        props.at("environmentVariables").fields().forEach((key, each) -> {
            if (key.startsWith("FC_") || (key.startsWith("BELAY_") && !settings.contains(key))) {
                faults.add(each.place() + ": is no setting of README.md");
            }
        });
        if (!props.at("environmentVariables", "BELAY_ROLLBACK_OFF").text().equals("${vars.off}")) {
            faults.add(
                    props.at("environmentVariables", "BELAY_ROLLBACK_OFF").place() + ": the kill switch is not wired");
        }
    }

    /** What is asked has a body, but systems, which is asked nothing. */
    private static void doors(String name, Node props, List<String> faults) {
        var wanted = name.equals("systems") ? List.of("GET") : List.of("GET", "POST");
        for (var trigger : props.at("triggers").items()) {
            var methods = trigger.at("triggerConfig", "methods");
            if (trigger.at("triggerType").text().equals("http")
                    && !methods.texts().equals(wanted)) {
                faults.add(methods.place() + ": is not " + wanted);
            }
        }
        if (props.at("instanceConcurrency").number() != (AT_ONCE.contains(name) ? 10 : 1)) {
            faults.add(
                    props.at("instanceConcurrency").place()
                            + ": one instance answers several at once where they only look, and one where it changes or takes long");
        }
    }

    private static void open(String name, Node props, Set<String> changing, List<String> faults) {
        // A pipeline calls verify by its door: what it may do stands in the system file.
        if (!changing.contains(name) || name.equals("verify")) {
            return;
        }
        for (var trigger : props.at("triggers").items()) {
            if (trigger.at("triggerType").text().equals("http")) {
                faults.add(trigger.place() + ": " + name + " changes something, and has no door over HTTP here");
            }
        }
    }
}
