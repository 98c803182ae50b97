package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;

/** Ledgers as their tools lay them out; {@link Layouts} says where each is documented. */
enum Dumps {
    ALEMBIC(
            "create table alembic_version (version_num varchar(32) not null primary key)",
            "insert into alembic_version values ('9f3c1e'), ('a41b77')"),
    PRISMA(
            "create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, finished_at ZONED null,"
                    + " migration_name varchar(255) not null, logs text, rolled_back_at ZONED null, started_at ZONED not null,"
                    + " applied_steps_count integer not null default 0)",
            "insert into _prisma_migrations values"
                    + " ('1', 'aa11', '2026-01-02 03:04:05UTC', '1_init', null, null, '2026-01-02 03:04:03UTC', 1),"
                    + " ('2', 'bb22', null, '2_roles', 'no such column', null, '2026-01-03 00:00:00UTC', 0),"
                    + " ('3', 'bb22', null, '2_roles', 'no such column', '2026-01-03 02:00:00UTC', '2026-01-03 01:00:00UTC', 0),"
                    + " ('4', 'cc33', '2026-01-04 00:00:00UTC', '3_resolved', null, null, '2026-01-04 00:00:00UTC', 0),"
                    + " ('5', 'dd44', null, '4_last', null, null, '2026-01-05 00:00:00UTC', 0)"),
    KNEX(
            "create table knex_migrations (id SERIAL primary key, name varchar(255), batch integer, migration_time ZONED null)",
            "create table knex_migrations_lock (NUMBER SERIAL primary key, is_locked integer)",
            "insert into knex_migrations (name, batch, migration_time) values"
                    + " ('1_users.js', 1, '2026-01-02 03:04:05UTC'), ('2_roles.js', 2, '2026-01-03 00:00:00UTC')",
            "insert into knex_migrations_lock (is_locked) values (0)"),
    TYPEORM(
            "create table migrations (id SERIAL primary key, STAMPED bigint not null, name varchar(255) not null)",
            "insert into migrations (STAMPED, name) values (1704164645000, 'Init1704164645000')"),
    SEQUELIZE(
            "create table QSequelizeMetaQ (name varchar(255) not null primary key)",
            "insert into QSequelizeMetaQ values ('2-roles.js'), ('1-users.js')"),
    DJANGO(
            "create table django_migrations (id SERIAL primary key, app varchar(255) not null, name varchar(255) not null,"
                    + " applied ZONED not null)",
            "insert into django_migrations (app, name, applied) values ('auth', '0001_initial', '2026-01-02 03:04:05UTC')"),
    RAILS(
            "create table schema_migrations (version varchar(255) not null primary key)",
            "create table ar_internal_metadata (KEYED varchar(255) not null primary key, value varchar(255))",
            "insert into schema_migrations values ('20260102030405'), ('20260101000000')"),
    DBMATE(
            "create table schema_migrations (version varchar(128) primary key)",
            "insert into schema_migrations values ('20260102030405')"),
    GOLANG_MIGRATE(
            "create table schema_migrations (version bigint not null primary key, dirty boolean not null)",
            "insert into schema_migrations values (7, true)"),
    ATLAS(
            "create table atlas_schema_revisions (version varchar(255) primary key, description varchar(255) not null,"
                    + " type bigint not null default 2, applied bigint not null default 0, total bigint not null default 0,"
                    + " executed_at ZONED not null, execution_time bigint not null, error text, error_stmt text,"
                    + " hash varchar(255) not null, partial_hashes text, operator_version varchar(255) not null)",
            "insert into atlas_schema_revisions values"
                    + " ('.atlas_cloud_identifier', 'a7', 2, 0, 0, '2026-01-01 00:00:00UTC', 0, null, null, '', null, 'Atlas'),"
                    + " ('1', 'old', 1, 0, 0, '2026-01-01 00:00:00UTC', 0, null, null, '', null, 'Atlas CLI v1'),"
                    + " ('2', 'users', 2, 3, 3, '2026-01-02 03:04:05UTC', 1500000, null, null, 'abc=', null, 'Atlas CLI v1'),"
                    + " ('3', 'roles', 2, 1, 3, '2026-01-03 00:00:00UTC', 1, 'no such column', 'alter', 'def=', null, 'Atlas'),"
                    + " ('4', 'last', 2, 1, 3, '2026-01-04 00:00:00UTC', 1, null, null, 'ghi=', null, 'Atlas CLI v1')"),
    GOOSE(
            "create table goose_db_version (id SERIAL primary key, version_id bigint not null, is_applied boolean not null,"
                    + " tstamp timestamp null)",
            "insert into goose_db_version (version_id, is_applied, tstamp) values (0, true, '2026-01-01 00:00:00'),"
                    + " (1, true, '2026-01-02 03:04:05'), (2, true, '2026-01-03 00:00:00'), (2, false, '2026-01-04 00:00:00')"),
    EF_CORE(
            "create table Q__EFMigrationsHistoryQ (QMigrationIdQ varchar(150) not null primary key,"
                    + " QProductVersionQ varchar(32) not null)",
            "insert into Q__EFMigrationsHistoryQ values ('20260102030405_Init', '9.0.1')");

    private final String statements;

    Dumps(String... statements) {
        this.statements = String.join("\n", statements);
    }

    String[] of(Dialect dialect) {
        return statements.lines().map(sql -> translated(dialect, sql)).toArray(String[]::new);
    }

    static String translated(Dialect dialect, String sql) {
        var postgres = dialect == Dialect.POSTGRES;
        return sql.replace("SERIAL", postgres ? "serial" : "integer auto_increment")
                .replace("ZONED", postgres ? "timestamptz" : "timestamp(6)")
                .replace("UTC'", postgres ? "+00'" : "'")
                .replace("STAMPED", dialect.quoted("timestamp"))
                .replace("NUMBER", dialect.quoted("index"))
                .replace("KEYED", dialect.quoted("key"))
                .replace("Q", postgres ? "\"" : "`");
    }
}
