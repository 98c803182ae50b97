package io.belay.templates.aliyun;

import java.util.ArrayList;
import java.util.List;

/** The keys of the component fc3, and what it takes for them. */
final class SchemaRule {
    private static final Node TABLE = Sources.table("fc3.yaml");
    private static final List<String> REQUIRED = List.of(
            "region", "functionName", "runtime", "cpu", "memorySize", "timeout", "customContainerConfig", "logConfig");

    private SchemaRule() {}

    static List<String> faults(Templates templates) {
        var faults = new ArrayList<String>();
        templates.all().forEach((_, props) -> {
            check(props, TABLE.at("props"), faults);
            for (var key : REQUIRED) {
                if (!props.at(key).there()) {
                    faults.add(props.at(key).place() + ": is missing");
                }
            }
            for (var trigger : props.at("triggers").items()) {
                check(
                        trigger.at("triggerConfig"),
                        TABLE.at(trigger.at("triggerType").text()),
                        faults);
            }
        });
        return faults;
    }

    private static void check(Node found, Node kind, List<String> faults) {
        if (kind.isMap()) {
            if (!found.isMap()) {
                faults.add(found.place() + ": is not a map of " + kind.fields().keySet());
            }
            found.fields().forEach((key, each) -> {
                if (kind.at(key).there()) {
                    check(each, kind.at(key), faults);
                } else {
                    faults.add(each.place() + ": there is no such key; there are "
                            + kind.fields().keySet());
                }
            });
        } else if (kind.isList()) {
            if (!found.isList()) {
                faults.add(found.place() + ": is not a list");
            }
            found.items().forEach(each -> check(each, kind.items().getFirst(), faults));
        } else if (!fits(found, kind.text().split(" "))) {
            faults.add(found.place() + ": '" + found.text() + "' is not " + kind.text());
        }
    }

    private static boolean fits(Node found, String[] kind) {
        return switch (kind[0]) {
            case "any" -> true;
            case "text" -> !found.isMap() && !found.isList() && Double.isNaN(found.number());
            case "flag" -> found.value().orElse("") instanceof Boolean;
            case "list" -> found.isList();
            case "texts" ->
                found.isMap() && found.fields().values().stream().noneMatch(each -> each.isMap() || each.isList());
            case "one" -> List.of(kind).subList(1, kind.length).contains(found.text());
            case "number" -> number(found.number(), kind);
            default -> throw new AssertionError("fc3.yaml knows no kind " + kind[0]);
        };
    }

    private static boolean number(double found, String[] kind) {
        var steps = found / Double.parseDouble(kind[3]);
        return found >= Double.parseDouble(kind[1])
                && found <= Double.parseDouble(kind[2])
                && Math.abs(steps - Math.rint(steps)) < 1e-9;
    }
}
