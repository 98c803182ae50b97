package io.belay.rollback;

import io.belay.core.alarm.AlarmState.Colour;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Histories by chance, those more often in which something rings. */
final class Histories {
    private static final Arbitrary<Boolean> YES = Arbitraries.of(true, false);

    private Histories() {}

    static Arbitrary<History> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        YES,
                        YES,
                        YES,
                        Arbitraries.of(0, 0, 2),
                        chapters().list().ofMinSize(2).ofMaxSize(10))
                .as((targets, compares, tellsSince, remembers, slow, chapters) -> new History(
                        targets,
                        compares,
                        tellsSince,
                        remembers,
                        slow,
                        chapters.stream().flatMap(List::stream).toList()));
    }

    /** Whatever happens, and now and then the story that all this is about: a bad release that rings. */
    private static Arbitrary<List<Event>> chapters() {
        var story = Combinators.combine(
                        Arbitraries.of(5, 700, 2_000, 7_200),
                        Arbitraries.integers().between(0, 1),
                        calls())
                .as((seconds, target, calls) -> List.<Event>of(
                        new Event.Tick(),
                        new Event.Pass(seconds),
                        new Event.Deploy(target, true),
                        new Event.Pass(90),
                        new Event.Tick(),
                        calls));
        var again = Combinators.combine(
                        Arbitraries.of(2_000, 7_200), Arbitraries.integers().between(0, 1), calls())
                .as((seconds, target, calls) -> List.<Event>of(
                        new Event.Tick(),
                        new Event.Pass(seconds),
                        new Event.PutBack(target, 0),
                        new Event.Pass(90),
                        new Event.Tick(),
                        calls));
        var sweep = Arbitraries.of(400, 700)
                .map(seconds -> List.<Event>of(
                        new Event.Pass(seconds),
                        new Event.Calls(List.of(new Event.Call(Event.Why.CLOCK, 0, 600, List.of())), 0)));
        return Arbitraries.frequencyOf(
                Tuple.of(8, events().map(List::of)), Tuple.of(3, story), Tuple.of(1, again), Tuple.of(2, sweep));
    }

    private static Arbitrary<Event> events() {
        var target = Arbitraries.integers().between(0, 1);
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.of(5, 30, 90, 200, 400, 700, 2_000, 7_200, 90_000)
                                .map(Event.Pass::new)),
                Tuple.of(
                        5,
                        Combinators.combine(target, Arbitraries.of(true, true, false))
                                .as(Event.Deploy::new)),
                Tuple.of(
                        1,
                        Combinators.combine(target, Arbitraries.integers().between(0, 3))
                                .as(Event.PutBack::new)),
                Tuple.of(1, Combinators.combine(target, YES).as(Event.Canary::new)),
                Tuple.of(1, target.map(Event.Rot::new)),
                Tuple.of(5, Arbitraries.just(new Event.Tick())),
                Tuple.of(
                        4,
                        Arbitraries.of(Colour.RED, Colour.RED, Colour.GREEN, Colour.UNKNOWN)
                                .map(Event.Noise::new)),
                Tuple.of(1, YES.map(Event.Migrate::new)),
                Tuple.of(1, Arbitraries.just(new Event.Clear())),
                Tuple.of(1, Arbitraries.of(true, false, false).map(Event.Kill::new)),
                Tuple.of(12, calls()));
    }

    private static Arbitrary<Event> calls() {
        var order = Arbitraries.longs().between(0, 1_000_000);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(call().list().ofSize(1), order).as(Event.Calls::new)),
                Tuple.of(
                        2,
                        Combinators.combine(call().list().ofMinSize(2).ofMaxSize(3), order)
                                .as(Event.Calls::new)));
    }

    private static Arbitrary<Event.Call> call() {
        var mishaps = Combinators.combine(Arbitraries.integers().between(0, 45), Arbitraries.of(Event.What.class))
                .as(Event.Mishap::new);
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Event.Why.ALARM),
                                Tuple.of(2, Event.Why.OLD_ALARM),
                                Tuple.of(2, Event.Why.CLOCK),
                                Tuple.of(2, Event.Why.HEALTH),
                                Tuple.of(1, Event.Why.PERSON),
                                Tuple.of(2, Event.Why.STAMP)),
                        Arbitraries.of(0, 0, 1, -1, 30, -30, 120, -120),
                        Arbitraries.of(600, 600, 40),
                        mishaps.list().ofMaxSize(2))
                .as(Event.Call::new);
    }
}
