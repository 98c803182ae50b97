package io.belay.adapter.kubernetes.testkit;

/** What befalls one call. */
public enum Mishap {
    /** 429 with Retry-After, before anything is done. */
    THROTTLED,
    /** The connection is cut before anything is done. */
    CUT,
    /** It is done, and the connection is cut in place of an answer. */
    ANSWER_LOST,
    /** No answer for as long as the cluster runs. */
    SILENT,
    /** A redirect elsewhere. */
    REDIRECTED,
    /** 500 of a webhook that fails. */
    WEBHOOK_FAILS,
    /** A gateway's page, with 200. */
    PAGE
}
