package io.belay.adapter.aliyun.fc;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Memory;
import io.belay.core.release.MemoryText;
import io.belay.core.release.Room;
import java.util.Map;

/** A memory as notes. */
final class Kept {
    private Kept() {}

    /** @throws PortException REJECTED where the room is too small for it */
    static Map<String, String> write(Memory memory, Room room) {
        try {
            return MemoryText.write(memory, room);
        } catch (IllegalArgumentException tooLong) {
            throw new PortException(new Fault(Fault.Kind.REJECTED, String.valueOf(tooLong.getMessage())), tooLong);
        }
    }
}
