package io.belay.five.uvis;

import io.belay.demo.server.RedisServer;
import io.belay.demo.server.Secrets;
import java.io.Closeable;
import java.util.Optional;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** Who is logged in, in Redis: a token, and whose it is. */
record Sessions(RedisClient redis) implements Closeable {
    private static final long SECONDS = 600;

    static Sessions in(RedisServer server) {
        return new Sessions(RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", server.port()))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .password(server.password())
                        .build())
                .build());
    }

    String open(long user) {
        var token = Secrets.make();
        redis.set(key(token), String.valueOf(user), SetParams.setParams().ex(SECONDS));
        return token;
    }

    Optional<Long> user(String token) {
        return token.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(redis.get(key(token))).map(Long::valueOf);
    }

    boolean answers() {
        try {
            return redis.ping().equals("PONG");
        } catch (JedisException _) {
            return false;
        }
    }

    private static String key(String token) {
        return "session:" + token;
    }

    @Override
    public void close() {
        redis.close();
    }
}
