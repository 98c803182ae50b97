package io.belay.templates.aliyun;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Terraform variant names nothing that is not there, works around what its provider does wrong, and leaves nothing out of a version. */
final class TerraformRule {
    private static final Node KNOWN = Sources.table("alicloud.yaml");
    private static final Pattern VARIABLE = Pattern.compile("\\bvar\\.([a-z_]+)");
    private static final Pattern RESOURCE_REFERENCE = Pattern.compile("\\b(alicloud_[a-z0-9_]+)\\.([a-z_]+)");
    private static final Pattern FILE = Pattern.compile("\\$\\{path\\.module}/\\.\\./([a-z./-]+)\"");
    private static final Pattern CONSTRAINT = Pattern.compile("version = \"~> 1\\.(\\d+)\"");
    private static final List<String> META = List.of("for_each", "count", "lifecycle", "depends_on", "provider");
    private static final String LIVE = "alicloud_fcv3_alias.live[each.key].alias_name";
    /** The first release of the provider that is known to send an onFailure alone. */
    private static final int LEAST = 292;
    /** Neither tokens that FC would refuse, nor a door that all may pass. */
    private static final List<String> TOKENS = List.of(
            "var.http_auth == \"function\" || var.tokens != \"\"",
            "var.http_auth == \"anonymous\" || var.tokens == \"\"");

    private TerraformRule() {}

