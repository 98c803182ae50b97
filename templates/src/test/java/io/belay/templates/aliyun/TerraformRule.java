package io.belay.templates.aliyun;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The Terraform variant says the same as {@code s.yaml}, and names nothing that is not there. */
final class TerraformRule {
    private static final String FOLDER = "templates/aliyun/terraform/";
    private static final Node KNOWN = Sources.table("alicloud.yaml");
    private static final Pattern RESOURCE =
            Pattern.compile("(?ms)^resource \"([a-z0-9_]+)\" \"([a-z_]+)\" \\{\\n(.*?)^}");
    private static final Pattern ARGUMENT = Pattern.compile("(?m)^  (?:dynamic \"([a-z_]+)\"|([a-z_]+)) ");
    private static final Pattern ROW = Pattern.compile("(?ms)^    \"([a-z-]+)\" = \\{\\n(.*?)^    }");
    private static final Pattern PAIR = Pattern.compile("(?m)^ +([a-z_]+) += (.*)$");
    private static final Pattern VARIABLE = Pattern.compile("\\bvar\\.([a-z_]+)");
    private static final Pattern RESOURCE_REFERENCE = Pattern.compile("\\b(alicloud_[a-z0-9_]+)\\.([a-z_]+)");
    private static final Pattern FILE = Pattern.compile("\\$\\{path\\.module}/\\.\\./([a-z./-]+)\"");
    private static final List<String> META = List.of("for_each", "count", "lifecycle", "depends_on", "provider");

    private TerraformRule() {}

    static List<String> faults(Sources sources, Templates templates) {
        var faults = new ArrayList<String>();
        var files = sources.in(FOLDER, ".tf");
        var all = files.stream().map(sources::text).collect(joining("\n"));
        var resources = new TreeSet<String>();
        RESOURCE.matcher(all).results().forEach(each -> {
            resources.add(each.group(1) + "." + each.group(2));
            arguments(each, faults);
        });
        for (var path : files) {
            var name = Sources.name(path);
            var text = sources.text(path);
            named(text, VARIABLE, 1).stream()
                    .filter(variable -> !all.contains("variable \"" + variable + "\""))
                    .forEach(variable -> faults.add(name + ": var." + variable + ": there is no such variable"));
            RESOURCE_REFERENCE.matcher(text).results().forEach(each -> {
                if (!each.group(1).equals("alicloud_account") && !resources.contains(each.group())) {
                    faults.add(name + ": " + each.group() + ": there is no such resource");
                }
            });
            named(text, FILE, 1).stream()
                    .filter(file -> !sources.texts().containsKey(Sources.ALIYUN + file))
                    .forEach(file -> faults.add(name + ": " + file + ": there is no such file"));
            if (text.contains("LATEST")) {
                faults.add(name + ": LATEST: no rollback moves it");
            }
            if (text.contains("anonymous")) {
                faults.add(name + ": anonymous: it lets in whoever comes");
            }
        }
        same(sources, templates, faults);
        return faults;
    }

    private static void arguments(MatchResult resource, List<String> faults) {
        var place = resource.group(1) + "." + resource.group(2);
        var known = KNOWN.at(resource.group(1));
        if (!known.there()) {
            faults.add("terraform: " + place + ": is a resource of a kind that alicloud.yaml does not know");
            return;
        }
        ARGUMENT.matcher(resource.group(3)).results().forEach(each -> {
            var argument = each.group(1) == null ? each.group(2) : each.group(1);
            if (!META.contains(argument) && !known.texts().contains(argument)) {
                faults.add("terraform: " + place + "." + argument + ": there is no such argument");
            }
        });
    }

    /** Each row of Terraform's table beside the function of s.yaml. */
    private static void same(Sources sources, Templates templates, List<String> faults) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        ROW.matcher(sources.text(FOLDER + "functions.tf")).results().forEach(each -> {
            var row = new LinkedHashMap<String, String>();
            PAIR.matcher(each.group(2)).results().forEach(pair -> row.put(pair.group(1), pair.group(2)));
            rows.put(each.group(1), row);
        });
        var wanted = new LinkedHashMap<String, Map<String, String>>();
        templates
                .all()
                .forEach((name, props) ->
                        wanted.put(name, row(props, templates.byHand().containsKey(name))));
        wanted.forEach((name, row) -> {
            if (!rows.containsKey(name)) {
                faults.add("terraform/functions.tf: there is no " + name + ", and s.yaml has one");
                return;
            }
            row.forEach((key, value) -> {
                var found = rows.get(name).getOrDefault(key, "nothing");
                if (!found.equals(value)) {
                    faults.add("terraform/functions.tf: " + name + "." + key + ": is " + found + ", and in s.yaml "
                            + value);
                }
            });
        });
        rows.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> faults.add("terraform/functions.tf: there is " + name + ", and in s.yaml none"));
    }

    private static Map<String, String> row(Node props, boolean byHand) {
        var row = new LinkedHashMap<String, String>();
        var asynchronous = props.at("asyncInvokeConfig");
        row.put("timeout", props.at("timeout").text());
        row.put("concurrency", props.at("instanceConcurrency").text());
        row.put("role", String.valueOf(props.at("role").there()));
        row.put("retries", asynchronous.at("maxAsyncRetryAttempts").text());
        row.put("age", asynchronous.at("maxAsyncEventAgeInSeconds").text());
        row.put("task", String.valueOf(asynchronous.at("asyncTask").text().equals("true")));
        row.put("by_hand", String.valueOf(byHand));
        row.put("timer", "\"\"");
        row.put("cron", "\"\"");
        row.put("payload", "\"\"");
        row.put("methods", "[]");
        for (var trigger : props.at("triggers").items()) {
            var config = trigger.at("triggerConfig");
            if (trigger.at("triggerType").text().equals("timer")) {
                row.put("timer", quoted(trigger.at("triggerName").text()));
                row.put("cron", quoted(config.at("cronExpression").text()));
                row.put("payload", quoted(config.at("payload").text()));
            }
            if (trigger.at("triggerType").text().equals("http")) {
                row.put(
                        "methods",
                        config.at("methods").texts().stream()
                                .map(TerraformRule::quoted)
                                .collect(joining(", ", "[", "]")));
            }
        }
        return row;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static List<String> named(String text, Pattern pattern, int group) {
        return pattern.matcher(text)
                .results()
                .map(each -> each.group(group))
                .distinct()
                .toList();
    }
}
