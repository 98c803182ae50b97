package io.belay.adapter.jdbc.ledger;

/**
 * One migration as a ledger of the matrix has it.
 *
 * @param number which; from 1
 * @param how what became of it
 */
record Written(int number, How how) {
    /** What became of a migration. */
    enum How {
        /** Applied as it is shipped. */
        WHOLE,
        /** Begun, and not brought to its end. */
        FAILED,
        /** Applied with another content than is shipped. */
        OTHERWISE
    }

    static Written whole(int number) {
        return new Written(number, How.WHOLE);
    }

    boolean failed() {
        return how == How.FAILED;
    }
}
