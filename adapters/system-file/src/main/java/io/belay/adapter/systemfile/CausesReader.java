package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.RollbackShapes.ALARMS;
import static io.belay.adapter.systemfile.RollbackShapes.CAUSES;
import static io.belay.adapter.systemfile.RollbackShapes.FAILS;
import static io.belay.adapter.systemfile.RollbackShapes.HEALTH;

import io.belay.core.release.RollbackCauses;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.release.RollbackSpec;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a release is put back for. */
record CausesReader(FormReader forms, List<Kind<Watched>> kinds, Home home, Optional<Map<String, Watched>> watched) {
    Optional<RollbackCauses> read(Optional<Node> node) {
        return node.map(this::read).orElse(Optional.of(RollbackSpec.NONE.when()));
    }

    private Optional<RollbackCauses> read(Node node) {
        var others = kinds.isEmpty() ? List.<String>of() : List.of(ALARMS);
        var settings = new BlockReader(forms).read(CAUSES, node, others);
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var alarms = block.value(ALARMS)
                .filter(_ -> !kinds.isEmpty())
                .map(this::alarms)
                .orElse(List.of());
        return settings.map(present -> new RollbackCauses(alarms, fails(present)));
    }

    private static int fails(Settings settings) {
        return settings.find(HEALTH)
                .map(health -> Math.toIntExact(health.get(FAILS)))
                .orElse(RollbackSpec.NONE.when().fails());
    }

    private List<Watched> alarms(Node node) {
        return isBare(node)
                ? alarm(node).stream().toList()
                : new RowReader(forms.faults()).read(node, "alarm", this::alarm);
    }

    private Optional<Watched> alarm(Node node) {
        if (isBare(node)) {
            return watched.flatMap(known -> forms.texts().open(node).flatMap(name -> named(node, name, known)));
        }
        return new KindsReader<>(forms, "alarm", kinds, home)
                .read(RollbackShapes.ALARM, node)
                .flatMap(KindsReader.Item::thing);
    }

    /** Of a section that is wrong, that its alarms are not known is no second fault. */
    private Optional<Watched> named(Node node, String name, Map<String, Watched> known) {
        var found = Optional.ofNullable(known.get(name));
        if (found.isEmpty()) {
            var meant = known.isEmpty()
                    ? ": no alarm of the section alarms can be asked how it stands"
                    : ", or one of the section alarms: " + Words.nearestOf(name, known.keySet());
            forms.faults().mistaken(node, "an alarm with its kind, as " + written(kinds.getFirst()) + meant);
        }
        return found;
    }

    private static boolean isBare(Node node) {
        return node instanceof Node.Scalar && !Scalars.isNothing(node);
    }

    private static String written(Kind<?> kind) {
        return kind.shape().keys().stream()
                .filter(Key::required)
                .map(key -> key.name() + ": ...")
                .collect(Collectors.joining(", ", kind.name() + ": { ", " }"));
    }
}
