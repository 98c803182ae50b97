package io.belay.adapter.scripts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Alembic's revisions: a graph, told in each <a
 * href="https://alembic.sqlalchemy.org/en/latest/tutorial.html#create-a-migration-script">file's head</a>. A revision comes
 * after those it follows, and then by its file; one in a circle, or without an end, comes last. What it {@code depends_on}
 * it follows as well, and takes the place of among the heads that the ledger keeps: sqlalchemy/alembic, {@code
 * alembic/script/revision.py} and {@code HeadMaintainer} in {@code alembic/runtime/migration.py}.
 */
final class Alembic implements Tool {
    private static final int HEAD = 20_000;
    private static final Pattern REVISION = value("revision");
    private static final Pattern DOWN = value("down_revision");
    private static final Pattern DEPENDS = value("depends_on");
    private static final Pattern LABELS = value("branch_labels");
    private static final Pattern COMMENT = Pattern.compile("(?m)#.*$");
    private static final Pattern QUOTED = Pattern.compile("['\"]([^'\"\\n]{1,200})['\"]");

    @Override
    public boolean wants(String path) {
        return path.endsWith(".py") && !path.endsWith("__init__.py") && !path.endsWith("env.py");
    }

    @Override
    public List<Draft> read(List<Found> files, FileJudge judge) {
        var revisions =
                files.stream().flatMap(file -> revision(file, judge).stream()).toList();
        var byName = new HashMap<String, String>();
        revisions.forEach(revision -> revision.labels().forEach(label -> byName.put(label, revision.id())));
        revisions.forEach(revision -> byName.put(revision.id(), revision.id()));
        return ordered(
                revisions.stream().map(revision -> revision.draft(byName)).toList());
    }

    /** @param depends revisions, or labels of branches that stand for the revision which bears them */
    private record Revision(
            Found file, String head, String id, Set<String> labels, Set<String> depends, FileJudge judge) {
        Draft draft(Map<String, String> byName) {
            var follows = new LinkedHashSet<>(strings(DOWN, head));
            depends.forEach(name -> follows.add(byName.getOrDefault(name, name)));
            var draft = Draft.once(id, title(head), file.path(), List.of(), judge.judge(file));
            return new Draft(
                    id,
                    draft.description(),
                    draft.file(),
                    draft.role(),
                    List.copyOf(follows),
                    List.of(),
                    draft.judgement());
        }
    }

    /** A string, or several in brackets. */
    private static Pattern value(String name) {
        return Pattern.compile("(?m)^" + name
                + "\\h*(?::[^=\\n]{0,100})?=\\h*(\\([^)]{0,4000}\\)|\\[[^]]{0,4000}]|\\{[^}]{0,4000}}|[^\\n]{0,500})");
    }

    private static Set<String> strings(Pattern value, String head) {
        var strings = new LinkedHashSet<String>();
        var said = value.matcher(head);
        if (said.find()) {
            var bare = COMMENT.matcher(said.group(1)).replaceAll("");
            QUOTED.matcher(bare).results().forEach(quoted -> strings.add(quoted.group(1)));
        }
        return strings;
    }

    private static Optional<Revision> revision(Found file, FileJudge judge) {
        var head = file.text()
                .map(text -> text.substring(0, Math.min(text.length(), HEAD)))
                .orElse("");
        return strings(REVISION, head).stream()
                .findFirst()
                .map(id -> new Revision(file, head, id, strings(LABELS, head), strings(DEPENDS, head), judge));
    }

    /** The first line of the file's own description. */
    private static String title(String head) {
        var start = head.startsWith("\"\"\"")
                ? head.substring(3).lines().findFirst().orElse("")
                : "";
        return start.replace("\"\"\"", "").strip();
    }

    private static List<Draft> ordered(List<Draft> drafts) {
        var missing = new HashMap<Draft, Integer>();
        var followers = new HashMap<String, List<Draft>>();
        var free = new PriorityQueue<Draft>(Comparator.comparing(Draft::file));
        for (var draft : drafts) {
            missing.put(draft, draft.follows().size());
            draft.follows()
                    .forEach(id -> followers
                            .computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(draft));
            if (draft.follows().isEmpty()) {
                free.add(draft);
            }
        }
        var ordered = new LinkedHashSet<Draft>();
        while (!free.isEmpty()) {
            var next = free.remove();
            ordered.add(next);
            for (var follower : followers.getOrDefault(next.id(), List.of())) {
                if (missing.merge(follower, -1, Integer::sum) == 0) {
                    free.add(follower);
                }
            }
        }
        ordered.addAll(drafts);
        return List.copyOf(ordered);
    }
}
