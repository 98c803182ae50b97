package io.belay.adapter.systemfile;

import io.belay.core.script.Additivity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a person says of scripts by id: {@code true}, {@code false}, or why not. */
record AdditiveReader(Faults faults, TextReader texts) {
    private static final String MEANT =
            "true, false, or why it is not additive: \"no: the old worker polls this table\"";
    private static final String NO = "no:";
    private static final String DECLARED = "declared";

    // Whoever writes one of these does not mean it for a reason.
    private static final Set<String> ANSWERS =
            Set.of("yes", "no", "on", "off", "y", "n", "true", "false", "additive", "not additive", "unclear");

    Map<String, Additivity> read(Optional<Node> additive) {
        var declared = new LinkedHashMap<String, Additivity>();
        if (additive.isEmpty()) {
            return declared;
        }
        if (!(additive.get() instanceof Node.Block block)) {
            faults.mistaken(additive.get(), "a block of ids of scripts, each with " + MEANT);
            return declared;
        }
        for (var entry : block.entries()) {
            var answer = answer(entry.value());
            texts.key(entry, declared.keySet())
                    .ifPresent(id -> answer.ifPresent(additivity -> declared.put(id, additivity)));
        }
        return declared;
    }

    private Optional<Additivity> answer(Node node) {
        if (!(node instanceof Node.Scalar scalar) || Scalars.isNothing(scalar)) {
            faults.mistaken(node, MEANT);
            return Optional.empty();
        }
        var flag = scalar.plain() ? Scalars.exactFlag(scalar.text()) : Optional.<Boolean>empty();
        if (flag.isPresent()) {
            return flag.map(yes -> yes ? Additivity.additive() : declared("its system file says so"));
        }
        if (Scalars.number(scalar).isPresent()) {
            faults.mistaken(scalar, MEANT);
            return Optional.empty();
        }
        return texts.open(scalar).flatMap(text -> reason(scalar, text.strip()));
    }

    private Optional<Additivity> reason(Node node, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var why = lower.startsWith(NO) ? text.substring(NO.length()).strip() : text;
        if (why.isEmpty() || ANSWERS.contains(lower) || lower.startsWith("yes:")) {
            faults.mistaken(node, MEANT);
            return Optional.empty();
        }
        return Optional.of(declared(why));
    }

    private static Additivity declared(String why) {
        return Additivity.notAdditive(1, DECLARED, why);
    }
}
