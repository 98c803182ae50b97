package io.belay.adapter.systemfile;

import io.belay.core.announce.Announcer;
import io.belay.core.release.EmergencyBrake;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.settings.Address;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import io.belay.core.testkit.InMemoryAlarmSource;
import io.belay.core.testkit.InMemoryAnnouncer;
import io.belay.core.testkit.InMemoryBrake;
import io.belay.core.testkit.InMemoryRelease;
import io.belay.core.testkit.InMemoryReleaseTarget;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Kinds of things that a release is put back by, as a cloud's adapters have them, of things in memory. */
record TestingKind<T>(String name, Shape shape, BiFunction<Settings, Optional<Cloud>, T> binding) implements Kind<T> {
    static final Key<Text> ALARM = Key.text("alarm", "Which alarm.").needed();
    static final Key<Text> FUNCTION = Key.text("function", "Which function.").needed();
    static final Key<Text> ALIAS = Key.text("alias", "Which alias.").orElse(Text.of("live"));
    static final Key<Text> REGION = Key.text("region", "Where it is, if elsewhere.");
    static final Key<Address> URL =
            Key.address("url", Set.of("https"), "Where it listens.").needed();
    static final Key<Text> TOKEN = Key.text("token", "What opens it.");

    static final Releases ALL = new Releases(
            List.of(
                    new TestingKind<>("bell", Shape.of("A bell.", ALARM, REGION), TestingKind::watched),
                    new TestingKind<>("siren", Shape.of("A siren.", ALARM), TestingKind::watched)),
            List.of(
                    new TestingKind<>("lambda", Shape.of("A function.", FUNCTION, ALIAS, REGION), TestingKind::target),
                    new TestingKind<>(
                            "shelf", Shape.of("A shelf.", FUNCTION), (settings, _) -> inMemory(shown(settings)))),
            List.of(
                    new TestingKind<>(
                            "lambda-stop",
                            Shape.of("A function.", FUNCTION, REGION),
                            (settings, _) -> new InMemoryBrake(shown(settings))),
                    new TestingKind<EmergencyBrake>(
                            "switch",
                            Shape.of("A switch.", FUNCTION),
                            (settings, _) -> new InMemoryBrake(shown(settings)))),
            List.of(
                    new TestingKind<>("chat", Shape.of("A chat.", URL, TOKEN), (_, _) -> new InMemoryAnnouncer()),
                    new TestingKind<Announcer>(
                            "topic", Shape.of("A topic.", FUNCTION), (_, _) -> new InMemoryAnnouncer())));

    @Override
    public T bind(Settings settings, Optional<Cloud> cloud) {
        return binding.apply(settings, cloud);
    }

    private static Watched watched(Settings settings, Optional<Cloud> cloud) {
        return new Watched(settings.get(ALARM).shown(), new InMemoryAlarmSource(InstantSource.system()));
    }

    private static ReleaseTarget target(Settings settings, Optional<Cloud> cloud) {
        var region = settings.find(REGION)
                .map(Text::shown)
                .or(() -> cloud.map(Cloud::region))
                .orElseThrow(() -> new SettingException("region", "a region here, or under cloud for all"));
        return inMemory(
                region + ":" + shown(settings) + ":" + settings.get(ALIAS).shown());
    }

    private static String shown(Settings settings) {
        return settings.get(FUNCTION).shown();
    }

    static ReleaseTarget inMemory(String name) {
        return new InMemoryReleaseTarget(new InMemoryRelease(name, InstantSource.system()));
    }
}
