package io.belay.rollback;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** When a question is asked whose answer is wanted later. */
enum Asking {
    /** Now, on a thread of its own, so that several questions take as long as the slowest. */
    AT_ONCE,
    /** When its answer is wanted, so that a history can be played step by step. */
    IN_TURN;

    /** Asks {@code question}, which only reads: nobody may come for the answer. */
    <T> Ahead<T> ask(Callable<T> question) {
        var task = new FutureTask<>(question);
        if (this == AT_ONCE) {
            Thread.ofVirtual().start(task);
        }
        return new Ahead<>(task);
    }
}
