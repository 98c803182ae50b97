package io.belay.demo.harbor;

import io.belay.demo.server.RedisServer;
import java.util.Optional;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Orders that were looked up a moment ago, in Redis. A Redis that is away makes harbor slower and nothing else.
 *
 * @param client to Redis; empty where harbor runs without one
 */
record OrderCache(Optional<RedisClient> client) implements AutoCloseable {

    private static final int MILLIS = 500;
    private static final long SECONDS_KEPT = 60;

    /** What harbor has where no Redis can be had. */
    static final OrderCache NONE = new OrderCache(Optional.empty());

    static OrderCache of(RedisServer server) {
        var settings = DefaultJedisClientConfig.builder()
                .password(server.password())
                .connectionTimeoutMillis(MILLIS)
                .socketTimeoutMillis(MILLIS)
                .build();
        return new OrderCache(Optional.of(RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", server.port()))
                .clientConfig(settings)
                .build()));
    }

    Optional<Order> find(String id) {
        try {
            return client.flatMap(redis -> Optional.ofNullable(redis.get(key(id))))
                    .flatMap(text -> Json.read(text, Order.class));
        } catch (JedisException _) {
            return Optional.empty();
        }
    }

    void keep(Order order) {
        try {
            client.ifPresent(redis -> redis.set(
                    key(order.id()), Json.text(order), SetParams.setParams().ex(SECONDS_KEPT)));
        } catch (JedisException _) {
            // The next look-up asks the database again.
        }
    }

    void forget(String id) {
        try {
            client.ifPresent(redis -> redis.del(key(id)));
        } catch (JedisException _) {
            // It is forgotten by itself after a minute.
        }
    }

    /** {@code connected}, {@code disconnected} or {@code absent}. */
    String state() {
        try {
            return client.map(redis -> redis.ping().equals("PONG") ? "connected" : "disconnected")
                    .orElse("absent");
        } catch (JedisException _) {
            return "disconnected";
        }
    }

    @Override
    public void close() {
        client.ifPresent(RedisClient::close);
    }

    private static String key(String id) {
        return "order:" + id;
    }
}
