package io.belay.templates.aliyun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What each role may do is what the adapter's README says that it needs, on the system's own resources, and no more. */
final class PolicyRule {
    private static final String FOLDER = "templates/aliyun/ram/";
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");
    private static final Set<String> PLACES = Set.of(
            "region",
            "account",
            "name",
            "target",
            "alias",
            "project",
            "instance",
            "cluster",
            "topic",
            "registry",
            "repository",
            "provider",
            "audience",
            "issuer",
            "subject",
            "vpc",
            "group");
    /** The account's own, in its region where there is one; a star only for what a place has within, such as its versions. */
    private static final Pattern NARROWED =
            Pattern.compile("acs:[a-z]+:(\\$\\{region})?:\\$\\{account}:(.*[^*]|.+/(\\$\\{name}-|belay)?\\*)");

    private static final Set<String> KEYS = Set.of("Effect", "Action", "Resource", "Principal", "Condition");
    /** Of no one function, so of no README's table; {@link OthersRule} looks at them. */
    private static final Set<String> OTHERS = Set.of("bell", "fleet", "ci", "own", "vpc");

    private static final Map<String, String> TRUSTED =
            Map.of("trust-fc", "fc.aliyuncs.com", "trust-fleet", "fnf.aliyuncs.com", "trust-mns", "mns.aliyuncs.com");
    private static final Node FORMS = Sources.table("actions.yaml");

    private PolicyRule() {}

    static List<String> faults(Sources sources, Promises promises, Templates templates) {
        var faults = new ArrayList<String>();
        var seen = new TreeSet<String>();
        for (var path : sources.in(FOLDER, ".json")) {
            var name = path.substring(FOLDER.length(), path.length() - ".json".length());
            var policy = sources.yaml(path);
            seen.add(name);
            form(policy, name.startsWith("trust-"), faults);
            policy.at("Statement").items().forEach(statement -> belongs(statement, faults));
            if (TRUSTED.containsKey(name)
                    && !policy.at("Statement")
                            .items()
                            .getFirst()
                            .at("Principal", "Service")
                            .texts()
                            .equals(List.of(TRUSTED.get(name)))) {
                faults.add(policy.place() + "Statement[0].Principal.Service: is not " + TRUSTED.get(name));
            }
            if (!name.startsWith("trust-") && !OTHERS.contains(name)) {
                needed(policy, name, promises, faults);
            }
        }
        OthersRule.faults(sources, templates, faults);
        promises.needs().keySet().stream()
                .filter(name -> !seen.contains(name))
                .forEach(name -> faults.add("ram/" + name + ".json: is missing, and the README says what it needs"));
        return faults;
    }

    private static void needed(Node policy, String name, Promises promises, List<String> faults) {
        var may = new TreeSet<String>();
        policy.at("Statement")
                .items()
                .forEach(each -> may.addAll(each.at("Action").texts()));
        var needs = promises.needs().getOrDefault(name, Set.of());
        may.stream()
                .filter(action -> !needs.contains(action))
                .forEach(action -> faults.add(policy.place() + "Statement: " + action
                        + " is not needed, by adapters/cloud-aliyun/README.md"));
        needs.stream()
                .filter(action -> !may.contains(action))
                .forEach(action -> faults.add(
                        policy.place() + "Statement: " + action + " is needed, by adapters/cloud-aliyun/README.md"));
    }

    private static void form(Node policy, boolean trust, List<String> faults) {
        if (!policy.at("Version").text().equals("1")) {
            faults.add(policy.at("Version").place() + ": is not 1");
        }
        for (var statement : policy.at("Statement").items()) {
            statement.fields().forEach((key, each) -> {
                if (!KEYS.contains(key)) {
                    faults.add(each.place() + ": there is no such key");
                }
            });
            if (!Set.of("Allow", "Deny").contains(statement.at("Effect").text())) {
                faults.add(statement.at("Effect").place() + ": is neither Allow nor Deny");
            }
            if (trust != statement.at("Principal").there()
                    || trust == statement.at("Resource").there()) {
                faults.add(statement.place() + ": a trust has a Principal, a policy a Resource, and neither both");
            }
            for (var action : statement.at("Action").texts()) {
                if (!action.matches("[a-z]+:[A-Z][A-Za-z]+")) {
                    faults.add(statement.at("Action").place() + ": '" + action + "' is not one action by its name");
                }
            }
            narrow(statement, faults);
        }
        PLACE.matcher(String.join(" ", policy.all().stream().map(Node::text).toList()))
                .results()
                .map(found -> found.group(1))
                .filter(place -> !PLACES.contains(place))
                .distinct()
                .forEach(place -> faults.add(policy.place() + "${" + place + "} is no place that anything is put in"));
    }

    /** Each action has a resource of the form that it is asked about, and no resource is there for none. */
    private static void belongs(Node statement, List<String> faults) {
        var actions = statement.at("Action").texts();
        var resources = statement.at("Resource").texts();
        for (var action : actions) {
            if (resources.stream().noneMatch(resource -> fits(action, resource))
                    && statement.at("Resource").there()) {
                faults.add(statement.at("Resource").place() + ": " + action + " is asked about no such thing");
            }
        }
        for (var resource : resources) {
            if (actions.stream().noneMatch(action -> fits(action, resource))) {
                faults.add(
                        statement.at("Resource").place() + ": '" + resource + "' is what none of these is asked about");
            }
        }
    }

    private static boolean fits(String action, String resource) {
        return FORMS.fields().entrySet().stream()
                .filter(form -> form.getValue().texts().contains(action))
                .anyMatch(form -> resource.matches(form.getKey()));
    }

    private static void narrow(Node statement, List<String> faults) {
        var ofCloudMonitor = statement.at("Action").texts().stream().allMatch(action -> action.startsWith("cms:"));
        for (var resource : statement.at("Resource").texts()) {
            if (resource.equals("*")
                    ? !ofCloudMonitor
                    : !NARROWED.matcher(resource).matches()) {
                faults.add(statement.at("Resource").place() + ": '" + resource
                        + "' is not narrowed to the account's own (only CloudMonitor takes * alone)");
            }
        }
    }
}
