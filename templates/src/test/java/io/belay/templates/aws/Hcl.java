package io.belay.templates.aws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads as much of Terraform's language as is needed to hold it against the template: blocks, attributes, objects and lists;
 * any other expression is a text as it stands there.
 */
final class Hcl {
    /** What stands in a file or a block. */
    record Body(Map<String, Node> attributes, List<Block> blocks) {
        static final Body EMPTY = new Body(Map.of(), List.of());

        Body and(Body other) {
            var attributesOfBoth = new LinkedHashMap<>(attributes);
            attributesOfBoth.putAll(other.attributes);
            var blocksOfBoth = new ArrayList<>(blocks);
            blocksOfBoth.addAll(other.blocks);
            return new Body(attributesOfBoth, List.copyOf(blocksOfBoth));
        }

        String text(String name) {
            var node = attributes.get(name);
            return node == null ? "" : node.word();
        }

        /** Those of {@code kind}, and of {@code type} where one is said. */
        List<Block> of(String kind, String... type) {
            return blocks.stream()
                    .filter(block -> block.kind().equals(kind)
                            && block.labels()
                                    .subList(
                                            0,
                                            Math.min(type.length, block.labels().size()))
                                    .equals(List.of(type)))
                    .toList();
        }
    }

    /** {@code resource "aws_sqs_queue" "dead_letters" { ... }}. */
    record Block(String place, String kind, List<String> labels, Body body) {}

    private final String file;
    private final String text;
    private final int[] lines;
    private int at;

    private Hcl(String file, String text) {
        this.file = file;
        this.text = text;
        this.lines = IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n')
                .toArray();
    }

    /**
     * What {@code text} says.
     *
     * @throws IllegalArgumentException where it is no HCL
     */
    static Body read(String file, String text) {
        var reader = new Hcl(file, text);
        var body = reader.body("");
        if (reader.at < text.length()) {
            throw reader.broken("the end is meant");
        }
        return body;
    }

    private Body body(String path) {
        var attributes = new LinkedHashMap<String, Node>();
        var blocks = new ArrayList<Block>();
        space();
        while (at < text.length() && text.charAt(at) != '}') {
            var place = place("");
            var name = name();
            space();
            if (text.charAt(at) == '=') {
                at++;
                attributes.put(name, value(path + "." + name));
            } else {
                var labels = new ArrayList<String>();
                while (text.charAt(at) != '{') {
                    labels.add(name());
                    space();
                }
                at++;
                var inner = path + " " + name + (labels.isEmpty() ? "" : "." + String.join(".", labels));
                blocks.add(new Block(place + inner, name, List.copyOf(labels), body(inner)));
                expect('}');
            }
            space();
        }
        return new Body(attributes, List.copyOf(blocks));
    }

    private Node value(String path) {
        blank();
        var place = place(path);
        if (text.charAt(at) == '{' && !comprehends()) {
            return object(place, path);
        }
        if (text.charAt(at) == '[' && !comprehends()) {
            return list(place, path);
        }
        var raw = raw();
        var quoted = raw.length() > 1 && raw.startsWith("\"") && raw.indexOf('"', 1) == raw.length() - 1;
        return new Node.Text(place, quoted ? raw.substring(1, raw.length() - 1) : raw, quoted);
    }

    /** Whether it is a {@code for}, or something stands behind it. */
    private boolean comprehends() {
        var start = at;
        var end = close();
        at = start;
        return text.substring(start + 1).stripLeading().startsWith("for ") || !"\n,]})".contains(after(end));
    }

    private String after(int end) {
        var i = end;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '#')) {
            if (text.charAt(i) == '#') {
                return "\n";
            }
            i++;
        }
        return i < text.length() ? text.substring(i, i + 1) : "\n";
    }

    private int close() {
        var depth = 0;
        for (var i = at; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                i = text(i);
            } else if ("{[(".indexOf(c) >= 0) {
                depth++;
            } else if ("}])".indexOf(c) >= 0 && --depth == 0) {
                return i + 1;
            }
        }
        throw broken("a bracket is not closed");
    }

    /** Where the text that begins at {@code start} ends, with what is interpolated in it. */
    private int text(int start) {
        var depth = 0;
        for (var i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && depth > 0) {
                depth--;
            } else if (text.charAt(i) == '"' && depth == 0) {
                return i;
            }
        }
        throw broken("a text is not closed");
    }

    private Node object(String place, String path) {
        var map = new LinkedHashMap<String, Node>();
        at++;
        space();
        while (text.charAt(at) != '}') {
            var key = name();
            space();
            expect('=');
            map.put(key, value(path + "." + key));
            separator();
        }
        at++;
        return new Node.Fields(place, map);
    }

    private Node list(String place, String path) {
        var items = new ArrayList<Node>();
        at++;
        space();
        while (text.charAt(at) != ']') {
            items.add(value(path + "[" + items.size() + "]"));
            separator();
        }
        at++;
        return new Node.Items(place, items);
    }

    private void separator() {
        space();
        if (text.charAt(at) == ',') {
            at++;
            space();
        }
    }

    private String raw() {
        var start = at;
        while (at < text.length() && "\n,]})".indexOf(text.charAt(at)) < 0 && !text.startsWith(" #", at)) {
            var c = text.charAt(at);
            at = c == '"' ? text(at) + 1 : "{[(".indexOf(c) >= 0 ? close() : at + 1;
        }
        return text.substring(start, at).strip();
    }

    private String name() {
        if (text.charAt(at) == '"') {
            var end = text(at);
            var name = text.substring(at + 1, end);
            at = end + 1;
            return name;
        }
        var start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (start == at) {
            throw broken("a name is meant");
        }
        return text.substring(start, at);
    }

    private void blank() {
        while (text.charAt(at) == ' ') {
            at++;
        }
    }

    private void space() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
            at = text.charAt(at) == '#' ? Math.max(at, text.indexOf('\n', at)) : at + 1;
        }
    }

    private void expect(char wanted) {
        if (text.charAt(at) != wanted) {
            throw broken(wanted + " is meant");
        }
        at++;
    }

    private String place(String path) {
        var line = -Arrays.binarySearch(lines, at);
        return file + ":" + line + (path.isEmpty() ? "" : " " + path.strip());
    }

    private IllegalArgumentException broken(String wanted) {
        return new IllegalArgumentException(place("") + ": " + wanted);
    }
}
