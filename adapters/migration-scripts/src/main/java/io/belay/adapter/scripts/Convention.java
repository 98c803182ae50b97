package io.belay.adapter.scripts;

import io.belay.adapter.scripts.Named.Sums;
import java.util.regex.MatchResult;

/** Which tool's scripts they are. */
public enum Convention {
    /** {@code V1_2__name.sql}, by version; {@code R__name.sql} after them. */
    FLYWAY("flyway"),
    /** Changesets in SQL, XML and YAML, by file and place in it. */
    LIQUIBASE("liquibase"),
    /** {@code *.py} with {@code revision} and {@code down_revision}, along their graph. */
    ALEMBIC("alembic"),
    /** {@code 20240131120000_name/migration.sql}, by name of the folder. */
    PRISMA("prisma"),
    /** {@code 20240131120000_name.js}, by name; the ledger holds the name whole. */
    KNEX("knex"),
    /** {@code 1700000000000-Name.ts}, by the number at the end of its class's name; {@code Name1700000000000}. */
    TYPEORM("typeorm"),
    /** {@code 20240131120000-name.js}, by name; the ledger holds the name whole. */
    SEQUELIZE("sequelize"),
    /** {@code 20240131120000_name.rb}, by number. */
    RAILS("rails"),
    /** {@code app/migrations/0001_name.py}, by app and name; {@code app.0001_name}. */
    DJANGO("django"),
    /** {@code 1_name.up.sql}, by number. */
    GOLANG_MIGRATE("golang-migrate"),
    /** {@code 20240131120000_name.sql}, by name. */
    ATLAS("atlas"),
    /** {@code 20240131120000_name.sql}, by name; what stands before {@code -- migrate:down}. */
    DBMATE("dbmate"),
    /** {@code 00001_name.sql}, by number; what stands before {@code -- +goose Down}. */
    GOOSE("goose"),
    /** {@code 20240131120000_Name.cs}, by name. */
    EF_CORE("ef-core"),
    /** {@code 1_name.sql}, by number; a table of your own holds the name of the file. */
    NUMBERED("numbered");

    private final String word;

    Convention(String word) {
        this.word = word;
    }

    /** As a system file writes it. */
    public String word() {
        return word;
    }

    Tool tool() {
        return switch (this) {
            case FLYWAY -> new Flyway();
            case LIQUIBASE -> new Liquibase();
            case ALEMBIC -> new Alembic();
            case PRISMA ->
                Named.byName("((?:[^/]*?_)?([^/]+))/migration\\.sql", match -> match.group(1))
                        .with(Sums.PRISMA);
            // knex/knex, lib/migrations/common/MigrationsLoader.js; a file of types alone is no migration.
            case KNEX ->
                Named.byName(
                        "((?!.*\\.d\\.ts$)(?:\\d+_)?([^/]*)\\.(?:[cm]?js|ts|coffee|litcoffee|co|eg|iced|ls))",
                        match -> match.group(1));
            case TYPEORM -> new Typeorm();
            // sequelize/cli, src/core/migrator.js.
            case SEQUELIZE ->
                Named.byName("((?!.*\\.d\\.[cm]?ts$)(?:\\d+-)?([^/]*)\\.[cm]?[jt]s)", match -> match.group(1));
            case RAILS -> Named.byNumber("(?:.*/)?(\\d+)_([^/]*)\\.rb", Named::number);
            // django/django, django/db/migrations/loader.py: any module but those that begin so.
            case DJANGO ->
                Named.byName(
                        "(?:.*/)?([^/]+)/migrations/((?![_.~])(?:\\d+_)?([^/]*))\\.py",
                        match -> match.group(1) + '.' + match.group(2));
            case GOLANG_MIGRATE -> Named.byNumber("(\\d+)_([^/]*)\\.up\\.[^/]*", Named::number);
            case ATLAS -> new Atlas();
            case DBMATE ->
                Named.byName("(\\d+)_?([^/]*)\\.sql", match -> match.group(1)).between("migrate:up", "migrate:down");
            case GOOSE ->
                Named.byNumber("(\\d+)_(?![^/]*_test\\.go$)([^/]*?)\\.(?:sql|go)", Named::number)
                        .between("+gooseup", "+goosedown");
            case EF_CORE -> Named.byName("(?:.*/)?(\\d{14}_([^/.]*))\\.cs", match -> match.group(1));
            case NUMBERED ->
                Named.byNumber("(\\d+)([^/]*)\\.sql", MatchResult::group).with(Sums.ANY);
        };
    }
}
