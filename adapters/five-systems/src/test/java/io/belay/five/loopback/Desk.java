package io.belay.five.loopback;

import java.sql.SQLException;

/** Answers calls. A database that refuses is answered for with a 500. */
@FunctionalInterface
public interface Desk {
    /** What is answered to {@code call}. */
    Reply answer(Call call) throws SQLException;
}
