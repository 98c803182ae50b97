package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.ledger.Fresh;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.RowQuery;
import io.belay.core.testkit.DatabaseSourceContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every database keeps, kept by real ones, which a role looks at that may do nothing but read. */
abstract class SourceContract extends DatabaseSourceContract {
    private ServerSocket mute;

    abstract Dialect dialect();

    @BeforeEach
    void listen() throws IOException {
        mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        mute.close();
    }

    @Override
    protected DatabaseSource migrated() {
        var fresh = Fresh.of(dialect());
        fresh.run(
                "create table alembic_version (version_num varchar(32) not null primary key)",
                "insert into alembic_version values ('9f3c1e')");
        return fresh.source();
    }

    @Override
    protected DatabaseSource empty() {
        return Fresh.of(dialect()).source();
    }

    @Override
    protected DatabaseSource refusing() {
        try (var closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            return Fresh.of(dialect()).at("127.0.0.1:" + closed.getLocalPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    protected DatabaseSource silent() {
        return Fresh.of(dialect()).at("127.0.0.1:" + mute.getLocalPort());
    }

    @Override
    protected RowQuery one() {
        return SourceLaws.query("select 1");
    }

    @Override
    protected RowQuery nothing() {
        return SourceLaws.query("select version_num from alembic_version where version_num = ?", "none");
    }

    @Override
    protected RowQuery broken() {
        return SourceLaws.query("select 1 from nowhere");
    }
}
