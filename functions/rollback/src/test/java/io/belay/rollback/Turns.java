package io.belay.rollback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs several calls so that one alone is ever moving, and mixes their steps by a seed: at each step the one that moves gives way,
 * and chance says who is next. Who waits for the clock is next once it is time; when all wait, the clock jumps.
 */
final class Turns {
    private final AtomicReference<Instant> now;
    private final Random chance;
    private final List<Player> players = new ArrayList<>();
    private final Thread referee = Thread.currentThread();

    Turns(AtomicReference<Instant> now, long order) {
        this.now = now;
        chance = new Random(order);
    }

    /** One of the calls. */
    final class Player {
        private final Thread thread;
        private volatile boolean moving;
        private volatile boolean over;
        private volatile Instant wakes = Instant.MIN;

        Player(Runnable call) {
            thread = Thread.ofVirtual().unstarted(() -> {
                await();
                try {
                    call.run();
                } finally {
                    over = true;
                    moving = false;
                    LockSupport.unpark(referee);
                }
            });
        }

        private void await() {
            while (!moving) {
                LockSupport.park(this);
            }
        }
    }

    void add(Runnable call) {
        players.add(new Player(call));
    }

    /** Plays until all are over. */
    void play() {
        players.forEach(each -> each.thread.start());
        while (players.stream().anyMatch(each -> !each.over)) {
            var ready = players.stream()
                    .filter(each -> !each.over && !each.wakes.isAfter(now.get()))
                    .toList();
            if (ready.isEmpty()) {
                now.set(players.stream()
                        .filter(each -> !each.over)
                        .map(each -> each.wakes)
                        .min(Instant::compareTo)
                        .orElseThrow());
                continue;
            }
            var next = ready.get(chance.nextInt(ready.size()));
            next.moving = true;
            LockSupport.unpark(next.thread);
            while (next.moving) {
                LockSupport.park(this);
            }
        }
    }

    /** Gives way; comes back no sooner than {@code span} from now. */
    void giveWay(Duration span) {
        for (var each : players) {
            if (each.thread.equals(Thread.currentThread())) {
                each.wakes = now.get().plus(span);
                each.moving = false;
                LockSupport.unpark(referee);
                each.await();
                return;
            }
        }
        now.updateAndGet(at -> at.plus(span));
    }
}