    static List<String> faults(Sources sources, Terraform terraform) {
        var faults = new ArrayList<String>();
        var resources = terraform.file().of("resource").stream()
                .map(each -> String.join(".", each.labels()))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var each : terraform.file().of("resource")) {
            var kind = KNOWN.at(each.labels().getFirst());
            if (kind.there()) {
                arguments("terraform: " + String.join(".", each.labels()), each, kind, faults);
            } else {
                faults.add("terraform: " + String.join(".", each.labels())
                        + ": is a resource of a kind that alicloud.yaml does not know");
            }
        }
        references(sources, terraform, resources, faults);
        bound(terraform, faults);
        versions(terraform, faults);
        var constraint = CONSTRAINT.matcher(sources.text(Terraform.FOLDER + "versions.tf"));
        if (!constraint.find() || Integer.parseInt(constraint.group(1)) < LEAST) {
            faults.add("terraform/versions.tf: alicloud.version: is not ~> 1." + LEAST
                    + " or a later one; those before send an empty onSuccess, which FC refuses");
        }
        return faults;
    }

    private static void arguments(String place, Hcl block, Node kind, List<String> faults) {
        block.arguments().keySet().stream()
                .filter(name ->
                        !META.contains(name) && !kind.at("arguments").texts().contains(name))
                .forEach(name -> faults.add(place + "." + name + ": there is no such argument"));
        for (var each : block.blocks()) {
            var dynamic = each.kind().equals("dynamic");
            var name = dynamic ? each.labels().getFirst() : each.kind();
            if (META.contains(name)) {
                continue;
            }
            if (name.equals("arguments") || !kind.at(name).isMap()) {
                faults.add(place + "." + name + ": there is no such block");
                continue;
            }
            arguments(place + "." + name, dynamic ? each.of("content").getFirst() : each, kind.at(name), faults);
        }
    }

    private static void references(Sources sources, Terraform terraform, Set<String> resources, List<String> faults) {
        for (var path : sources.in(Terraform.FOLDER, ".tf")) {
            var name = Sources.name(path);
            var text = sources.text(path);
            named(text, VARIABLE, 1).stream()
                    .filter(variable ->
                            terraform.file().of("variable", variable).isEmpty())
                    .forEach(variable -> faults.add(name + ": var." + variable + ": there is no such variable"));
            RESOURCE_REFERENCE.matcher(text).results().forEach(each -> {
                if (!each.group(1).equals("alicloud_account") && !resources.contains(each.group())) {
                    faults.add(name + ": " + each.group() + ": there is no such resource");
                }
            });
            named(text, FILE, 1).stream()
                    .filter(file -> !sources.texts().containsKey(Sources.ALIYUN + file))
                    .forEach(file -> faults.add(name + ": " + file + ": there is no such file"));
        }
    }

    /** All hangs on the alias; the one setting of LATEST is there for the provider to read back, and is that of the alias. */
    private static void bound(Terraform terraform, List<String> faults) {
        for (var each : terraform.file().of("resource")) {
            var place = String.join(".", each.labels());
            var readBack = place.equals("alicloud_fcv3_async_invoke_config.read_back");
            var wanted = readBack ? "\"LATEST\"" : LIVE;
            if (KNOWN.at(each.labels().getFirst(), "arguments").texts().contains("qualifier")
                    && !each.at("qualifier").equals(wanted)) {
                faults.add("terraform: " + place + ".qualifier: is " + each.at("qualifier") + " and not " + wanted);
            }
        }
        var type = "alicloud_fcv3_async_invoke_config";
        var live = terraform.resource(type, "live");
        var same = new LinkedHashMap<>(terraform.leaves(live, "each"));
        var readBack = new LinkedHashMap<>(terraform.leaves(terraform.resource(type, "read_back"), "each"));
        same.remove("qualifier");
        readBack.remove("qualifier");
        if (!same.equals(readBack) || !live.at("depends_on").contains(type + ".read_back")) {
            faults.add("terraform: " + type + ".read_back: is not what the alias has, made before it:"
                    + " the provider reads it in the alias's place");
        }
    }

    /** What changes a function makes a version, and so moves the alias. */
    private static void versions(Terraform terraform, List<String> faults) {
        var function = terraform.resource("alicloud_fcv3_function", "belay");
        var marks = terraform.local("marks");
        constants("terraform: alicloud_fcv3_function.belay", function, faults);
        for (var used : List.of(
                "local.shape",
                "each.timeout",
                "each.concurrency",
                "var.secrets_revision",
                "var.name",
                "var.region",
                "var.image",
                "var.system_file",
                "var.tokens",
                "var.rollback_off",
                "var.vpc")) {
            if (!Pattern.compile(Pattern.quote(used) + "\\b").matcher(marks).find()) {
                faults.add("terraform: local.marks: " + used + " is not in it, and a change of it made no version");
            }
        }
        if (!terraform
                .resource("alicloud_fcv3_function_version", "belay")
                .at("description")
                .equals("\"belay ${local.marks[each.key]}\"")) {
            faults.add("terraform: alicloud_fcv3_function_version.belay.description: is not the mark of its function");
        }
        var conditions = function.of("lifecycle").stream()
                .flatMap(each -> each.of("precondition").stream())
                .map(each -> each.at("condition"))
                .toList();
        TOKENS.stream()
                .filter(each -> !conditions.contains(each))
                .forEach(each ->
                        faults.add("terraform: alicloud_fcv3_function.belay.lifecycle: does not require " + each));
        if (!terraform.file().of("variable", "http_auth").stream()
                .allMatch(each -> each.at("default").equals("\"function\""))) {
            faults.add("terraform: variable.http_auth.default: lets in whoever comes; it has to be function");
        }
    }

    /** A constant here is in no mark: it belongs to {@code local.shape}. */
    private static void constants(String place, Hcl block, List<String> faults) {
        Map.copyOf(block.arguments()).forEach((name, expression) -> {
            if (expression.matches("[0-9.]+|true|false|\"[^$]*\"") && !name.endsWith("_message")) {
                faults.add(place + "." + name + ": is a constant that no version would be made for");
            }
        });
        block.blocks().stream()
                .filter(each -> !META.contains(each.kind()))
                .forEach(each -> constants(place + "." + each.kind(), each, faults));
    }

    private static List<String> named(String text, Pattern pattern, int group) {
        return pattern.matcher(text)
                .results()
                .map(each -> each.group(group))
                .distinct()
                .toList();
    }
}
