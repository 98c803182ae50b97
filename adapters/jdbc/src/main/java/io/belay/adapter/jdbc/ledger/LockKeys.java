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
     * flyway/flyway, {@code PostgreSQLAdvisoryLockTemplate.java} and {@code MySQLNamedLockTemplate.java}; the table is told
     * by the hash of its quoted name.
     */
    static List<String> flyway(Place place) {
        var table = place.quoted().hashCode();
        return switch (place.dialect()) {
            case POSTGRES -> List.of(String.valueOf(FLYWAY + table));
            case MYSQL -> List.of("Flyway-" + table);
        };
    }

    /** prisma/prisma-engines, schema-engine's {@code flavour/postgres.rs} and {@code flavour/mysql.rs}. */
    static List<String> prisma(Place place) {
        return switch (place.dialect()) {
            case POSTGRES -> List.of("72707369");
            case MYSQL -> List.of("prisma_migrate");
        };
    }

    /** rails/rails, {@code activerecord/lib/active_record/migration.rb}: the database's checksum times a salt. */
    static List<String> rails(Place place) {
        return List.of(String.valueOf(RAILS * crc32(place.database())));
    }

    /**
     * golang-migrate/migrate, {@code database/util.go}: the checksum of the names, in either order that its versions put
     * them in, times a salt in 32 bits.
     */
    static List<String> golangMigrate(Place place) {
        var database = place.database();
        var table = place.table();
        return switch (place.dialect()) {
            case POSTGRES ->
                List.of(
                        salted(place.schema() + "\0" + table + "\0" + database),
                        salted(database + "\0" + place.schema() + "\0" + table),
                        salted(database));
            case MYSQL -> List.of(salted(database + ":" + table), salted(database));
        };
    }

    /** ariga/atlas, {@code sql/postgres/driver.go} and {@code cmd/atlas/internal/cmdapi/migrate.go}: FNV-1 of a name. */
    static List<String> atlas(Place place) {
        var name = "atlas_migrate_execute";
        return List.of(place.dialect() == Dialect.MYSQL ? name : String.valueOf(fnv1(name)));
    }

    /** pressly/goose, {@code lock/session_locker_options.go}: for PostgreSQL alone, and only where it is asked for. */
    static List<String> goose(Place place) {
        return place.dialect() == Dialect.MYSQL ? List.of() : List.of("5887940537704921958");
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
