package io.belay.adapter.aliyun.http;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Something asked and not yet answered. Several are begun, then awaited, so that they take the time of one. To be closed:
 * what is unanswered then is called off and its connection closed.
 *
 * @param <T> what the answer is read as
 */
public final class Pending<T> implements AutoCloseable {
    private final FutureTask<?> task;
    private final Deadline deadline;
    private final String what;
    private final Function<Object, T> reading;

    private Pending(FutureTask<?> task, Deadline deadline, String what, Function<Object, T> reading) {
        this.task = task;
        this.deadline = deadline;
        this.what = what;
        this.reading = reading;
    }

    /** Runs {@code call} on a thread of its own until it is done, closed, or {@code deadline} has passed. */
    public static <T> Pending<T> of(Callable<T> call, Deadline deadline, String what) {
        var task = new FutureTask<>(call);
        Thread.ofVirtual().name("aliyun").start(task);
        @SuppressWarnings("unchecked")
        Function<Object, T> same = answer -> (T) answer;
        return new Pending<>(task, deadline, what, same);
    }

    /** The same, whose answer is read by {@code next} where it is awaited; a fault thrown there is the caller's. */
    public <U> Pending<U> map(Function<? super T, ? extends U> next) {
        return new Pending<>(task, deadline, what, answer -> next.apply(reading.apply(answer)));
    }

    /**
     * The answer.
     *
     * @throws PortException where there is none
     * @throws InterruptedException where the caller was called off; the exchange is then too
     */
    public T await() throws InterruptedException {
        try {
            return reading.apply(task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, what + ": no answer in time"), late);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof PortException fault) {
                throw fault;
            }
            throw new IllegalStateException(what, failure.getCause());
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        task.cancel(true);
    }
}
