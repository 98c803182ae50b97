package io.belay.adapter.scripts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.regex.Pattern;

/**
 * Alembic's revisions: a graph, told in each <a
 * href="https://alembic.sqlalchemy.org/en/latest/tutorial.html#create-a-migration-script">file's head</a>. A revision comes
 * after those it follows, and then by its file; one in a circle, or without an end, comes last.
 */
final class Alembic implements Tool {
    private static final int HEAD = 20_000;
    private static final Pattern REVISION =
            Pattern.compile("(?m)^revision\\h*(?::[^=\\n]{0,100})?=\\h*['\"]([^'\"\\n]{1,200})['\"]");
    private static final Pattern DOWN =
            Pattern.compile("(?m)^down_revision\\h*(?::[^=\\n]{0,100})?=\\h*(\\([^)]{0,4000}\\)|[^\\n]{0,500})");
    private static final Pattern QUOTED = Pattern.compile("['\"]([^'\"\\n]{1,200})['\"]");

    @Override
    public boolean wants(String path) {
        return path.endsWith(".py") && !path.endsWith("__init__.py") && !path.endsWith("env.py");
    }

    @Override
    public List<Draft> read(List<Found> files, FileJudge judge) {
        var waiting = new ArrayList<Draft>();
        for (var file : files) {
            revision(file, judge).ifPresent(waiting::add);
        }
        return ordered(waiting);
    }

    private static Optional<Draft> revision(Found file, FileJudge judge) {
        var head = file.text()
                .map(text -> text.substring(0, Math.min(text.length(), HEAD)))
                .orElse("");
        var revision = REVISION.matcher(head);
        if (!revision.find()) {
            return Optional.empty();
        }
        var follows = new ArrayList<String>();
        var down = DOWN.matcher(head);
        if (down.find()) {
            var said = down.group(1);
            var bare = said.startsWith("(") ? said : said.replaceFirst("#.*", "");
            QUOTED.matcher(bare).results().forEach(quoted -> follows.add(quoted.group(1)));
        }
        var draft = Draft.once(revision.group(1), title(head), file.path(), List.of(), judge.judge(file));
        return Optional.of(new Draft(
                draft.id(), draft.description(), draft.file(), draft.role(), follows, List.of(), draft.additivity()));
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
