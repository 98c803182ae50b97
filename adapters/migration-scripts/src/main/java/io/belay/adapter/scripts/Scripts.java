package io.belay.adapter.scripts;

import static java.util.Objects.requireNonNull;

import io.belay.core.script.Additivity;
import io.belay.core.script.Judgement;
import io.belay.core.script.ObjectPrefix;
import io.belay.core.script.Script;
import io.belay.core.script.ScriptSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scripts of one tool in a folder, a jar or an object store. */
public final class Scripts implements ScriptSource {
    private static final int LONGEST_PATH = 1_000;

    private final Place place;
    private final Reading reading;

    private Scripts(Place place, Reading reading) {
        this.place = place;
        this.reading = requireNonNull(reading, "reading");
    }

    /**
     * How scripts are read.
     *
     * @param convention whose they are
     * @param engine whose SQL
     * @param declared by id, what a person says of a script; it wins over what is seen in it
     * @param bounds how much is read
     */
    public record Reading(Convention convention, Engine engine, Map<String, Additivity> declared, Bounds bounds) {
        public Reading {
            requireNonNull(convention, "convention");
            requireNonNull(engine, "engine");
            declared = Map.copyOf(declared);
            requireNonNull(bounds, "bounds");
        }

        /** With nothing declared, and the usual bounds. */
        public static Reading of(Convention convention, Engine engine) {
            return new Reading(convention, engine, Map.of(), Bounds.USUAL);
        }
    }

    /** Those in {@code folder} and below. */
    public static Scripts inFolder(Path folder, Reading reading) {
        return new Scripts(new Folder(folder), reading);
    }

    /**
     * Those in {@code jar}.
     *
     * @param prefix what their entries begin with, and their paths leave out: {@code db/migration/}; empty for all
     */
    public static Scripts inJar(Path jar, String prefix, Reading reading) {
        return new Scripts(new Jar(jar, prefix), reading);
    }

    /** Those among {@code objects}, fetched one after another whenever they are asked for. */
    public static Scripts inStore(ObjectPrefix objects, Reading reading) {
        return new Scripts(new Stored(objects), reading);
    }

    @Override
    public List<Script> scripts() {
        var tool = reading.convention().tool();
        var files = place.files(path -> path.length() <= LONGEST_PATH && tool.wants(path), reading.bounds());
        var scripts = new ArrayList<Script>();
        for (var draft : tool.read(files, new FileJudge(reading.engine()))) {
            var declared = Optional.ofNullable(reading.declared().get(draft.id()));
            scripts.add(draft.at(scripts.size(), declared.map(Judgement::of).orElse(draft.judgement())));
        }
        return List.copyOf(scripts);
    }
}
