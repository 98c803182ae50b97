package io.belay.adapter.systemfile;

import io.belay.core.Redactor;
import io.belay.core.SecretSource;
import io.belay.core.probe.Observable;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads system files. What is wrong with one is an answer, never an exception: every fault at once, each with its place.
 *
 * <p>Fit for many threads, where its secret sources are.
 */
public final class SystemFile {
    private final List<ProbeKind> kinds;
    private final List<SecretSource> secrets;

    /**
     * Reads files that hold {@code kinds} of checks and refer to {@code secrets}.
     *
     * @throws IllegalArgumentException where two kinds, two sources or a kind's keys cannot be told apart
     */
    public SystemFile(List<ProbeKind> kinds, List<SecretSource> secrets) {
        this.kinds = List.copyOf(kinds);
        this.secrets = List.copyOf(secrets);
        distinct(
                "schemes of secrets", secrets.stream().map(SecretSource::scheme).toList());
        distinctKinds(kinds);
    }

    /** Reads the file at {@code path}; one that is not there or cannot be read is refused. */
    public Reading read(Path path) {
        var name = Optional.ofNullable(path.getFileName()).orElse(path).toString();
        try {
            if (!Files.isRegularFile(path)) {
                return unreadable(name, "no file " + Words.quoted(path.toString()));
            }
            try (var in = Files.newInputStream(path)) {
                return read(name, in.readNBytes(YamlText.MOST_BYTES + 1));
            }
        } catch (IOException broken) {
            return unreadable(
                    name, "a file that cannot be read (" + broken.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Reads {@code bytes}.
     *
     * @param name how faults call the file
     */
    public Reading read(String name, byte[] bytes) {
        var faults = new Faults();
        var known = new Secrets(secrets);
        var forms = new FormReader(faults, new TextReader(faults, known, Optional.empty()));
        var system = YamlText.of(bytes, faults)
                .flatMap(text -> YamlTree.of(text, faults))
                .flatMap(root -> new SystemReader(new KindReader(forms, kinds)).read(root, known::redactor));
        return system.isPresent() && faults.count() == 0
                ? new Reading.Read(system.get())
                : faults.refusal(name, known.redactor());
    }

    private static Reading unreadable(String name, String found) {
        var faults = new Faults();
        faults.add(Place.START, found, "a system file");
        return faults.refusal(name, Redactor.NONE);
    }

    /** Refuses kinds that a file could not tell apart. */
    static void distinctKinds(List<ProbeKind> kinds) {
        var keys = new ArrayList<>(kinds.stream().map(ProbeKind::name).toList());
        FileShapes.CHECK.keys().forEach(key -> keys.add(key.name()));
        keys.add(FileShapes.CAPTURE);
        distinct("kinds and keys of a check", keys);
        for (var kind : kinds) {
            var facts =
                    new ArrayList<>(ExpectReader.all(kind).map(Observable::key).toList());
            facts.add(FileShapes.SHOWN);
            distinct("facts of " + kind.name(), facts);
            var settings =
                    new ArrayList<>(kind.shape().keys().stream().map(Key::name).toList());
            settings.add(ExpectReader.EXPECT);
            distinct("keys of " + kind.name(), settings);
        }
    }

    private static void distinct(String what, List<String> words) {
        var seen = new HashSet<String>();
        words.stream().filter(word -> !seen.add(word)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("two " + what + " are named " + twice);
        });
    }
}
