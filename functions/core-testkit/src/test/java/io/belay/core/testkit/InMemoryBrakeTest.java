package io.belay.core.testkit;

import io.belay.core.release.EmergencyBrake;
import java.util.Optional;

class InMemoryBrakeTest extends EmergencyBrakeContract {
    private final InMemoryBrake brake = new InMemoryBrake("orders");

    @Override
    protected EmergencyBrake brake() {
        return brake;
    }

    @Override
    protected EmergencyBrake other() {
        return brake;
    }

    @Override
    protected void allow(Optional<Long> most) {
        brake.allow(most);
    }

    @Override
    protected Optional<Long> allowed() {
        return brake.now().most();
    }

    @Override
    protected int writes() {
        return brake.writes();
    }
}
