package io.belay.adapter.jdbc.schema;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.schema.CheckRule;
import io.belay.core.schema.Part;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Routine;
import io.belay.core.schema.Sequence;
import io.belay.core.schema.Trigger;
import io.belay.core.schema.Unseen;
import io.belay.core.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The information schema of MySQL or MariaDB, read in ten statements at the most for each schema. */
final class MysqlSchema {
    private static final String BY_TABLE = "the user's right to read is not for the whole schema, so it may be hidden";

    private static final String ALTERED = "it cannot be opened: it is being altered right now, or broken";

    /** ER_LOCK_WAIT_TIMEOUT and ER_WARN_I_S_SKIPPED_TABLE. */
    private static final Set<Integer> LEFT_OUT = Set.of(1_205, 1_684);

    private final Connection connection;
    private final Draft draft = new Draft();
    private int locked;

    MysqlSchema(Connection connection) {
        this.connection = connection;
    }

    /** Who asks whom. */
    private record Server(String database, boolean mariadb, String user) {}

    Picture picture(List<String> asked) throws SQLException {
        var found = new Server[1];
        Row.each(
                connection,
                MysqlSql.SERVER,
                List.of(),
                row -> found[0] = new Server(
                        row.text(1), row.text(2).toLowerCase(Locale.ROOT).contains("mariadb"), grantee(row.text(3))));
        var server = found[0];
        if (asked.isEmpty() && server.database().isEmpty()) {
            throw new PortException(new Fault(Fault.Kind.NOT_FOUND, "no database is named"));
        }
        var names = new Names(asked.isEmpty() ? List.of(server.database()) : asked);
        for (var schema : names.schemas()) {
            read(schema, names, server);
        }
        return draft.done(server.mariadb() ? "mariadb" : "mysql");
    }

    /** As the tables of rights write it: each half in quotes. */
    private static String grantee(String user) {
        int at = user.lastIndexOf('@');
        return at < 0 ? "'" + user + "'" : "'" + user.substring(0, at) + "'@'" + user.substring(at + 1) + "'";
    }

    private void read(String schema, Names names, Server server) throws SQLException {
        locked = 0;
        rights(schema, server.user());
        var collations = new HashMap<String, String>();
        ask(schema, server, MysqlSql.TABLES, row -> table(schema, names, row, collations));
        ask(schema, server, MysqlSql.COLUMNS, row -> {
            var table = draft.known(names.of(schema, row.text(1)));
            if (table.isPresent()) {
                table.get()
                        .columns
                        .add(MysqlColumn.of(draft, row, server.mariadb(), collations.getOrDefault(row.text(1), "")));
            }
        });
        var indexes = new MysqlIndexes(draft, schema, names);
        ask(schema, server, server.mariadb() ? MysqlSql.INDEXES_OF_MARIADB : MysqlSql.INDEXES_OF_MYSQL, indexes::take);
        indexes.done();
        var references = new MysqlReferences(draft, schema, names);
        ask(schema, server, MysqlSql.KEY_COLUMNS, references::column);
        if (references.any()) {
            // It opens every table once more.
            ask(schema, server, MysqlSql.REFERENCES, references::rules);
        }
        references.done();
        ask(
                schema,
                server,
                server.mariadb() ? MysqlSql.CHECKS_OF_MARIADB : MysqlSql.CHECKS_OF_MYSQL,
                row -> check(names.of(schema, row.text(1)), row));
        ask(schema, server, MysqlSql.VIEWS, row -> view(names.of(schema, row.text(1)), schema, row));
        ask(schema, server, MysqlSql.TRIGGERS, row -> trigger(names.of(schema, row.text(1)), row));
        ask(schema, server, MysqlSql.ROUTINES, row -> routine(schema, names, row));
    }

