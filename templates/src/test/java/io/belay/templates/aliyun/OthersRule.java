package io.belay.templates.aliyun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What those may do that belong to no one function: who calls, who deploys, and what all do to what is Belay's own. */
final class OthersRule {
    private static final String FOLDER = "templates/aliyun/ram/";
    private static final Node KNOWN = Sources.table("others.yaml");
    private static final Pattern CALLED = Pattern.compile("acs:fc:\\$\\{region}:\\$\\{account}:functions/(\\S+)/live");

    private OthersRule() {}

    static void faults(Sources sources, Templates templates, List<String> faults) {
        calls("bell", belled(templates), sources, faults);
        calls("fleet", started(sources), sources, faults);
        own(sources, templates, faults);
        for (var name : List.of("ci", "vpc")) {
            var wanted = new TreeSet<>(KNOWN.at(name).fields().keySet());
            var found = new TreeSet<>(allowed(sources, name).keySet());
            if (!found.equals(wanted)) {
                faults.add("ram/" + name + ".json: Statement: allows " + without(found, wanted)
                        + " that nobody asks, and not " + without(wanted, found));
            }
        }
        deny(sources, faults);
    }

    /** A pipeline opens no door: both ways of making one are shut, under its own condition. */
    private static void deny(Sources sources, List<String> faults) {
        var denied = sources.yaml(FOLDER + "ci.json").at("Statement").items().stream()
                .filter(each -> each.at("Effect").text().equals("Deny"))
                .toList();
        if (denied.size() != 1
                || !Set.copyOf(denied.getFirst().at("Action").texts())
                        .equals(Set.of("fc:CreateTrigger", "fc:UpdateTrigger"))
                || !denied.getFirst()
                        .at("Condition", "StringEquals", "fc:EnableHTTPTriggerAnonymous")
                        .text()
                        .equals("true")) {
            faults.add("ram/ci.json: Statement: does not deny that a door is opened to whoever comes");
        }
    }

    private static void calls(String name, Set<String> functions, Sources sources, List<String> faults) {
        var wanted = new TreeSet<String>();
        for (var function : functions) {
            wanted.add("acs:fc:${region}:${account}:functions/" + function);
            wanted.add("acs:fc:${region}:${account}:functions/" + function + "/live");
        }
        equal(name, Map.of("fc:InvokeFunction", wanted), sources, faults);
    }

    private static Set<String> belled(Templates templates) {
        var functions = new TreeSet<String>();
        templates
                .all()
                .forEach((name, props) -> props.at("triggers").items().stream()
                        .filter(trigger -> trigger.at("triggerType").text().equals("mns_topic"))
                        .forEach(_ -> functions.add("${name}-" + name)));
        return functions;
    }

    private static Set<String> started(Sources sources) {
        var functions = new TreeSet<String>();
        for (var each : sources.yaml("templates/aliyun/fleet.flow.yaml").all()) {
            var called = CALLED.matcher(each.at("Parameters", "resourceArn").text());
            if (called.matches()) {
                functions.add(called.group(1));
            }
        }
        return functions;
    }

    private static void own(Sources sources, Templates templates, List<String> faults) {
        var queues = new TreeSet<String>();
        var stores = new TreeSet<String>();
        templates.all().values().forEach(props -> {
            queues.add(place(props.at("asyncInvokeConfig", "destinationConfig", "onFailure", "destination")
                    .text()));
            var log = props.at("logConfig");
            stores.add("acs:log:${region}:${account}:project/"
                    + place(log.at("project").text()) + "/logstore/"
                    + place(log.at("logstore").text()));
        });
        equal("own", Map.of("mns:SendMessage", queues, "log:PostLogStoreLogs", stores), sources, faults);
    }

    private static String place(String text) {
        return text.replace("${vars.", "${");
    }

    private static void equal(String name, Map<String, Set<String>> wanted, Sources sources, List<String> faults) {
        var found = allowed(sources, name);
        if (!found.equals(wanted)) {
            faults.add("ram/" + name + ".json: Statement: allows " + found + " and not " + new TreeMap<>(wanted));
        }
    }

    private static Map<String, Set<String>> allowed(Sources sources, String name) {
        var allowed = new TreeMap<String, Set<String>>();
        sources.yaml(FOLDER + name + ".json").at("Statement").items().stream()
                .filter(each -> each.at("Effect").text().equals("Allow"))
                .forEach(each -> each.at("Action")
                        .texts()
                        .forEach(action -> allowed.computeIfAbsent(action, _ -> new TreeSet<>())
                                .addAll(each.at("Resource").texts())));
        return allowed;
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        var rest = new ArrayList<>(some);
        rest.removeAll(others);
        return rest;
    }
}
