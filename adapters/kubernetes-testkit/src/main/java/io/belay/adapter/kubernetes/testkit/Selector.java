package io.belay.adapter.kubernetes.testkit;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** The parameter {@code labelSelector} ("Labels and Selectors"). */
final class Selector {
    private static final Pattern SET = Pattern.compile("(\\S+) (in|notin) \\((.*)\\)");

    private Selector() {}

    static boolean matches(String selector, Map<String, Object> labels) {
        return Arrays.stream(selector.split(",(?![^(]*\\))", -1))
                .filter(each -> !each.isBlank())
                .allMatch(each -> one(each.strip(), labels));
    }

    private static boolean one(String requirement, Map<String, Object> labels) {
        var set = SET.matcher(requirement);
        if (set.matches()) {
            var among = Arrays.asList(set.group(3).split(",", -1)).contains(labels.get(set.group(1)));
            return among == set.group(2).equals("in");
        }
        if (requirement.startsWith("!")) {
            return !labels.containsKey(requirement.substring(1));
        }
        var pair = requirement.split("=+", 2);
        return pair.length == 1 ? labels.containsKey(pair[0]) : pair[1].equals(labels.get(pair[0]));
    }
}
