package io.belay.adapter.jdbc.ledger;

import static io.belay.adapter.jdbc.ledger.Tellings.applied;
import static io.belay.adapter.jdbc.ledger.Tellings.each;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.migration.LedgerChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The layouts of the tools that are known, each from the tool's own source. */
final class Layouts {
    private static final Layout.LockRule NONE = new Layout.LockRule.None("it takes no lock that others see");

    /**
     * flyway/flyway, {@code getRawCreateScript} of {@code PostgreSQLDatabase.java} and {@code MySQLDatabase.java}, {@code
     * CoreMigrationType.java} and {@code BaselineMigrationType.java}; schema_version before Flyway 5.
     */
    static final Layout FLYWAY = layout(
            "flyway",
            List.of("flyway_schema_history", "schema_version"),
            "installed_rank version description type script checksum installed_by installed_on execution_time success",
            "",
            "installed_rank",
            Tellings::flyway,
            new Layout.LockRule.Session(LockKeys::flyway));

    /**
     * liquibase/liquibase, {@code CreateDatabaseChangeLogTableGenerator.java}, {@code MarkChangeSetRanGenerator.java} (a
     * change set that failed or was skipped gets no row), {@code CreateDatabaseChangeLogLockTableGenerator.java}, {@code
     * LockDatabaseChangeLogGenerator.java} and {@code UnlockDatabaseChangeLogGenerator.java}. Its names are in capitals or
     * not, as the database likes.
     */
    static final Layout LIQUIBASE = layout(
            "liquibase",
            List.of("databasechangelog"),
            "ID AUTHOR FILENAME DATEEXECUTED ORDEREXECUTED EXECTYPE MD5SUM",
            "DESCRIPTION EXECUTION_MILLISECONDS",
            "DATEEXECUTED ORDEREXECUTED",
            Tellings::liquibase,
            new Layout.LockRule.Beside(
                    "lock",
                    "LOCKED",
                    Optional.of("LOCKGRANTED"),
                    Optional.of("LOCKEDBY"),
                    "LOCKED = false, LOCKGRANTED = null, LOCKEDBY = null where ID = 1"));

    /**
     * sqlalchemy/alembic, {@code version_table_impl} in {@code alembic/ddl/impl.py} and {@code HeadMaintainer} in {@code
     * alembic/runtime/migration.py}: the heads, and nothing of how they came.
     */
    static final Layout ALEMBIC = layout(
            "alembic",
            List.of("alembic_version"),
            "version_num",
            "",
            "version_num",
            each(row -> applied(row.get("version_num"))),
            NONE);

    /**
     * prisma/prisma-engines, {@code create_migrations_table} of {@code
     * schema-engine/connectors/sql-schema-connector/src/flavour/postgres.rs} and {@code mysql.rs}, and {@code
     * sql_migration_persistence.rs} beside them.
     */
    static final Layout PRISMA = layout(
            "prisma",
            List.of("_prisma_migrations"),
            "id checksum finished_at migration_name logs rolled_back_at started_at applied_steps_count",
            "",
            "started_at migration_name",
            Tellings::prisma,
            new Layout.LockRule.Session(LockKeys::prisma));

    /** knex/knex, {@code lib/migrations/migrate/table-creator.js} and {@code Migrator.js}: one row of the second table. */
    static final Layout KNEX = layout(
            "knex",
            List.of("knex_migrations"),
            "id name batch migration_time",
            "",
            "id",
            each(row -> entry(row, row.get("name"), "migration_time")),
            new Layout.LockRule.Beside("_lock", "is_locked", Optional.empty(), Optional.empty(), "is_locked = 0"));

    /**
     * typeorm/typeorm, {@code src/migration/MigrationExecutor.ts}. Its timestamp is when the migration was written. Laravel's
     * table of the same name has a batch in place of it.
     */
    static final Layout TYPEORM = layout(
            "typeorm",
            List.of("migrations"),
            "id timestamp name",
            "",
            "id",
            each(row -> applied(row.get("name"))),
            NONE);

    /**
     * sequelize/umzug, {@code src/storage/sequelize.ts}, and sequelize/cli, {@code src/core/migrator.js}; the times are there
     * where they were asked for.
     */
    static final Layout SEQUELIZE = layout(
            "sequelize",
            List.of("sequelizemeta"),
            "name",
            "createdAt",
            "name",
            each(row -> entry(row, row.get("name"), "createdAt")),
            NONE);

    /** django/django, {@code django/db/migrations/recorder.py}. A migration is known by its app and its name. */
    static final Layout DJANGO = layout(
            "django",
            List.of("django_migrations"),
            "id app name applied",
            "",
            "id",
            each(row -> entry(row, row.get("app") + "." + row.get("name"), "applied")),
            NONE);

