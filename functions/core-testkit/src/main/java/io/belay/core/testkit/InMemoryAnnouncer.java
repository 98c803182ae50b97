package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.announce.Announcement;
import io.belay.core.announce.Announcer;
import io.belay.core.probe.Target;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it was told. */
public final class InMemoryAnnouncer implements Announcer {
    private final List<Announcement> told = new CopyOnWriteArrayList<>();
    private final InMemoryWeather weather = new InMemoryWeather();

    /** What befalls its calls. */
    public InMemoryWeather weather() {
        return weather;
    }

    /** What it was told, the oldest first. */
    public List<Announcement> told() {
        return List.copyOf(told);
    }

    @Override
    public Target target() {
        return new Target("memory:chat", "memory");
    }

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public void tell(Announcement announcement, Deadline deadline) throws InterruptedException {
        weather.at(InMemoryWeather.Moment.BEFORE, InMemoryWeather.Call.TELL);
        told.add(announcement);
    }
}
