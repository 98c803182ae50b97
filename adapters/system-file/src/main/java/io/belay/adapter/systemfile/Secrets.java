package io.belay.adapter.systemfile;

import io.belay.core.PortException;
import io.belay.core.Redactor;
import io.belay.core.SecretSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks up what references stand for, each once for a file, and remembers what must be hidden. Used by one thread. */
final class Secrets {
    /** The environment again, for what may be shown. */
    private static final String PUBLIC = "public-env";

    private static final String ENVIRONMENT = "env";

    private final Map<String, SecretSource> sources = new TreeMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private Redactor redactor = Redactor.NONE;

    Secrets(Collection<SecretSource> sources) {
        sources.forEach(source -> this.sources.put(source.scheme(), source));
    }

    /** What a reference stands for. */
    sealed interface Answer {
        record Hidden(String value) implements Answer {}

        record Open(String value) implements Answer {}

        /** Nothing, and what would be right. */
        record Nothing(String meant) implements Answer {}
    }

    /** The answer to {@code inside}, the part between the braces. */
    Answer find(String inside) {
        var known = answers.get(inside);
        if (known != null) {
            return known;
        }
        var answer = ask(inside);
        if (answer instanceof Answer.Hidden(var value)) {
            redactor = redactor.with(value, "${" + inside + "}");
        }
        answers.put(inside, answer);
        return answer;
    }

    Redactor redactor() {
        return redactor;
    }

    private Answer ask(String inside) {
        var colon = inside.indexOf(':');
        if (colon < 1 || colon == inside.length() - 1) {
            return new Answer.Nothing("a reference such as ${env:NAME}, or $${ where the two characters are meant");
        }
        var scheme = inside.substring(0, colon);
        var isPublic = scheme.equals(PUBLIC);
        var source = sources.get(isPublic ? ENVIRONMENT : scheme);
        if (source == null) {
            var schemes = new TreeSet<>(sources.keySet());
            if (schemes.contains(ENVIRONMENT)) {
                schemes.add(PUBLIC);
            }
            return new Answer.Nothing("a reference to " + Words.nearestOf(scheme, schemes));
        }
        try {
            var value = source.read(inside.substring(colon + 1));
            return isPublic ? new Answer.Open(value) : new Answer.Hidden(value);
        } catch (PortException missing) {
            return new Answer.Nothing("one that can be read (" + missing.fault() + ")");
        }
    }
}
