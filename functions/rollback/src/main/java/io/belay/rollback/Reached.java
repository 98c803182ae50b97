package io.belay.rollback;

import io.belay.core.release.Standing;

/** How far a target was brought. */
sealed interface Reached {
    /** To the goal. */
    record Goal(Standing standing) implements Reached {}

    /** Into other hands. */
    record Lost(Next.To to, String why) implements Reached {}

    /** To where it will not go on by itself. */
    record Stuck(String why) implements Reached {}

    /** To where this run had to leave it; the next one goes on. */
    record Left(String why) implements Reached {}
}
