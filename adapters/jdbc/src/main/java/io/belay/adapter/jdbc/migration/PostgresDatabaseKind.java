package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.migration.DatabaseKind;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.RowQuery;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.List;

/** The kind {@code postgres}: PostgreSQL, of which a role with nothing but {@code SELECT} can read all that is asked. */
public final class PostgresDatabaseKind implements DatabaseKind {
    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Shape shape() {
        return Binding.shape("A PostgreSQL database.");
    }

    @Override
    public List<String> tools() {
        return Binding.tools();
    }

    @Override
    public DatabaseSource bind(Settings settings) {
        return Binding.bind(Dialect.POSTGRES, settings);
    }

    @Override
    public RowQuery query(RowQuery written) {
        return Binding.query(written);
    }
}
