package io.belay.runtime.fc.http;

import java.io.IOException;

/** A body whose length was said before it; of none it is zero. */
final class SizedBody extends Body {
    private long left;

    SizedBody(Pace pace, long length) {
        super(pace);
        left = length;
    }

    @Override
    boolean whole() {
        return left == 0;
    }

    @Override
    int take(Pace from, byte[] into, int offset, int length) throws IOException {
        var read = from.next().read(into, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw early();
        }
        left -= read;
        return read;
    }
}