    /**
     * MariaDB opens each table that it tells of. One that is locked against everybody is left out, or told of in part, and a
     * warning is all that says so, without its name. Nobody's lock is waited for.
     */
    private void ask(String schema, Server server, String sql, Row.Taker taker) throws SQLException {
        var leftOut = new int[1];
        Row.each(
                connection,
                server.mariadb() ? "set statement lock_wait_timeout = 0 for " + sql : sql,
                List.of(schema),
                taker,
                warning -> leftOut[0] += LEFT_OUT.contains(warning.getErrorCode()) ? 1 : 0);
        if (leftOut[0] > locked) {
            throw new PortException(new Fault(Fault.Kind.CONFLICT, "the schema is being changed right now"));
        }
    }

    /**
     * What a right by table would hide (mariadb.com/kb/en/information-schema, dev.mysql.com/doc/refman/8.4/en,
     * "INFORMATION_SCHEMA Usage Notes"). A right that comes by a role is not looked up: it is taken as missing.
     */
    private void rights(String schema, String user) throws SQLException {
        Set<String> rights = new HashSet<>();
        Row.each(
                connection,
                MysqlSql.RIGHTS,
                List.of(user, user, schema),
                row -> rights.add(row.text(1).toUpperCase(Locale.ROOT)));
        if (!rights.contains("SELECT")) {
            draft.unseen.add(Unseen.all(Part.TABLE, BY_TABLE));
            draft.unseen.add(Unseen.all(Part.COLUMN, BY_TABLE));
            draft.unseen.add(Unseen.all(Part.VIEW, BY_TABLE));
            draft.unseen.add(Unseen.all(Part.SEQUENCE, BY_TABLE));
        }
        if (!rights.contains("TRIGGER")) {
            draft.unseen.add(Unseen.all(Part.TRIGGER, "the user has no right TRIGGER, so it may be hidden"));
        }
        if (!rights.contains("EXECUTE") && !rights.contains("ALTER ROUTINE")) {
            draft.unseen.add(Unseen.all(Part.ROUTINE, "the user has no right EXECUTE, so it may be hidden"));
        }
    }

    private void table(String schema, Names names, Row row, Map<String, String> collations) throws SQLException {
        var name = names.of(schema, row.text(1));
        switch (row.text(2)) {
            case "BASE TABLE", "SYSTEM VERSIONED" -> {
                draft.table(name);
                collations.put(row.text(1), row.text(3));
                if (row.maybe(3).isEmpty()) {
                    locked++;
                    draft.unseen.add(new Unseen(Part.TABLE, name, ALTERED));
                }
            }
            case "SEQUENCE" -> draft.sequences.add(new Sequence(name, "sequence"));
            default -> {
                // A view has a question of its own.
            }
        }
    }

    private void check(String name, Row row) throws SQLException {
        var table = draft.known(name);
        if (table.isPresent()) {
            table.get()
                    .checks
                    .add(new CheckRule(
                            row.text(2),
                            Expressions.mysql(row.text(3)),
                            row.text(4).equals("YES")));
        }
    }

    private void view(String name, String schema, Row row) throws SQLException {
        var definition = row.text(2);
        if (definition.isEmpty()) {
            draft.unseen.add(new Unseen(Part.VIEW, name, "its definition is hidden from a user without SHOW VIEW"));
        }
        var own = "`" + schema.replace("`", "``") + "`.";
        draft.views.add(new View(name, false, Expressions.mysql(Expressions.oneLine(definition.replace(own, "")))));
    }

    private void trigger(String name, Row row) throws SQLException {
        var table = draft.known(name);
        if (table.isPresent()) {
            table.get().triggers.add(new Trigger(row.text(2), row.text(3)));
        }
    }

    private void routine(String schema, Names names, Row row) throws SQLException {
        var name = row.text(1).toLowerCase(Locale.ROOT) + " " + names.of(schema, row.text(2));
        if (row.flag(4)) {
            draft.unseen.add(new Unseen(Part.ROUTINE, name, "its body is hidden from all but its owner"));
        }
        draft.routines.add(new Routine(name, row.text(3)));
    }
}
