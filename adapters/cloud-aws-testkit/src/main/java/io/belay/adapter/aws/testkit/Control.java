package io.belay.adapter.aws.testkit;

/** The control plane of one of AWS's services. Called by one thread at a time. */
interface Control {
    /** The action that is asked for, as IAM writes it: {@code UpdateAlias}. */
    String action(Asked asked);

    /** Does it, or throws a {@link Refusal}. */
    Answer answer(String action, Asked asked);

    /** A refusal in the service's protocol. */
    Answer refused(Refusal refusal);
}
