package io.belay.demo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PostgresServerTest {

    private static final Path SHELF = Path.of(System.getProperty("user.home"), ".cache", "belay");

    private final Folder folder = Folder.temporary("harbor-test-");

    @AfterEach
    void delete() {
        folder.close();
    }

    @Test
    void itLetsNobodyInWithoutThePassword() throws InterruptedException {
        try (var server = PostgresServer.start(folder.path(), SHELF)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "postgres", "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void itStopsThoughSomebodyIsConnected() throws InterruptedException, SQLException {
        var server = PostgresServer.start(folder.path(), SHELF);
        try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", server.password())) {
            server.close();

            assertThat(connection.isValid(1)).isFalse();
        }
        assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "postgres", server.password()))
                .hasMessageContaining("refused");
    }

    @Test
    void rootRunsItAsNobodyWhereThereAreNoNamespaces() throws InterruptedException, SQLException, IOException {
        assumeTrue(Account.OTHER.works(folder.path()), "only root may run PostgreSQL as another user");

        try (var server = PostgresServer.start(Account.OTHER, folder.path(), SHELF);
                var connection = DriverManager.getConnection(server.url("postgres"), "postgres", server.password())) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(Files.getAttribute(folder.path().resolve("postgres"), "unix:uid"))
                    .isEqualTo(65_534);
        }
    }

    @Test
    void aShelfThatIsNoneMakesItUnpackItsProgramsForThisRunAlone() throws InterruptedException, IOException {
        var shelf = Files.createFile(folder.path().resolve("no-folder"));

        PostgresServer.start(folder.path(), shelf).close();

        assertThat(folder.path().resolve("programs")).isNotEmptyDirectory();
    }

    @Test
    void programsThatAreDamagedAreNamed() throws IOException {
        var good = PostgresProgram.in(SHELF).home().getFileName();
        var shelf = folder.path().resolve("shelf");
        Files.createDirectories(shelf.resolve(String.valueOf(good)));

        assertThatThrownBy(() -> PostgresServer.start(folder.path(), shelf))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("initdb");
    }
}
