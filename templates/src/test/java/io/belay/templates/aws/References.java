package io.belay.templates.aws;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What is referred to is there, and what is there is referred to. */
final class References implements Rule {
    private static final Pattern NAME = Pattern.compile("\\$\\{([^!}][^}]*)}");
    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::NoValue", "AWS::StackName", "AWS::URLSuffix");

    @Override
    public void hold(Templates templates, Faults faults) {
        var walk = new Walk(templates.sam(), faults);
        walk.root();
        walk.sam.section("Parameters").forEach((name, node) -> {
            if (!walk.used.contains(name)) {
                faults.at(node, "a parameter that nothing uses");
            }
        });
        walk.sam.section("Conditions").forEach((name, node) -> {
            if (!walk.conditions.contains(name)) {
                faults.at(node, "a condition that nothing uses");
            }
        });
    }

    private record Walk(Sam sam, Faults faults, Set<String> used, Set<String> conditions) {
        Walk(Sam sam, Faults faults) {
            this(sam, faults, new HashSet<>(), new HashSet<>());
        }

        void root() {
            sam.root().all().forEach(node -> {
                node.find("Ref").ifPresent(name -> reference(name, name.word()));
                node.find("Fn::GetAtt").ifPresent(this::attribute);
                node.find("Fn::Sub").ifPresent(this::substitution);
                node.find("Fn::If").ifPresent(choice -> condition(choice.items().getFirst()));
                node.find("Condition").filter(Node.Text.class::isInstance).ifPresent(this::condition);
                node.find("DependsOn").ifPresent(all -> all.items().forEach(each -> reference(each, each.word())));
            });
        }

        void condition(Node name) {
            conditions.add(name.word());
            if (!sam.section("Conditions").containsKey(name.word())) {
                faults.at(name, "there is no condition " + name.word());
            }
        }

        /** {@code Function.Alias} and {@code FunctionUrl} are what SAM makes beside a function. */
        void reference(Node at, String name) {
            used.add(name);
            var function = name.endsWith(".Alias") ? name.substring(0, name.length() - ".Alias".length()) : "";
            if (!PSEUDO.contains(name)
                    && !sam.section("Parameters").containsKey(name)
                    && !sam.resources().containsKey(name)
                    && !sam.isFunction(function)) {
                faults.at(at, "there is no " + name);
            }
        }

        void attribute(Node at) {
            var parts = at.items();
            var id = parts.getFirst().word();
            var attribute = parts.getLast().word();
            if (id.endsWith("Url") && sam.isFunction(id.substring(0, id.length() - "Url".length()))) {
                if (!attribute.equals("FunctionUrl") && !attribute.equals("FunctionArn")) {
                    faults.at(at, "a function URL has no " + attribute);
                }
                return;
            }
            var resource = sam.resources().get(id);
            if (resource == null) {
                faults.at(at, "there is no resource " + id);
            } else if (!Types.of(resource.text("Type")).has(attribute)) {
                faults.at(at, resource.text("Type") + " has no attribute " + attribute);
            }
        }

        void substitution(Node at) {
            var own = at instanceof Node.Items parts
                    ? parts.list().getLast().fields().keySet()
                    : Set.<String>of();
            var text = at.items().getFirst().word();
            var names = NAME.matcher(text);
            while (names.find()) {
                var name = names.group(1);
                if (own.contains(name)) {
                    continue;
                }
                var dot = name.indexOf('.');
                if (dot > 0) {
                    faults.at(at, "${" + name + "}: say GetAtt, which is checked");
                } else {
                    reference(at, name);
                }
            }
        }
    }
}
