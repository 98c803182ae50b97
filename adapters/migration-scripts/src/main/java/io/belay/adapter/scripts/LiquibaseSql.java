package io.belay.adapter.scripts;

import io.belay.core.script.Checksum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changesets in <a href="https://docs.liquibase.com/concepts/changelogs/sql-format.html">formatted SQL</a>. */
final class LiquibaseSql {
    private static final Pattern HEADER = Pattern.compile("(?i)--\\h*liquibase\\h+formatted\\h+sql\\b(.*)");
    private static final Pattern CHANGESET =
            Pattern.compile("(?i)\\h*+--\\h*+changeset\\h++(\"[^\"]++\"|[^:\"]++):\\h*+(\"[^\"]+\"|\\S+)(.*)");
    private static final Pattern LOGICAL = Pattern.compile("(?i)\\blogicalFilePath:(\"[^\"]+\"|\\S+)");
    private static final Pattern DBMS = Pattern.compile("(?i)\\bdbms:(\"[^\"]+\"|\\S+)");
    private static final Pattern AGAIN = Pattern.compile("(?i)\\brun(?:OnChange|Always):\"?true\\b");
    private static final Pattern APART = Pattern.compile("(?i)\\h*+--\\h*+(?:rollback|comment)\\b.*");

    /** What changes the SQL before it is summed, or leaves it out: then no checksum is claimed. */
    private static final Pattern ODD = Pattern.compile(
            "(?im)^\\h*--\\h*(?:ignoreLines|property|precondition|liquibase|labels|contexts?)|/\\*\\h*liquibase|\\$\\{"
                    + "|^\\h*-(?!-)\\h*(?:changeset|rollback|comment|validCheckSum)|^/\\h*$");

    /** Liquibase's {@code AbstractFormattedChangeLogParser}: a sum that is accepted as well, or any. */
    private static final Pattern VALID = Pattern.compile("(?i)\\h*--\\s*validCheckSum:? (.*)");

    private static final Pattern ANY = Pattern.compile("(?i)(?:1:)?(?:any|all|\\*)");

    private final String path;
    private final FileJudge judge;
    private final List<Draft> drafts = new ArrayList<>();
    private final StringBuilder sql = new StringBuilder();
    private final StringBuilder inPlace = new StringBuilder();
    private final List<String> valid = new ArrayList<>();
    private int lineNumber;
    private int firstLine = 1;
    private String id = "";
    private String attributes = "";
    private @Nullable String logicalPath;

    private LiquibaseSql(String path, FileJudge judge) {
        this.path = path;
        this.judge = judge;
    }

    /** Nothing in a file that is SQL of another kind. */
    static List<Draft> read(String path, String text, FileJudge judge) {
        var bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var header = HEADER.matcher(
                bare.lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
        if (!header.matches()) {
            return List.of();
        }
        var reader = new LiquibaseSql(path, judge);
        logical(header.group(1)).ifPresent(logical -> reader.logicalPath = logical);
        bare.lines().forEach(reader::line);
        reader.end();
        return reader.drafts;
    }

    private void line(String line) {
        lineNumber++;
        var changeset = CHANGESET.matcher(line);
        if (changeset.matches()) {
            end();
            attributes = changeset.group(3);
            var file = logical(attributes).orElse(logicalPath == null ? path : logicalPath);
            id = Liquibase.id(file, bare(changeset.group(2)), bare(changeset.group(1)));
            firstLine = lineNumber + 1;
            return;
        }
        var accepted = VALID.matcher(line);
        if (accepted.matches()) {
            valid.add(accepted.group(1).strip());
        } else if (!APART.matcher(line).matches()) {
            sql.append(line).append('\n');
        }
        inPlace.append(line).append('\n');
    }

    private void end() {
        var dbms = DBMS.matcher(attributes);
        if (!id.isEmpty() && (!dbms.find() || LiquibaseServers.include(bare(dbms.group(1)), judge.engine()))) {
            drafts.add(Draft.once(id, "", path, checksums(), judge.judgeSql(inPlace.toString(), firstLine))
                    .as(Liquibase.role(AGAIN.matcher(attributes).find())));
        }
        sql.setLength(0);
        valid.clear();
        inPlace.setLength(0);
    }

    private List<Checksum> checksums() {
        var plain = !ODD.matcher(sql).find()
                && !sql.isEmpty()
                && !attributes.toLowerCase(Locale.ROOT).contains("dbms")
                && !attributes.contains("${");
        if (!plain || valid.stream().anyMatch(sum -> ANY.matcher(sum).matches())) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(Checksums.liquibase(sql.toString())),
                        valid.stream().map(sum -> new Checksum(Checksums.LIQUIBASE, sum)))
                .toList();
    }

    private static Optional<String> logical(String attributes) {
        var logical = LOGICAL.matcher(attributes);
        return logical.find() ? Optional.of(bare(logical.group(1))) : Optional.empty();
    }

    private static String bare(String word) {
        var stripped = word.strip();
        return stripped.length() > 1 && stripped.startsWith("\"")
                ? stripped.substring(1, stripped.length() - 1)
                : stripped;
    }
}
