package io.belay.adapter.jdbc.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.jdbc.Dialect;
import java.util.List;
import java.util.zip.CRC32;

/** Under which keys the tools hold their locks. */
final class LockKeys {
    /** The letters of Flyway. */
    private static final long FLYWAY = 0x46_6C_79_77_61_79L;

    private static final long RAILS = 2_053_462_845L;
    private static final long GOLANG_MIGRATE = 1_486_364_155L;

    private LockKeys() {}

    /**
     * flyway/flyway, {@code PostgreSQLAdvisoryLockTemplate.java}, {@code MySQLNamedLockTemplate.java} and the connections
     * beside them: the hash of the quoted schema and table tells one ledger from another. PostgreSQL's may belong to a
     * transaction or a session. A Galera cluster has no named lock, and there Flyway locks the rows of its table.
     */
    static List<String> flyway(Place place) {
        var table = place.quoted().hashCode();
        return switch (place.dialect()) {
            case POSTGRES -> List.of(String.valueOf(FLYWAY + table));
            case MYSQL -> List.of("Flyway-" + table);
        };
    }

    /**
     * prisma/prisma-engines, {@code schema-engine/connectors/sql-schema-connector/src/flavour/postgres.rs} and {@code
     * mysql.rs}, {@code acquire_lock}: the same for every database of a MySQL server. PlanetScale gets none.
     */
    static List<String> prisma(Place place) {
        return switch (place.dialect()) {
            case POSTGRES -> List.of("72707369");
            case MYSQL -> List.of("prisma_migrate");
        };
    }

    /**
     * rails/rails, {@code activerecord/lib/active_record/migration.rb}, {@code generate_migrator_advisory_lock_id}: the
     * checksum of the database's name times a salt, also where it is a name's text in MySQL.
     */
    static List<String> rails(Place place) {
        return List.of(String.valueOf(RAILS * crc32(place.database())));
    }

    /**
     * golang-migrate/migrate, {@code database/util.go}, {@code database/postgres/postgres.go}, {@code
     * database/pgx/v5/pgx.go} and {@code database/mysql/mysql.go}: the checksum of the names, times a salt in 32 bits. Who
     * opens PostgreSQL by a URL, as the command line does, has the URL's path for the database's name, slash and all.
     */
    static List<String> golangMigrate(Place place) {
        var database = place.database();
        var table = place.table();
        return switch (place.dialect()) {
            case POSTGRES ->
                List.of(
                        salted(place.schema() + "\0" + table + "\0/" + database),
                        salted(place.schema() + "\0" + table + "\0" + database));
            case MYSQL -> List.of(salted(database + ":" + table));
        };
    }

    /**
     * ariga/atlas, {@code applyLockValue} in {@code cmd/atlas/internal/cmdapi/migrate.go}; in {@code
     * sql/postgres/driver.go} its FNV-1 in 32 bits, in {@code sql/mysql/driver.go} the name itself.
     */
    static List<String> atlas(Place place) {
        var name = "atlas_migrate_execute";
        return List.of(place.dialect() == Dialect.MYSQL ? name : String.valueOf(fnv1(name)));
    }

    /**
     * pressly/goose, {@code lock/session_locker_options.go}: for PostgreSQL alone, and only where a program asks for it. The
     * second is that of its releases before September 2025 (3.26.0).
     */
    static List<String> goose(Place place) {
        return place.dialect() == Dialect.MYSQL ? List.of() : List.of("4097083626", "5887940537704921958");
    }

    /**
     * PomeloFoundation/Pomelo.EntityFrameworkCore.MySql, {@code MySqlHistoryRepository.cs}, and Oracle's provider, whose
     * name is the same for every database of a server. In PostgreSQL npgsql/efcore.pg, {@code NpgsqlHistoryRepository.cs},
     * locks the ledger itself against every reader: who reads it then waits, and is told so.
     */
    static List<String> efCore(Place place) {
        return switch (place.dialect()) {
            case POSTGRES -> List.of();
            case MYSQL -> List.of("__" + place.database() + "_EFMigrationsLock", "__EFMigrationsLock");
        };
    }

    private static String salted(String text) {
        return String.valueOf((crc32(text) * GOLANG_MIGRATE) & 0xFFFF_FFFFL);
    }

    private static long crc32(String text) {
        var checksum = new CRC32();
        checksum.update(text.getBytes(UTF_8));
        return checksum.getValue();
    }

    private static long fnv1(String text) {
        long hash = 2_166_136_261L;
        for (var each : text.getBytes(UTF_8)) {
            hash = ((hash * 16_777_619L) & 0xFFFF_FFFFL) ^ Byte.toUnsignedLong(each);
        }
        return hash;
    }
}