    /**
     * rails/rails, {@code activerecord/lib/active_record/schema_migration.rb} and {@code internal_metadata.rb}: the table is
     * dbmate's as well, ar_internal_metadata beside it is not (an application may do without).
     */
    static final Layout RAILS =
            whole("rails", "version", Tellings::rails, new Layout.LockRule.Session(LockKeys::rails));

    /**
     * amacneil/dbmate, {@code CreateMigrationsTable} in {@code pkg/driver/postgres/postgres.go} and {@code
     * pkg/driver/mysql/mysql.go}. A version is the digits of a file's name, noughts and all; no lock, no checksum.
     */
    static final Layout DBMATE = whole("dbmate", "version", each(row -> applied(row.get("version"))), NONE);

    /**
     * golang-migrate/migrate, {@code ensureVersionTable} and {@code SetVersion} in {@code database/postgres/postgres.go} and
     * {@code database/mysql/mysql.go}: the one row is how far it came, and all before it were applied. No checksum.
     */
    static final Layout GOLANG_MIGRATE = whole(
            "golang-migrate",
            "version dirty",
            Tellings::golangMigrate,
            new Layout.LockRule.Session(LockKeys::golangMigrate));

    /**
     * ariga/atlas, {@code cmd/atlas/internal/migrate/ent/schema/revision.go}, {@code cmd/atlas/internal/migrate/migrate.go}
     * and {@code sql/migrate/migrate.go}.
     */
    static final Layout ATLAS = layout(
            "atlas",
            List.of("atlas_schema_revisions"),
            "version description type applied total executed_at execution_time error hash operator_version",
            "",
            "version",
            Tellings::atlas,
            new Layout.LockRule.Session(LockKeys::atlas));

    /** pressly/goose, {@code internal/dialects/postgres.go} and {@code mysql.go}, and {@code migration.go}. No checksum. */
    static final Layout GOOSE = layout(
            "goose",
            List.of("goose_db_version"),
            "id version_id is_applied tstamp",
            "",
            "id",
            Tellings::goose,
            new Layout.LockRule.Session(LockKeys::goose));

    /** dotnet/efcore, {@code src/EFCore.Relational/Migrations/HistoryRepository.cs}, and the providers of {@link LockKeys}. */
    static final Layout EF_CORE = layout(
            "ef-core",
            List.of("__efmigrationshistory"),
            "MigrationId ProductVersion",
            "",
            "MigrationId",
            each(row -> applied(row.get("MigrationId"))),
            new Layout.LockRule.Session(LockKeys::efCore));

    /** The more particular first where two tools share a name. */
    static final List<Layout> ALL = List.of(
            FLYWAY,
            LIQUIBASE,
            ALEMBIC,
            PRISMA,
            KNEX,
            TYPEORM,
            SEQUELIZE,
            DJANGO,
            GOLANG_MIGRATE,
            RAILS,
            DBMATE,
            ATLAS,
            GOOSE,
            EF_CORE);

    private Layouts() {}

    /** What the system file calls the tools. */
    static List<String> tools() {
        return ALL.stream().map(Layout::tool).distinct().toList();
    }

    static Layout of(String tool) {
        return ALL.stream()
                .filter(layout -> layout.tool().equals(tool))
                .findFirst()
                .orElseThrow();
    }

    /** A table of one's own. */
    static Layout custom(LedgerChoice.Custom custom) {
        var all = Stream.of(custom.appliedAt(), custom.success(), custom.checksum(), custom.description())
                .flatMap(Optional::stream);
        return new Layout(
                "custom",
                List.of(custom.table()),
                Stream.concat(Stream.of(custom.version()), all).distinct().toList(),
                List.of(),
                Stream.concat(custom.appliedAt().stream(), Stream.of(custom.version()))
                        .toList(),
                false,
                Tellings.custom(custom),
                NONE);
    }

    private static LedgerEntry entry(Row row, String version, String time) {
        return new LedgerEntry(
                0, version, "", State.APPLIED, row.time(time), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Layout whole(String tool, String needed, Layout.Telling telling, Layout.LockRule lock) {
        return new Layout(
                tool, List.of("schema_migrations"), words(needed), List.of(), List.of("version"), true, telling, lock);
    }

    private static Layout layout(
            String tool,
            List<String> tables,
            String needed,
            String others,
            String order,
            Layout.Telling telling,
            Layout.LockRule lock) {
        return new Layout(tool, tables, words(needed), words(others), words(order), false, telling, lock);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
