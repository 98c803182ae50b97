package io.belay.adapter.aws;

import io.belay.core.document.DocumentFacts;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kind {@code aws}: how anything stands that AWS can be asked about. */
record AskKind(AwsRegions regions, Optional<Cloud> cloud) implements ProbeKind {
    @Override
    public String name() {
        return "aws";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "Asks a service of AWS by one call that reads.",
                Asked.SERVICE,
                Asked.CALL,
                Asked.PATH,
                Asked.WITH,
                AwsRegions.REGION);
    }

    @Override
    public List<Observable> observables() {
        return DocumentFacts.observables();
    }

    @Override
    public ProbeKind in(Optional<Cloud> home) {
        return new AskKind(regions, home);
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        DocumentFacts.check(asked);
        return new AskProbe(regions.of(settings, cloud), Asked.of(settings), Set.copyOf(asked));
    }
}
