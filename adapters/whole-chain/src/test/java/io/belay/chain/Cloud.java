package io.belay.chain;

import java.net.URI;
import java.util.Locale;

/** An AWS with a shop on it, beside which Belay is deployed. */
interface Cloud extends AutoCloseable {
    /** The function that is looked after. */
    String SHOP = "shop";

    /** The alias that traffic goes by, the shop's and that of each of Belay's functions. */
    String LIVE = "live";

    /** What it is, as the summary says it. */
    String name();

    /** Where its APIs answer this process. */
    URI endpoint();

    /** Where its APIs answer the functions that run on it. */
    URI inside();

    /** Deploys Belay's function of that handler over {@code systemFile}: the ARN of its alias. */
    String deploy(String handler, String systemFile);

    /** Publishes the shop's next version and sends all calls to it. */
    String release();

    /** What the function with that ARN answers to {@code event}. */
    String invoke(String function, String event) throws Exception;

    @Override
    void close();

    /** As the templates call it: {@code belay-rollback}. */
    static String called(String handler) {
        return "belay-" + handler.replace("Handler", "").toLowerCase(Locale.ROOT);
    }
}
