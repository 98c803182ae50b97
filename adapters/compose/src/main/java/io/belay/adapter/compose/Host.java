package io.belay.adapter.compose;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A host as far as releases of compose go: commands, and text files in one folder. This one, or one that is reached through a
 * cloud's agent.
 */
public interface Host {
    /**
     * Runs {@code command}, a vector of arguments that no shell ever sees, in the host's folder.
     *
     * @throws PortException TIMED_OUT where it took longer, and it is ended then with all that it began; NOT_FOUND where there
     *     is no such program
     */
    Ran run(List<String> command, Deadline deadline) throws InterruptedException;

    /**
     * The texts in {@code folder}, by file name; none where there is no such folder.
     *
     * @throws PortException DENIED, REJECTED
     */
    Map<String, String> texts(String folder);

    /**
     * Puts {@code text} in place of a file's whole content, so that no reader ever sees half of it. Makes the folder.
     *
     * @throws PortException DENIED, REJECTED
     */
    void write(String folder, String file, String text);

    /**
     * Does {@code work} while no other instance does any in {@code folder}.
     *
     * @throws PortException CONFLICT where another has not finished before {@code deadline}
     */
    <T> T alone(String folder, Deadline deadline, Callable<T> work) throws InterruptedException;
}
