package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.migration.DatabaseKind;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.RowQuery;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.List;

/** The kind {@code mysql}: MySQL and MariaDB, which hide from a user what he has no right to. */
public final class MysqlDatabaseKind implements DatabaseKind {
    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public Shape shape() {
        return Binding.shape("A MySQL or MariaDB database.");
    }

    @Override
    public List<String> tools() {
        return Binding.tools();
    }

    @Override
    public DatabaseSource bind(Settings settings) {
        return Binding.bind(Dialect.MYSQL, settings);
    }

    @Override
    public RowQuery query(RowQuery written) {
        return Binding.query(written);
    }
}
