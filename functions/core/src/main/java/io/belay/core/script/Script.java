package io.belay.core.script;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One migration as it ships.
 *
 * @param id what the tool's ledger knows it by: {@code 1.2}, {@code file::id::author}, {@code 9f3c1e}
 * @param description for people; may be empty
 * @param file where it stands in its source, parted by {@code /}
 * @param role when the tool runs it
 * @param order its place in the source, from 0
 * @param follows the ids it must come after, where the tool keeps a graph; else empty
 * @param checksums each one that the tool would accept; none where the tool has none, or where it could not be computed
 * @param judgement whether the release before can live with it
 */
public record Script(
        String id,
        String description,
        String file,
        Role role,
        int order,
        List<String> follows,
        List<Checksum> checksums,
        Judgement judgement) {
    public Script {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(file, "file");
        requireNonNull(role, "role");
        follows = List.copyOf(follows);
        checksums = List.copyOf(checksums);
        requireNonNull(judgement, "judgement");
        if (order < 0) {
            throw new IllegalArgumentException("An order is counted from 0");
        }
    }

    /** A script that has been judged. */
    public Script(
            String id,
            String description,
            String file,
            Role role,
            int order,
            List<String> follows,
            List<Checksum> checksums,
            Additivity additivity) {
        this(id, description, file, role, order, follows, checksums, Judgement.of(additivity));
    }

    /** Whether the release before can live with it. */
    public Additivity additivity() {
        return judgement.answer();
    }

    /** When a tool runs a script. */
    public enum Role {
        /** Once, in order. */
        ONCE,
        /** Again whenever it has changed, after all others. */
        REPEATABLE,
        /** Only to take another back. */
        UNDO
    }

    /**
     * Whether a ledger's {@code version} means this script: it is its id, or a path that begins further up than the place in
     * which the script was found. Where one script's id is the version, it means that one alone.
     */
    public boolean isMeantBy(String version) {
        return version.equals(id) || version.endsWith('/' + id);
    }

    /** The ids that no other follows, in order; more than one is a fork. Only of scripts whose tool keeps a graph. */
    public static Set<String> heads(List<Script> scripts) {
        var heads = new LinkedHashSet<String>();
        scripts.forEach(script -> heads.add(script.id()));
        scripts.forEach(script -> script.follows().forEach(heads::remove));
        return heads;
    }
}
