package io.belay.adapter.systemfile;

import io.belay.core.settings.Text;
import io.belay.core.settings.Text.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads texts: <code>${env:NAME}</code> is put in, <code>$${</code> is a plain <code>${</code>; {@code {{name}}} is a
 * variable, <code>{{{{</code> a plain <code>{{</code>.
 *
 * @param variables what a step may use; empty outside scenarios
 */
record TextReader(Faults faults, Secrets secrets, Optional<Set<String>> variables) {
    private static final Pattern TOKEN = Pattern.compile("\\$\\$\\{"
            + "|\\$\\{(?<reference>[^{}\\n]*)}"
            + "|(?<open>\\$\\{)"
            + "|\\{\\{\\{\\{"
            + "|\\{\\{[ \\t]*(?<variable>[A-Za-z][A-Za-z0-9_-]*)[ \\t]*}}"
            + "|(?<loose>\\{\\{(?!\\{))");

    private static final Pattern LONE_PUBLIC = Pattern.compile("\\$\\{public-env:[^{}\\n]+}");

    TextReader knowing(Set<String> known) {
        return new TextReader(faults, secrets, Optional.of(Set.copyOf(known)));
    }

    /** The text of {@code node} as it is written, whatever it would mean elsewhere: {@code 1.10} stays so. */
    Optional<Text> text(Node node) {
        if (!(node instanceof Node.Scalar scalar) || Scalars.isNothing(scalar)) {
            faults.mistaken(node, Scalars.isNothing(node) ? "a text; \"\" is an empty one" : "a text");
            return Optional.empty();
        }
        return read(scalar.at(), scalar.text());
    }

    /** A text that is shown, and so holds no secret, and no variable. */
    Optional<String> open(Node node) {
        return text(node).flatMap(text -> open(node.at(), text));
    }

    /** A text that an answer is held against: as {@link #open(Node)}, and a scenario's variables may stand in it. */
    Optional<Text> expected(Node node) {
        var text = text(node);
        var hidden = text.stream()
                .flatMap(present -> present.parts().stream())
                .filter(Part.Secret.class::isInstance)
                .map(part -> ((Part.Secret) part).reference())
                .findFirst();
        hidden.ifPresent(reference -> isHidden(node.at(), reference));
        return hidden.isEmpty() ? text : Optional.empty();
    }

    /**
     * As {@link #open(Node)}, of a text that was read already: of what is wrong with it anybody was told, unless it holds a
     * secret or a variable.
     */
    Optional<String> shown(Node node) {
        return node instanceof Node.Scalar scalar
                ? new TextReader(new Faults(), secrets, variables).text(scalar).flatMap(text -> open(scalar.at(), text))
                : Optional.empty();
    }

    /**
     * What stands where a number, a span or a word is meant: a lone <code>${public-env:NAME}</code> gives way to its value,
     * as if the file had it in plain; anything else stays as it is.
     */
    Node settled(Node node) {
        return node instanceof Node.Scalar scalar
                        && LONE_PUBLIC.matcher(scalar.text()).matches()
                ? text(scalar)
                        .<Node>map(text -> new Node.Scalar(scalar.at(), text.shown(), true))
                        .orElseGet(() -> new Node.Refused(scalar.at()))
                : node;
    }

    /** A key of the author's choice: as {@link #open(Node)}, and none of those {@code before} it. */
    Optional<String> key(Node.Entry entry, Set<String> before) {
        var name = read(entry.at(), entry.key()).flatMap(text -> open(entry.at(), text));
        if (name.isPresent() && before.contains(name.get())) {
            faults.add(entry.at(), "a key that comes to the same as one before it", "each key once");
            return Optional.empty();
        }
        return name;
    }

    private Optional<String> open(Place at, Text text) {
        var before = faults.count();
        for (var part : text.parts()) {
            if (part instanceof Part.Secret secret) {
                isHidden(at, secret.reference());
            }
            if (part instanceof Part.Variable(var name)) {
                faults.add(at, "the variable {{" + name + "}}", "a text without variables here");
            }
        }
        return faults.count() == before ? Optional.of(text.shown()) : Optional.empty();
    }

    private void isHidden(Place at, String reference) {
        faults.add(
                at,
                "the secret " + Words.quoted(reference),
                "a text that may be shown; ${public-env:NAME} reads what is no secret");
    }

    private Optional<Text> read(Place at, String written) {
        var before = faults.count();
        var parts = new ArrayList<Part>();
        var literal = new StringBuilder();
        var tokens = TOKEN.matcher(written);
        while (tokens.find()) {
            tokens.appendReplacement(literal, "");
            take(at, tokens, literal, parts);
        }
        tokens.appendTail(literal);
        flush(literal, parts);
        return faults.count() == before
                ? Optional.of(new Text(parts.isEmpty() ? emptyText() : parts))
                : Optional.empty();
    }

    private static List<Part> emptyText() {
        return List.of(new Part.Literal(""));
    }

    private void take(Place at, Matcher token, StringBuilder literal, List<Part> parts) {
        if (token.group("reference") != null) {
            reference(at, token.group("reference"), literal, parts);
            return;
        }
        if (token.group("variable") != null) {
            if (isKnown(at, token.group("variable"))) {
                flush(literal, parts);
                parts.add(new Part.Variable(token.group("variable")));
            }
            return;
        }
        if (token.group("open") != null) {
            faults.add(at, "${ without its }", "a reference such as ${env:NAME}, or $${ for the characters themselves");
            return;
        }
        if (token.group("loose") != null) {
            faults.add(at, "{{ without a name and }}", "a variable such as {{unique}}, or {{{{ for two plain braces");
            return;
        }
        literal.append(token.group().startsWith("$") ? "${" : "{{");
    }

    private void reference(Place at, String inside, StringBuilder literal, List<Part> parts) {
        switch (secrets.find(inside)) {
            case Secrets.Answer.Open(var value) -> literal.append(value);
            case Secrets.Answer.Hidden(var value) -> {
                flush(literal, parts);
                parts.add(new Part.Secret("${" + inside + "}", value));
            }
            case Secrets.Answer.Nothing(var meant) ->
                faults.add(at, "the reference " + Words.quoted("${" + inside + "}"), meant);
        }
    }

    private boolean isKnown(Place at, String name) {
        if (variables.isEmpty()) {
            faults.add(at, "the variable {{" + name + "}}", "no variable: only the steps of a scenario have them");
            return false;
        }
        var known = variables.get();
        if (!known.contains(name)) {
            faults.add(
                    at,
                    "the variable {{" + name + "}}, which no step before this one captures",
                    Words.nearestOf(name, new TreeSet<>(known)));
        }
        return known.contains(name);
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
