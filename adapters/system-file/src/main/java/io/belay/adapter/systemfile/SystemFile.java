package io.belay.adapter.systemfile;

import static java.util.Objects.requireNonNull;

import io.belay.core.Redactor;
import io.belay.core.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads system files. What is wrong with one is an answer, never an exception: every fault at once, each with its place.
 *
 * <p>Fit for many threads, where its secret sources are.
 */
public final class SystemFile {
    private final Vocabulary vocabulary;
    private final List<SecretSource> secrets;

    /**
     * Reads files that speak {@code vocabulary} and refer to {@code secrets}.
     *
     * @throws IllegalArgumentException where two sources cannot be told apart
     */
    public SystemFile(Vocabulary vocabulary, List<SecretSource> secrets) {
        this.vocabulary = requireNonNull(vocabulary, "vocabulary");
        this.secrets = List.copyOf(secrets);
        Vocabulary.distinct(
                "schemes of secrets", secrets.stream().map(SecretSource::scheme).toList());
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
                .flatMap(root -> new SystemReader(forms, vocabulary).read(root, known::redactor));
        return system.isPresent() && faults.count() == 0
                ? new Reading.Read(system.get())
                : faults.refusal(name, known.redactor());
    }

    private static Reading unreadable(String name, String found) {
        var faults = new Faults();
        faults.add(Place.START, found, "a system file");
        return faults.refusal(name, Redactor.NONE);
    }
}
