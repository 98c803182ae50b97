package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.DatabaseReader;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.migration.DatabaseReading.Change;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is at work on MySQL's or MariaDB's schema, by the statements that run: every one that changes it is a transaction of
 * its own, so that nothing stays open behind it. A user without the right {@code PROCESS} is shown its own sessions alone
 * (mariadb.com/kb/en/show-processlist, dev.mysql.com/doc/refman/8.4/en/show-processlist.html).
 */
final class MysqlChanges {
    private static final String SQL = """
            select id, user, left(info, 1000), unix_timestamp(now(6)) - time
            from information_schema.processlist
            where id <> connection_id() and info is not null order by id limit 10000
            """;

    /** Denied to whom PROCESS was not granted, be it by a role or not. */
    private static final String WHETHER_ALL =
            "select count(*) from (select 1 from information_schema.innodb_trx limit 1) any_one";

    private static final Pattern CHANGE = Pattern.compile("(?is)(?:\\s|--[^\\n]*\\n|#[^\\n]*\\n|/\\*(?!M?!).*?\\*/)*+"
            + "(?<what>(?:alter|create|drop|rename)\\s+(?:(?:or\\s+replace|online|offline|ignore|unique|fulltext|spatial"
            + "|definer\\s*=\\s*\\S+|sql\\s+security\\s+\\w+|algorithm\\s*=\\s*\\w+|aggregate)\\s+)*+"
            + "(?:table|tables|index|view|trigger|procedure|function|event|sequence|database|schema)\\b"
            + "(?:\\s+if\\s+(?:not\\s+)?exists)?\\s+[^\\s(;]{1,200}).*");

    private MysqlChanges() {}

    static List<Change> of(Connection connection, DatabaseReader reader) throws SQLException {
        var changes = new ArrayList<Change>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SQL)) {
            while (rows.next() && changes.size() < Changes.MOST) {
                change(rows).ifPresent(changes::add);
            }
        }
        if (changes.isEmpty()) {
            mustSeeAll(connection, reader);
        }
        return changes;
    }

    private static Optional<Change> change(ResultSet row) throws SQLException {
        var statement = CHANGE.matcher(row.getString(3));
        if (!statement.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                "connection " + row.getString(1) + " of " + row.getString(2),
                statement.group("what").replaceAll("\\s+", " "),
                Optional.ofNullable(row.getBigDecimal(4)).map(Answering::instant)));
    }

    private static void mustSeeAll(Connection connection, DatabaseReader reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(WHETHER_ALL)) {
            rows.next();
        } catch (SQLException failed) {
            var fault = reader.fault(failed);
            throw new PortException(
                    fault.kind() == Fault.Kind.DENIED
                            ? new Fault(
                                    Fault.Kind.DENIED,
                                    "without the right PROCESS, other users' sessions cannot be seen: "
                                            + fault.message())
                            : fault);
        }
    }
}
