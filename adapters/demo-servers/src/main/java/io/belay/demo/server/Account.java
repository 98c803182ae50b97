package io.belay.demo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The account that PostgreSQL runs under: it refuses to run as root.
 *
 * @param prefix the command that changes to the account; empty where we may stay who we are
 * @param owner the number of the user who must own the files; ours where it is {@link #OURS}
 */
record Account(List<String> prefix, int owner) {

    static final int OURS = -1;

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    /** Ourselves. */
    static final Account SELF = new Account(List.of(), OURS);

    /** A user namespace of its own, in which nobody is root. Containers often forbid it. */
    static final Account NAMESPACE = new Account(List.of("unshare", "-U"), OURS);

    /** The user {@code nobody}, to whom root may always change. */
    static final Account OTHER =
            new Account(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);

    /**
     * The first that works here.
     *
     * @param folder one that we have just made
     */
    static Account find(Path folder) throws InterruptedException {
        if (userOf(folder) != ROOT) {
            return SELF;
        }
        for (var account : List.of(NAMESPACE, OTHER)) {
            if (account.works(folder)) {
                return account;
            }
        }
        throw new ServerException(
                "PostgreSQL does not run as root, and neither 'unshare' nor 'setpriv' can leave root");
    }

    /** Whether this account is not root's. */
    boolean works(Path folder) throws InterruptedException {
        var question = with(List.of("sh", "-c", "test \"$(id -u)\" != 0"));
        try {
            new Program(question, Map.of(), folder.resolve("account.log")).run(Duration.ofSeconds(5));
            return true;
        } catch (ServerException _) {
            return false;
        }
    }

    List<String> with(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /** Whether files must be made over to another user. */
    boolean isOther() {
        return owner != OURS;
    }

    /** Makes {@code path} over to the account where it is not ours. */
    void own(Path path) throws IOException {
        if (isOther()) {
            Files.setAttribute(path, "unix:uid", owner);
        }
    }

    private static int userOf(Path folder) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return OURS;
        }
        try {
            return (int) Files.getAttribute(folder, "unix:uid");
        } catch (IOException cause) {
            throw new ServerException("the owner of " + folder + " cannot be read: " + cause.getMessage(), cause);
        }
    }
}
