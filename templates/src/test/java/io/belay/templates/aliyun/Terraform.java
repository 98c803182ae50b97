package io.belay.templates.aliyun;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Terraform variant, of which an expression can be followed to what it stands for. */
record Terraform(Hcl file) {
    static final String FOLDER = "templates/aliyun/terraform/";
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(alicloud_[a-z0-9_]+)\\.([a-z_]+)(?:\\[each\\.key])?\\.([a-z_]+)");
    private static final Pattern INSERTED = Pattern.compile("\\$\\{([^}]+)}");
    private static final List<String> OF_TERRAFORM =
            List.of("for_each", "count", "depends_on", "lifecycle", "provider");

    static Terraform of(Sources sources) {
        return new Terraform(
                Hcl.read(sources.in(FOLDER, ".tf").stream().map(sources::text).collect(joining("\n"))));
    }

    Hcl resource(String type, String name) {
        return file.of("resource", type, name).stream().findFirst().orElse(Hcl.NOTHING);
    }

    /** A local value; empty where there is none of that name. */
    String local(String name) {
        return file.of("locals").stream()
                .map(each -> each.at(name))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The functions' own rows. */
    Map<String, Map<String, String>> rows() {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        Hcl.object(local("all"))
                .arguments()
                .forEach((name, row) -> rows.put(name, Hcl.object(row).arguments()));
        return rows;
    }

    /** Each argument of a block and of the blocks within, by its path, followed; those of Terraform itself are left out. */
    Map<String, String> leaves(Hcl block, String function) {
        var leaves = new LinkedHashMap<String, String>();
        block.arguments().forEach((name, expression) -> {
            if (OF_TERRAFORM.contains(name)) {
                return;
            }
            var followed = followed(expression, function);
            var inner = followed.startsWith("[") ? Hcl.NOTHING : Hcl.object(followed);
            if (inner.arguments().isEmpty()) {
                leaves.put(name, followed);
            } else {
                leaves(inner, function).forEach((key, each) -> leaves.put(name + "." + key, each));
            }
        });
        block.blocks().stream()
                .filter(each ->
                        !OF_TERRAFORM.contains(each.kind()) && !each.kind().equals("dynamic"))
                .forEach(each ->
                        leaves(each, function).forEach((key, leaf) -> leaves.put(each.kind() + "." + key, leaf)));
        return leaves;
    }

    /** What an expression stands for where {@code each} is this function. */
    String followed(String expression, String function) {
        if (expression.equals("each.key")) {
            return quoted(function);
        }
        if (expression.startsWith("each.value.")) {
            return rows().getOrDefault(function, Map.of())
                    .getOrDefault(expression.substring("each.value.".length()), expression);
        }
        if (expression.startsWith("local.shape.")) {
            var found = local("shape");
            for (var key : List.of(expression.substring("local.shape.".length()).split("\\."))) {
                found = Hcl.object(found).at(key);
            }
            return found;
        }
        var attribute = ATTRIBUTE.matcher(expression);
        if (attribute.matches()) {
            var resource = resource(attribute.group(1), attribute.group(2));
            return attribute.group(3).equals("arn")
                    ? "\"acs:ram::${data.alicloud_account.this.id}:role/"
                            + bare(followed(resource.at("role_name"), function)) + "\""
                    : followed(resource.at(attribute.group(3)), function);
        }
        if (expression.startsWith("\"")) {
            return INSERTED.matcher(expression)
                    .replaceAll(found -> Matcher.quoteReplacement(inserted(found.group(1), function)));
        }
        return expression;
    }

    private String inserted(String expression, String function) {
        var followed = followed(expression, function);
        return followed.startsWith("\"") ? bare(followed) : "${" + followed + "}";
    }

    private static String bare(String text) {
        return text.length() < 2 ? text : text.substring(1, text.length() - 1);
    }

    static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
