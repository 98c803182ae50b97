package io.belay.templates.aliyun;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Terraform variant says of each function what {@code s.yaml} does, down to the last setting, and nothing besides. */
final class SameRule {
    private static final Map<String, String> PLACES = Map.of(
            "region", "var.region",
            "account", "data.alicloud_account.this.id",
            "image", "var.image",
            "name", "var.name",
            "system", "var.system_file",
            "auth", "var.http_auth",
            "tokens", "var.tokens",
            "off", "var.rollback_off");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{vars\\.([a-z]+)}");
    private static final String FUNCTION = "alicloud_fcv3_function.belay[each.key].function_name";
    /** What stands elsewhere: a resource of its own, or the provider's region. */
    private static final List<String> APART = List.of("region", "triggers", "asyncInvokeConfig", "tags");

    private SameRule() {}

    static List<String> faults(Templates templates, Terraform terraform) {
        var faults = new ArrayList<String>();
        var rows = terraform.rows();
        templates.all().forEach((name, props) -> {
            if (!rows.containsKey(name)) {
                faults.add("terraform/functions.tf: there is no " + name + ", and s.yaml has one");
                return;
            }
            if (!rows.get(name)
                    .getOrDefault("by_hand", "")
                    .equals(String.valueOf(templates.byHand().containsKey(name)))) {
                faults.add("terraform/functions.tf: " + name + ".by_hand: is not which of the two files it is in");
            }
            compare(name, wanted(props), found(name, rows.get(name), terraform), faults);
        });
        rows.keySet().stream()
                .filter(name -> !templates.all().containsKey(name))
                .forEach(name -> faults.add("terraform/functions.tf: there is " + name + ", and in s.yaml none"));
        for (var type : List.of("function_version", "alias", "async_invoke_config", "trigger")) {
            for (var each : terraform.file().of("resource", "alicloud_fcv3_" + type)) {
                if (!each.at("function_name").equals(FUNCTION)) {
                    faults.add("terraform: " + String.join(".", each.labels()) + ".function_name: is not " + FUNCTION);
                }
            }
        }
        return faults;
    }

    private static void compare(
            String name, Map<String, String> wanted, Map<String, String> found, List<String> faults) {
        var keys = new TreeSet<>(wanted.keySet());
        keys.addAll(found.keySet());
        for (var key : keys) {
            var one = found.getOrDefault(key, "nothing");
            var other = wanted.getOrDefault(key, "nothing");
            if (!one.equals(other)) {
                faults.add("terraform: " + name + "." + key + ": is " + one + ", and in s.yaml " + other);
            }
        }
    }

    private static Map<String, String> wanted(Node props) {
        var wanted = new LinkedHashMap<String, String>();
        props.fields().forEach((key, each) -> {
            if (!APART.contains(key)) {
                leaves(snake(key), each, true, wanted);
            }
        });
        props.at("tags")
                .items()
                .forEach(tag -> wanted.put("tags." + tag.at("key").text(), written(tag.at("value"))));
        wanted.put("async.async_task", "false");
        leaves("async", props.at("asyncInvokeConfig"), true, wanted);
        for (var trigger : props.at("triggers").items()) {
            trigger.fields()
                    .forEach((key, each) -> leaves(
                            trigger.at("triggerType").text() + "." + snake(key),
                            each,
                            !key.equals("triggerConfig"),
                            wanted));
        }
        return wanted;
    }

    private static void leaves(String path, Node node, boolean snake, Map<String, String> into) {
        if (!node.isMap()) {
            into.put(path, written(node));
        }
        node.fields()
                .forEach((key, each) -> leaves(
                        path + "." + (snake && !path.startsWith("environment") ? snake(key) : key), each, snake, into));
    }

    private static Map<String, String> found(String name, Map<String, String> row, Terraform terraform) {
        var found = new LinkedHashMap<>(terraform.leaves(terraform.resource("alicloud_fcv3_function", "belay"), name));
        put("async", terraform.resource("alicloud_fcv3_async_invoke_config", "live"), name, terraform, found);
        if (!row.getOrDefault("timer", "\"\"").equals("\"\"")) {
            put("timer", terraform.resource("alicloud_fcv3_trigger", "timer"), name, terraform, found);
        }
        if (!row.getOrDefault("methods", "[]").equals("[]")) {
            put("http", terraform.resource("alicloud_fcv3_trigger", "http"), name, terraform, found);
        }
        var alarms = terraform.resource("alicloud_fcv3_trigger", "alarms");
        if (alarms.at("for_each").contains("if name == \"" + name + "\"")) {
            put("mns_topic", alarms, name, terraform, found);
        }
        return found;
    }

    private static void put(String prefix, Hcl resource, String name, Terraform terraform, Map<String, String> into) {
        terraform.leaves(resource, name).forEach((key, each) -> {
            if (!key.equals("function_name")) {
                into.put(prefix + "." + key, each);
            }
        });
    }

    private static String written(Node node) {
        if (node.isList()) {
            return node.items().stream().map(SameRule::written).collect(joining(", ", "[", "]"));
        }
        if (!(node.value().orElse("") instanceof String text)) {
            return node.text();
        }
        var alone = REFERENCE.matcher(text);
        return alone.matches()
                ? place(alone.group(1))
                : Terraform.quoted(REFERENCE
                        .matcher(text)
                        .replaceAll(each -> Matcher.quoteReplacement("${" + place(each.group(1)) + "}")));
    }

    private static String place(String name) {
        return PLACES.getOrDefault(name, "vars." + name);
    }

    private static String snake(String key) {
        return key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
