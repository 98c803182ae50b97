package io.belay.demo.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL that listens at a free port of the loopback address. Its files go with it, so it writes none of them for
 * safety's sake.
 *
 * <p>Starting takes the account it may run under, its programs, a new cluster and the server itself, in that order. What a
 * failure leaves behind is files in {@code folder}, which is the caller's to delete; no process.
 */
public final class PostgresServer implements AutoCloseable {

    /** The name of the role that may do everything. */
    public static final String SUPERUSER = "postgres";

    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final PostgresCluster cluster;
    private final Process process;
    private final int port;
    private final String password;

    private PostgresServer(PostgresCluster cluster, Process process, int port, String password) {
        this.cluster = cluster;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts one; it answers when this returns.
     *
     * @param folder an empty folder that we have just made
     * @param shelf where its programs are kept for the next run, where we may write there
     * @throws ServerException where it cannot be started
     * @throws InterruptedException when called off
     */
    public static PostgresServer start(Path folder, Path shelf) throws InterruptedException {
        return start(Account.find(folder), folder, shelf);
    }

    static PostgresServer start(Account account, Path folder, Path shelf) throws InterruptedException {
        var port = FreePort.find();
        var password = Secrets.make();
        var cluster = PostgresCluster.create(account, folder, shelf, port, password);
        var server = new PostgresServer(cluster, cluster.serve(), port, password);
        try {
            server.awaitReady();
            return server;
        } catch (ServerException | InterruptedException failure) {
            server.process.destroyForcibly();
            throw failure;
        }
    }

    /** The port it listens at. */
    public int port() {
        return port;
    }

    /** Where JDBC finds one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of {@link #SUPERUSER}. */
    public String password() {
        return password;
    }

    /** Stops it at once, whoever is connected; does nothing where it has stopped. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        try {
            cluster.stop();
        } catch (ServerException _) {
            // What is left is to end it by force; its files are thrown away in any case.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private void awaitReady() throws InterruptedException {
        for (var end = System.nanoTime() + LIMIT.toNanos(); System.nanoTime() < end; ) {
            if (cluster.isReady()) {
                return;
            }
            if (process.waitFor(20, MILLISECONDS)) {
                throw new ServerException("PostgreSQL ended with " + process.exitValue() + ": " + cluster.log());
            }
        }
        throw new ServerException("PostgreSQL was not ready within " + LIMIT.toSeconds() + " s: " + cluster.log());
    }
}
