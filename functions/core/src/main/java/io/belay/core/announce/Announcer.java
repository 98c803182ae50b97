package io.belay.core.announce;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.probe.Target;

/** Somebody who is told: a topic, a chat, a webhook. */
public interface Announcer {
    /** Who is told, fit to show. */
    Target target();

    /** Its word: {@code sns}, {@code dingtalk}. */
    String kind();

    /**
     * Tells it once. Bounds of the receiver's size are kept by shortening, and said.
     *
     * @throws PortException where it could not be told, or may not have been
     */
    void tell(Announcement announcement, Deadline deadline) throws InterruptedException;
}
