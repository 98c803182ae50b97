package io.belay.adapter.jdbc.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.jdbc.Dialect;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tools whose ledgers are written here as they write them: {@link Layouts} says where each is documented. */
enum Kept {
    ALEMBIC("alembic", Dumps.ALEMBIC, "pending heads") {
        @Override
        String file(int number) {
            return "r" + number + ".py";
        }

        @Override
        String content(int number) {
            var before = number == 1 ? "None" : "'r" + (number == 4 ? 1 : number - 1) + "'";
            return "revision = 'r" + number + "'\ndown_revision = " + before + "\n";
        }

        @Override
        String row(Written row) {
            return "insert into alembic_version values ('r" + row.number() + "')";
        }

        @Override
        boolean follows(Written row, Written next) {
            return next.number() == row.number() + 1;
        }
    },
    PRISMA("prisma", Dumps.PRISMA, "pending failed changed missing ahead lock") {
        @Override
        String file(int number) {
            return stamp(number) + "_step/migration.sql";
        }

        @Override
        String row(Written row) {
            var ended = row.failed() ? "null" : time(row.number());
            return "insert into _prisma_migrations values ('" + row.number() + "', '$SUM', " + ended + ", '"
                    + stamp(row.number()) + "_step', null, null, " + time(row.number()) + ", 1)";
        }

        @Override
        String sum(Written row) {
            return sha256(row.how() == Written.How.OTHERWISE ? "other" : content(row.number()));
        }

        @Override
        List<String> keys(Place place) {
            return LockKeys.prisma(place);
        }
    },
    KNEX("knex", Dumps.KNEX, "pending missing ahead lock") {
        @Override
        String file(int number) {
            return stamp(number) + "_step.js";
        }

        @Override
        String row(Written row) {
            return "insert into knex_migrations (name, batch, migration_time) values ('" + file(row.number()) + "', 1, "
                    + time(row.number()) + ")";
        }

        @Override
        Optional<String> locking() {
            return Optional.of("insert into knex_migrations_lock (is_locked) values (1)");
        }
    },
    TYPEORM("typeorm", Dumps.TYPEORM, "pending missing ahead") {
        @Override
        String file(int number) {
            return "170000000000" + number + "-Step.ts";
        }

        @Override
        String content(int number) {
            return "export class Step170000000000" + number + " implements MigrationInterface {}";
        }

        @Override
        String row(Written row) {
            return "insert into migrations (STAMPED, name) values (170000000000" + row.number() + ", 'Step170000000000"
                    + row.number() + "')";
        }
    },
    SEQUELIZE("sequelize", Dumps.SEQUELIZE, "pending missing ahead") {
        @Override
        String file(int number) {
            return stamp(number) + "-step.js";
        }

        @Override
        String row(Written row) {
            return "insert into QSequelizeMetaQ values ('" + file(row.number()) + "')";
        }
    },
    DJANGO("django", Dumps.DJANGO, "pending missing ahead") {
        @Override
        String file(int number) {
            return "shop/migrations/000" + number + "_step.py";
        }

        @Override
        String row(Written row) {
            return "insert into django_migrations (app, name, applied) values ('shop', '000" + row.number() + "_step', "
                    + time(row.number()) + ")";
        }
    },
    GOLANG_MIGRATE("golang-migrate", Dumps.GOLANG_MIGRATE, "pending failed missing ahead lock") {
        @Override
        String file(int number) {
            return "00000" + number + "_step.up.sql";
        }

        @Override
        String row(Written row) {
            return "insert into schema_migrations values (" + row.number() + ", " + row.failed() + ")";
        }

        @Override
        boolean follows(Written row, Written next) {
            return true;
        }

        @Override
        List<String> keys(Place place) {
            return LockKeys.golangMigrate(place);
        }
    },
    RAILS("rails", Dumps.RAILS, "pending missing ahead lock") {
        @Override
        String file(int number) {
            return stamp(number) + "_step.rb";
        }

        @Override
        String row(Written row) {
            return "insert into schema_migrations values ('" + stamp(row.number()) + "')";
        }

        @Override
        List<String> keys(Place place) {
            return LockKeys.rails(place);
        }
    },
    DBMATE("dbmate", Dumps.DBMATE, "pending missing ahead") {
        @Override
        String file(int number) {
            return stamp(number) + "_step.sql";
        }

        @Override
        String row(Written row) {
            return "insert into schema_migrations values ('" + stamp(row.number()) + "')";
        }
    },
    ATLAS("atlas", Dumps.ATLAS, "pending failed changed missing ahead lock") {
        // What `atlas migrate hash` made of these files.
        private static final List<String> SUMS = List.of(
                "+zdJZLb9a7GYjYbvPmgAeG/IIgAqTQoI1iXKsn+0w7s=", "D0qQftubkfhHzJd+9JEyn8UMxahdffdJvfq7Pe2q5gc=", "x=");

        @Override
        String file(int number) {
            return stamp(number) + (number == 1 ? "_users.sql" : ".sql");
        }

        @Override
        String content(int number) {
            return number == 2 ? "create table roles (id integer);\n" : "create table users (id integer);\n";
        }

        @Override
        String row(Written row) {
            return "insert into atlas_schema_revisions (version, description, type, applied, total, executed_at,"
                    + " execution_time, error, hash, operator_version) values ('" + stamp(row.number()) + "', '"
                    + (row.number() == 1 ? "users" : "") + "', 2, " + (row.failed() ? 0 : 1) + ", 1, "
                    + time(row.number()) + ", 1, " + (row.failed() ? "'no such column'" : "null")
                    + ", '$SUM', 'Atlas CLI v1')";
        }

        @Override
        String sum(Written row) {
            return row.how() == Written.How.OTHERWISE ? "y=" : SUMS.get(row.number() - 1);
        }

        @Override
        List<String> keys(Place place) {
            return LockKeys.atlas(place);
        }
    },
    GOOSE("goose", Dumps.GOOSE, "pending missing ahead lock") {
        @Override
        String file(int number) {
            return "0000" + number + "_step.sql";
        }

        @Override
        String row(Written row) {
            return "insert into goose_db_version (version_id, is_applied, tstamp) values (" + row.number()
                    + ", true, '2026-01-01 00:00:00')";
        }

        @Override
        List<String> keys(Place place) {
            return LockKeys.goose(place);
        }
    },
    EF_CORE("ef-core", Dumps.EF_CORE, "pending missing ahead lock") {
        @Override
        String file(int number) {
            return stamp(number) + "_Step.cs";
        }

        @Override
        String row(Written row) {
            return "insert into Q__EFMigrationsHistoryQ values ('" + stamp(row.number()) + "_Step', '9.0.1')";
        }

        @Override
        List<String> keys(Place place) {
            return LockKeys.efCore(place);
        }
    },
    CUSTOM("custom", Optional.empty(), "pending failed changed missing ahead") {
        @Override
        String[] tables(Dialect dialect) {
            return new String[] {
                "create table _migrations (version varchar(100) primary key, applied_at timestamp null,"
                        + " success boolean, sum varchar(64))"
            };
        }

        @Override
        String file(int number) {
            return number + "_step.sql";
        }

        @Override
        String row(Written row) {
            return "insert into _migrations values ('" + file(row.number()) + "', '2026-01-01 00:00:00', "
                    + !row.failed() + ", '$SUM')";
        }

        @Override
        String sum(Written row) {
            return sha256(row.how() == Written.How.OTHERWISE ? "other" : content(row.number()));
        }
    };

