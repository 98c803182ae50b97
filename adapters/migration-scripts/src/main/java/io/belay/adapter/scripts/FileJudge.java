package io.belay.adapter.scripts;

import io.belay.core.script.Additivity;
import io.belay.core.script.Judgement;
import java.util.Locale;
import java.util.stream.Collectors;

/** Judges a file: SQL by its statements, anything else by what its author says in a comment. */
final class FileJudge {
    private final ScriptJudge judge;
    private final Engine engine;

    FileJudge(Engine engine) {
        this.engine = engine;
        this.judge = new ScriptJudge(engine);
    }

    Engine engine() {
        return engine;
    }

    Judgement judge(Found file) {
        return judge(file, "", "");
    }

    /** Of a file that holds the way back as well, only the way there: from one mark to the other. */
    Judgement judge(Found file, String up, String down) {
        return Judgement.later(() -> answer(file, up, down));
    }

    private Additivity answer(Found file, String up, String down) {
        var text = file.text();
        if (text.isEmpty()) {
            return Additivity.unclear(1, "file", "it is not UTF-8");
        }
        if (!file.name().toLowerCase(Locale.ROOT).endsWith(".sql")) {
            return code(text.get());
        }
        return judge.judge(up.isEmpty() ? text.get() : between(text.get(), up, down));
    }

    Judgement judgeSql(String sql, int firstLine) {
        return Judgement.later(() -> judge.judge(sql, firstLine));
    }

    private static Additivity code(String text) {
        var comments = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("#") || line.startsWith("//"))
                .map(line -> line.substring(line.startsWith("#") ? 1 : 2).strip())
                .filter(comment -> comment.regionMatches(true, 0, "belay:", 0, 6))
                .toList();
        return ScriptJudge.said(comments)
                .orElseGet(() -> Additivity.unclear(1, "file", "it is not written in SQL, and no comment in it says"));
    }

    /** Lines keep their numbers. A file without the mark is judged whole, so that nothing hides in it. */
    private static String between(String text, String up, String down) {
        if (text.lines().noneMatch(line -> marks(line, up))) {
            return text;
        }
        var inside = new boolean[1];
        return text.lines()
                .map(line -> {
                    inside[0] = (inside[0] || marks(line, up)) && !marks(line, down);
                    return inside[0] ? line : "";
                })
                .collect(Collectors.joining("\n"));
    }

    private static boolean marks(String line, String mark) {
        var start = line.strip();
        return start.startsWith("--")
                && start.substring(2, Math.min(start.length(), 60))
                        .replaceAll("\\s", "")
                        .toLowerCase(Locale.ROOT)
                        .startsWith(mark);
    }
}
