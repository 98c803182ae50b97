package io.belay.five.bailian;

import io.belay.demo.server.RedisServer;
import java.util.Optional;
import java.util.UUID;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** Who is logged in, in Redis. */
final class Sessions implements AutoCloseable {
    private static final long SECONDS = 600;

    private final RedisClient redis;

    Sessions(RedisServer server) {
        redis = RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", server.port()))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .password(server.password())
                        .build())
                .build();
    }

    boolean answers() {
        try {
            return redis.ping().equals("PONG");
        } catch (JedisException _) {
            return false;
        }
    }

    String open(String user) {
        var token = UUID.randomUUID().toString();
        redis.set("session:" + token, user, SetParams.setParams().ex(SECONDS));
        return token;
    }

    Optional<String> user(String token) {
        return Optional.ofNullable(redis.get("session:" + token));
    }

    @Override
    public void close() {
        redis.close();
    }
}
