package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.RollbackShapes.MAX_ALARM_AGE;
import static io.belay.adapter.systemfile.RollbackShapes.OFF;
import static io.belay.adapter.systemfile.RollbackShapes.SKEW;

import io.belay.core.release.RollbackGuards;
import io.belay.core.settings.Settings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what has to hold before anything is moved. */
record GuardsReader(FormReader forms) {
    private static final Set<String> NO_REASON =
            Set.of("true", "false", "yes", "no", "y", "n", "on", "off", "none", "0", "1");

    Optional<RollbackGuards> read(Optional<Node> node) {
        return node.map(this::read).orElse(Optional.of(RollbackGuards.DEFAULT));
    }

    private Optional<RollbackGuards> read(Node node) {
        var settings = new BlockReader(forms).read(RollbackShapes.GUARDS_BLOCK, node, Set.of());
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var before = forms.faults().count();
        var off = new ShownTexts(forms).one(block, OFF);
        off.filter(said -> NO_REASON.contains(said.strip().toLowerCase(Locale.ROOT)))
                .flatMap(_ -> block.value(OFF.name()))
                .ifPresent(said -> forms.faults()
                        .mistaken(said, "why nothing may be moved, in words; where all may be moved, no off at all"));
        var fit = settings.filter(present -> new Lengths(forms.faults(), block, present)
                .fit(MAX_ALARM_AGE, SKEW, "an alarm that has only just turned red may look as old as the skew"));
        return fit.filter(_ -> forms.faults().count() == before).map(present -> guards(present, off));
    }

    private static RollbackGuards guards(Settings settings, Optional<String> off) {
        return new RollbackGuards(
                settings.get(MAX_ALARM_AGE),
                settings.get(RollbackShapes.COOLDOWN),
                Math.toIntExact(settings.get(RollbackShapes.MOST)),
                settings.get(RollbackShapes.WINDOW),
                schema(settings.get(RollbackShapes.SCHEMA)),
                off,
                settings.get(RollbackShapes.GATE).equals(RollbackShapes.PERSON),
                settings.get(SKEW));
    }

    private static RollbackGuards.Schema schema(String word) {
        return Arrays.stream(RollbackGuards.Schema.values())
                .filter(each -> RollbackShapes.word(each).equals(word))
                .findFirst()
                .orElseThrow();
    }
}
