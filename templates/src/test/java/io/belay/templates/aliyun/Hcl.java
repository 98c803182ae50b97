package io.belay.templates.aliyun;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A block of Terraform's language, as {@code terraform fmt} writes it: its arguments as they stand there, and the blocks within.
 *
 * @param kind what it begins with, such as {@code resource}; of a file {@code file}
 */
record Hcl(String kind, List<String> labels, Map<String, String> arguments, List<Hcl> blocks) {
    static final Hcl NOTHING = new Hcl("", List.of(), Map.of(), List.of());
    private static final Pattern BLOCK = Pattern.compile("\\s*([a-z_]+)((?: \"[^\"]+\")*) \\{(})?");
    private static final Pattern LABEL = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\s*\"?([A-Za-z_][A-Za-z0-9_-]*)\"? *= (.*)");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    static Hcl read(String text) {
        return within(
                "file",
                List.of(),
                new ArrayDeque<>(text.lines()
                        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                        .toList()));
    }

    /** The object in an expression, such as {@code { a = 1 }} or {@code jsonencode({ a = 1 })}; nothing where there is none. */
    static Hcl object(String expression) {
        var from = expression.indexOf('{');
        if (from < 0 || STRING.matcher(expression).matches()) {
            return NOTHING;
        }
        var inner = expression.substring(from + 1, expression.lastIndexOf('}'));
        return read(inner.contains("\n") ? inner : inner.replaceAll(", (?=[A-Za-z_]+ = )", "\n"));
    }

    /** The blocks of a kind, with these labels. */
    List<Hcl> of(String kind, String... labels) {
        return blocks.stream()
                .filter(block -> block.kind.equals(kind)
                        && block.labels
                                .subList(0, Math.min(labels.length, block.labels.size()))
                                .equals(List.of(labels)))
                .toList();
    }

    String at(String argument) {
        return arguments.getOrDefault(argument, "");
    }

    private static Hcl within(String kind, List<String> labels, Deque<String> lines) {
        var arguments = new LinkedHashMap<String, String>();
        var blocks = new ArrayList<Hcl>();
        while (!lines.isEmpty()) {
            var line = lines.remove();
            if (line.strip().equals("}")) {
                break;
            }
            var block = BLOCK.matcher(line);
            if (block.matches()) {
                var named = LABEL.matcher(block.group(2))
                        .results()
                        .map(each -> each.group(1))
                        .toList();
                blocks.add(within(block.group(1), named, block.group(3) == null ? lines : new ArrayDeque<>()));
                continue;
            }
            var argument = ARGUMENT.matcher(line);
            if (!argument.matches()) {
                throw new AssertionError("not written as terraform fmt writes: " + line);
            }
            var value = new StringBuilder(argument.group(2));
            while (open(value.toString()) > 0) {
                value.append('\n').append(lines.remove());
            }
            arguments.put(argument.group(1), value.toString().strip());
        }
        return new Hcl(kind, labels, arguments, blocks);
    }

    private static int open(String expression) {
        var bare = STRING.matcher(expression).replaceAll("");
        return bare.chars()
                .map(each -> "([{".indexOf(each) >= 0 ? 1 : ")]}".indexOf(each) >= 0 ? -1 : 0)
                .sum();
    }
}
