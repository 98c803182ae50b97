package io.belay.templates.aws;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every property is one that its type takes, of the kind that it takes, and none is missing that it needs. */
final class Properties implements Rule {
    private static final Set<String> KEYS = Set.of("Type", "Properties", "Condition", "DependsOn", "DeletionPolicy");
    private static final Set<String> STATEMENT =
            Set.of("Sid", "Effect", "Action", "Resource", "Condition", "Principal");

    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        sam.resources().forEach((_, resource) -> resource(resource, faults));
        sam.root()
                .find("Globals", "Function")
                .ifPresent(all -> fields(all, Types.of(Sam.FUNCTION).properties(), false, faults));
        sam.events().forEach((_, event) -> {
            if (!event.text("Type").equals("ScheduleV2")) {
                faults.at(event, "an event of type ScheduleV2 is meant");
            }
            event.find("Properties")
                    .ifPresent(node -> fields(node, Types.of("ScheduleV2").properties(), true, faults));
        });
        sam.statements()
                .flatMap(each -> each.fields().entrySet().stream())
                .filter(each -> !STATEMENT.contains(each.getKey()))
                .forEach(each -> faults.at(each.getValue(), "a statement takes no " + each.getKey()));
    }

    private static void resource(Node resource, Faults faults) {
        var type = Types.of(resource.text("Type"));
        if (!type.known()) {
            faults.at(resource, "the type " + resource.text("Type") + " is not in the table");
            return;
        }
        resource.fields().forEach((key, node) -> {
            if (!KEYS.contains(key)) {
                faults.at(node, "a resource takes no " + key);
            }
        });
        // What a function needs may be given to all of them.
        var whole = !resource.text("Type").equals(Sam.FUNCTION);
        resource.find("Properties").ifPresent(node -> fields(node, type.properties(), whole, faults));
    }

    private static void fields(Node node, Node wanted, boolean whole, Faults faults) {
        node.fields().forEach((key, value) -> {
            var known = wanted.find(key).or(() -> wanted.find(key + "!"));
            known.ifPresentOrElse(
                    kind -> value(value, kind, faults), () -> faults.at(value, "there is no property " + key));
        });
        wanted.fields().keySet().stream()
                .filter(key -> whole && key.endsWith("!"))
                .map(key -> key.substring(0, key.length() - 1))
                .filter(key -> !node.fields().containsKey(key))
                .forEach(key -> faults.at(node, key + " is missing"));
    }

    private static void value(Node value, Node kind, Faults faults) {
        Sam.branches(value).filter(each -> each.intrinsic().isEmpty()).forEach(each -> {
            switch (kind) {
                case Node.Fields wanted -> {
                    if (each instanceof Node.Fields) {
                        fields(each, wanted, true, faults);
                    } else {
                        faults.at(each, "an object is meant");
                    }
                }
                case Node.Items wanted -> {
                    if (each instanceof Node.Items items) {
                        items.list().forEach(item -> value(item, wanted.list().getFirst(), faults));
                    } else {
                        faults.at(each, "a list is meant");
                    }
                }
                case Node.Text wanted -> fault(each, wanted.value()).ifPresent(fault -> faults.at(each, fault));
            }
        });
    }

    private static Optional<String> fault(Node node, String kind) {
        if (kind.equals("any")) {
            return Optional.empty();
        }
        if (!(node instanceof Node.Text)) {
            return Optional.of("a value is meant");
        }
        var word = node.word();
        return switch (kind) {
            case "text" -> Optional.empty();
            case "whole" -> word.matches("\\d+") ? Optional.empty() : Optional.of(word + " is no whole number");
            case "number" -> word.matches("-?\\d+(\\.\\d+)?") ? Optional.empty() : Optional.of(word + " is no number");
            case "flag" -> word.matches("true|false") ? Optional.empty() : Optional.of("true or false is meant");
            default ->
                List.of(kind.split("\\|", -1)).contains(word)
                        ? Optional.empty()
                        : Optional.of(word + " is none of " + kind.replace("|", ", "));
        };
    }
}
