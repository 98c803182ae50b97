package io.belay.assembly.door;

import io.belay.core.Correlation;

/**
 * Goes on with a delivery once its sender has been answered: CloudMonitor's callback waits 5 s and no longer (Alibaba Cloud help,
 * 60714), and a rollback takes minutes.
 */
@FunctionalInterface
public interface Onward {
    /**
     * Sees to it that the function runs for {@code body}, or looks at all alarms where that cannot be passed on. Returns once that
     * is certain, and before it has run.
     *
     * @param identity the same each time that the same is delivered: at most 64 characters of {@code a-z 0-9 -}
     * @param call that brought it; its body is read
     * @param body as it was delivered
     * @throws io.belay.core.PortException where it cannot be seen to
     * @throws InterruptedException when the caller calls it off
     */
    void go(String identity, HttpCall call, byte[] body, Correlation correlation) throws InterruptedException;
}
