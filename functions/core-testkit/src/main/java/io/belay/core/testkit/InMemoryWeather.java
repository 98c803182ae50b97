package io.belay.core.testkit;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What befalls the calls to something in memory. An exception thrown {@link Moment#BEFORE} a call is a call that never arrived;
 * one thrown {@link Moment#AFTER} it is a lost answer, the call done.
 */
public final class InMemoryWeather {
    private final Map<Hour, Event> next = new ConcurrentHashMap<>();
    private volatile Event always = (_, _) -> {};

    /** A call of a port. */
    public enum Call {
        READ,
        PREPARE,
        SHIFT,
        REMEMBER,
        TELL,
        STOP,
        RESUME,
        CANONICAL,
        APPLY,
        RING,
        RESET,
        TRACE
    }

    /** A moment of a call. */
    public enum Moment {
        /** Before it arrives. */
        BEFORE,
        /** Of a write that the platform does not compare: after it was compared, before it is done. */
        BETWEEN,
        /** Once it is done, before its answer arrives. */
        AFTER
    }

    /** Something that happens. */
    @FunctionalInterface
    public interface Event {
        /** Happens; what it throws, the caller meets. */
        void at(Moment moment, Call call) throws InterruptedException;
    }

    private record Hour(Moment moment, Call call) {}

    /** At the next such moment alone, {@code event}. */
    public InMemoryWeather once(Moment moment, Call call, Event event) {
        next.put(new Hour(moment, call), event);
        return this;
    }

    /** At the next such moment alone, a fault. */
    public InMemoryWeather once(Moment moment, Call call, Fault.Kind kind) {
        return once(moment, call, (_, _) -> {
            throw new PortException(new Fault(kind, call + " met bad weather"));
        });
    }

    /** At every moment, before what was asked for once. */
    public InMemoryWeather always(Event event) {
        always = event;
        return this;
    }

    void at(Moment moment, Call call) throws InterruptedException {
        always.at(moment, call);
        var event = next.remove(new Hour(moment, call));
        if (event != null) {
            event.at(moment, call);
        }
    }
}
