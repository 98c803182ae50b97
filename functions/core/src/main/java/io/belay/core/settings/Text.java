package io.belay.core.settings;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A text of the system file: literal parts, secrets that were put in for a reference, and the variables of a scenario.
 *
 * <p>{@link #toString()} never shows a secret; only {@link #reveal()} does, and only an adapter calls it.
 */
public record Text(List<Part> parts) {
    public Text {
        parts = List.copyOf(parts);
    }

    /** A text without secrets or variables. */
    public static Text of(String literal) {
        return new Text(List.of(new Part.Literal(literal)));
    }

    /** One part of a text. */
    public sealed interface Part {
        /** Written in the file as it stands. */
        record Literal(String text) implements Part {
            public Literal {
                requireNonNull(text, "text");
            }
        }

        /**
         * Put in for a reference.
         *
         * @param reference how the file names it, braces included: {@code ${env:DB_PASSWORD}}
         * @param value the secret itself
         */
        record Secret(String reference, String value) implements Part {
            public Secret {
                requireNonNull(reference, "reference");
                requireNonNull(value, "value");
            }

            @Override
            public String toString() {
                return reference;
            }
        }

        /** To be filled in by a scenario: {@code {{order}}}. */
        record Variable(String name) implements Part {
            public Variable {
                requireNonNull(name, "name");
            }
        }
    }

    /**
     * The text with its secrets in it.
     *
     * @throws IllegalStateException where a variable was not filled in
     */
    public String reveal() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Literal literal -> literal.text();
                    case Part.Secret secret -> secret.value();
                    case Part.Variable variable ->
                        throw new IllegalStateException("the variable " + variable.name() + " has no value yet");
                })
                .collect(Collectors.joining());
    }

    /** The text as it may be shown: references stand for secrets. */
    public String shown() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Literal literal -> literal.text();
                    case Part.Secret secret -> secret.reference();
                    case Part.Variable variable -> braced(variable.name());
                })
                .collect(Collectors.joining());
    }

    /** The variables in it. */
    public Set<String> variables() {
        return parts.stream()
                .filter(Part.Variable.class::isInstance)
                .map(part -> ((Part.Variable) part).name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** This text with the variables that {@code values} knows filled in, each passed through {@code escape}. */
    public Text fill(Map<String, String> values, UnaryOperator<String> escape) {
        return filled(values, (name, value) -> new Part.Secret(braced(name), escape.apply(value)));
    }

    /** This text with the variables that {@code values} knows filled in, of which those {@code hidden} stay unseen. */
    public Text fill(Map<String, String> values, Set<String> hidden) {
        return filled(
                values,
                (name, value) ->
                        hidden.contains(name) ? new Part.Secret(braced(name), value) : new Part.Literal(value));
    }

    private Text filled(Map<String, String> values, BiFunction<String, String, Part> put) {
        return new Text(parts.stream()
                .map(part -> part instanceof Part.Variable(var name) && values.containsKey(name)
                        ? put.apply(name, requireNonNull(values.get(name)))
                        : part)
                .toList());
    }

    private static String braced(String name) {
        return "{{" + name + "}}";
    }

    /**
     * This text, which no scenario's variable may decide, filled in or not: what a target answers must not choose the
     * next host or the words of a query.
     *
     * @param key the key it was written under
     * @throws SettingException where a variable stands in it
     */
    public Text fixed(String key) {
        for (var part : parts) {
            if (part instanceof Part.Variable
                    || (part instanceof Part.Secret secret && secret.reference().startsWith("{{"))) {
                throw new SettingException(key, "no variable may stand here, found " + shown());
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return shown();
    }
}
