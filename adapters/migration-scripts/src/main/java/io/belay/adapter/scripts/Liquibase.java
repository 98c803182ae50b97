package io.belay.adapter.scripts;

import io.belay.core.script.Additivity;
import io.belay.core.script.Judgement;
import io.belay.core.script.Script.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Liquibase's <a href="https://docs.liquibase.com/concepts/changelogs/home.html">changelogs</a>, by file and then by place in
 * it; what a changelog includes is read as a file of its own, and not in the order of the including. An id is {@code
 * file::id::author}, as Liquibase writes a changeset's name: liquibase/liquibase, {@code ChangeSet.toNormalizedString}.
 */
final class Liquibase implements Tool {
    /** Without it a file is no changelog, whatever else it may be. */
    private static final String MARK = "databaseChangeLog";

    @Override
    public boolean wants(String path) {
        return path.endsWith(".sql") || path.endsWith(".xml") || path.endsWith(".yaml") || path.endsWith(".yml");
    }

    @Override
    public List<Draft> read(List<Found> files, FileJudge judge) {
        var drafts = new ArrayList<Draft>();
        for (var file : files) {
            var text = file.text();
            if (text.isEmpty()) {
                drafts.add(unreadable(file, "it is not UTF-8"));
                continue;
            }
            if (!file.path().endsWith(".sql") && !text.get().contains(MARK)) {
                continue;
            }
            drafts.addAll(changesets(file, text.get(), judge));
        }
        return drafts;
    }

    private static List<Draft> changesets(Found file, String text, FileJudge judge) {
        if (file.path().endsWith(".sql")) {
            return LiquibaseSql.read(file.path(), text, judge);
        }
        var heads = file.path().endsWith(".xml") ? LiquibaseNames.xml(text) : LiquibaseNames.yaml(text);
        return heads.map(found -> found.stream()
                        .filter(head -> LiquibaseServers.include(head.dbms(), judge.engine()))
                        .map(head -> draft(file, head))
                        .toList())
                .orElseGet(() -> List.of(unreadable(file, "it cannot be read as a changelog")));
    }

    private static Draft draft(Found file, LiquibaseNames.Head head) {
        var path = head.logicalPath().orElse(file.path());
        return Draft.once(
                        id(path, head.id(), head.author()),
                        "",
                        file.path(),
                        List.of(),
                        Judgement.of(Additivity.unclear(
                                1, "changeSet", "its changes are not written in SQL, and are not judged")))
                .as(role(head.again()));
    }

    /** One that is run on change, or always, may be changed: {@code ValidatingVisitor}. */
    static Role role(boolean again) {
        return again ? Role.REPEATABLE : Role.ONCE;
    }

    /** {@code DatabaseChangeLog.normalizePath}: of a path that is said, not found, the ledger's reader makes the same. */
    static String id(String path, String id, String author) {
        var plain = path.replace('\\', '/').replaceFirst("^classpath:", "").replaceFirst("^(?:\\.?/)+", "");
        return plain + "::" + id + "::" + author;
    }

    private static Draft unreadable(Found file, String why) {
        return Draft.once(file.path(), "", file.path(), List.of(), Judgement.of(Additivity.unclear(1, "file", why)));
    }

    static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
