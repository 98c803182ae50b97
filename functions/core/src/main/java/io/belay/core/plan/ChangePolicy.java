package io.belay.core.plan;

/** Which changes may be applied. */
public enum ChangePolicy {
    /** What is not there is made; what is there stays as it is. */
    CREATE_ONLY,
    /** What is not there is made, what is otherwise is changed; nothing is deleted. */
    UPSERT_ONLY,
    /** All of it. */
    SYNC;

    /** Whether {@code change} may be applied. */
    public boolean allows(Change<?> change) {
        return switch (change) {
            case Change.Create<?> _ -> true;
            case Change.Update<?> _ -> this != CREATE_ONLY;
            case Change.Delete<?> _ -> this == SYNC;
        };
    }
}
