package io.belay.templates.aliyun;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the READMEs say, which the templates have to keep.
 *
 * @param functions every function's name
 * @param changing those that change something
 * @param settings every setting's name
 * @param rollbackTimeout how long a rollback's function may have to run, in seconds
 * @param needs what each function's role needs, and each part of a system file that needs more
 */
record Promises(
        Set<String> functions,
        Set<String> changing,
        Set<String> settings,
        int rollbackTimeout,
        Map<String, Set<String>> needs) {
    private static final Pattern NAMED = Pattern.compile("\\*\\*([a-z-]+)\\*\\*");
    private static final Pattern CODED = Pattern.compile("`([^`]+)`");
    private static final Pattern ACTION = Pattern.compile("`([a-z]+:[A-Z][A-Za-z]+)`");
    private static final Map<String, String> PARTS = Map.of(
            "fc-image", "part-images",
            "cloud-assistant-compose", "part-hosts",
            "ack", "part-clusters",
            "mns", "part-announce");

    static Promises of(Sources sources) {
        var root = sources.text("README.md");
        var functions = new TreeSet<String>();
        rows(root).filter(row -> row.startsWith("| **")).forEach(row -> functions.addAll(found(NAMED, cell(row, 1))));
        functions.add("systems");
        var runtime = sources.text("adapters/runtime-aliyun-fc/README.md");
        var settings = new TreeSet<String>();
        rows(root).filter(row -> row.startsWith("| `")).forEach(row -> settings.addAll(found(CODED, cell(row, 1))));
        var open = rows(root)
                .filter(row -> row.startsWith("| `BELAY_OPEN`"))
                .findFirst()
                .orElseThrow();
        var timeout = Pattern.compile("`timeout` to (\\d+) s").matcher(runtime);
        if (!timeout.find()) {
            throw new AssertionError(
                    "adapters/runtime-aliyun-fc/README.md no longer says how long a rollback may take");
        }
        return new Promises(
                functions,
                found(CODED, cell(open, 3)).stream()
                        .flatMap(list -> Set.of(list.split(" ")).stream())
                        .collect(Collectors.toSet()),
                settings,
                Integer.parseInt(timeout.group(1)),
                needs(sources.text("adapters/cloud-aliyun/README.md")));
    }

    private static Map<String, Set<String>> needs(String readme) {
        var needs = new LinkedHashMap<String, Set<String>>();
        Set<String> before = Set.of();
        for (var row : rows(readme).filter(each -> each.startsWith("| `")).toList()) {
            var actions = new HashSet<>(found(ACTION, cell(row, 2)));
            if (actions.isEmpty()) {
                continue;
            }
            if (cell(row, 2).contains("the same")) {
                actions.addAll(before);
            }
            for (var name : found(CODED, cell(row, 1))) {
                needs.put(PARTS.getOrDefault(name, name), actions);
            }
            before = actions;
        }
        return needs;
    }

    private static Stream<String> rows(String markdown) {
        return markdown.lines().filter(line -> line.startsWith("|"));
    }

    private static String cell(String row, int number) {
        // A bar within code is escaped.
        return List.of(row.split("(?<!\\\\)\\|", -1)).get(number);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