    private final String word;
    private final String columns;
    private final Optional<Dumps> dump;

    Kept(String word, Dumps dump, String columns) {
        this(word, Optional.of(dump), columns);
    }

    Kept(String word, Optional<Dumps> dump, String columns) {
        this.word = word;
        this.columns = columns;
        this.dump = dump;
    }

    /** The script's path. */
    abstract String file(int number);

    /** The statement that remembers it. */
    abstract String row(Written row);

    /** The checksum that stands in the row as {@code $SUM}. */
    String sum(Written row) {
        return "";
    }

    /** What stands in the script. */
    String content(int number) {
        return "create table t" + number + " (id integer);\n";
    }

    /** Whether {@code next} takes the place of {@code row}. */
    boolean follows(Written row, Written next) {
        return false;
    }

    /** Under which keys it may hold its lock; none where it takes none of the server's. */
    List<String> keys(Place place) {
        return List.of();
    }

    /** What takes its lock, where that is a row. */
    Optional<String> locking() {
        return Optional.empty();
    }

    String word() {
        return word;
    }

    /** What it is said to tell. */
    List<String> columns() {
        return List.of(columns.split(" ", -1));
    }

    String[] tables(Dialect dialect) {
        return dump.stream()
                .flatMap(known -> Arrays.stream(known.of(dialect)))
                .filter(sql -> sql.startsWith("create"))
                .toArray(String[]::new);
    }

    /** The statements that write {@code rows}. */
    Stream<String> rows(List<Written> rows, Dialect dialect) {
        return rows.stream()
                .filter(row -> rows.indexOf(row) == rows.size() - 1 || !follows(row, rows.get(rows.indexOf(row) + 1)))
                .map(row -> Dumps.translated(dialect, row(row)).replace("$SUM", sum(row)));
    }

    static String stamp(int number) {
        return "2026010" + number + "000000";
    }

    static String time(int number) {
        return "'2026-01-0" + number + " 00:00:00UTC'";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
