package io.belay.chain;

import java.net.URI;

/** An AWS with a shop on it, and Belay deployed beside the shop. */
interface Cloud extends AutoCloseable {
    /** The function that is looked after, and the alias that traffic goes by. */
    String SHOP = "shop";

    String LIVE = "live";

    /** What it is, as the summary says it. */
    String name();

    /** Where its APIs answer this process. */
    URI endpoint();

    /** The ARN of Belay's function of that handler, deployed before the system file. */
    String deployed(String handler);

    /** Publishes the shop's next version and sends all calls to it. */
    String release();

    /** What Belay's function of that handler answers to {@code event}. */
    String invoke(String handler, String event) throws Exception;

    @Override
    void close();
}
