package io.belay.adapter.aliyun;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Api;
import io.belay.adapter.aliyun.acs.CredentialSource;
import io.belay.adapter.aliyun.acs.Endpoints;
import io.belay.adapter.aliyun.ask.Product;
import io.belay.adapter.aliyun.fc.FunctionCompute;
import io.belay.adapter.aliyun.http.Exchange;
import java.util.Map;

/** Clients of each region. They hold nothing: their connections are the JDK's, which all of them share. */
record Clients(Map<String, String> environment, CredentialSource credentials) {
    Clients {
        environment = Map.copyOf(environment);
        requireNonNull(credentials, "credentials");
    }

    Endpoints endpoints(String region) {
        return new Endpoints(region, environment);
    }

    FunctionCompute functionCompute(String region) {
        return new FunctionCompute(client(endpoints(region).functionCompute()), region);
    }

    AcsClient cloudMonitor(String region) {
        return client(endpoints(region).cloudMonitor());
    }

    AcsClient ecs(String region) {
        return client(endpoints(region).ecs());
    }

    AcsClient containers(String region) {
        return client(endpoints(region).containers());
    }

    AcsClient product(Product product, String region) {
        return client(endpoints(region).product(product.name(), product.version(), product.host(region)));
    }

    private AcsClient client(Api api) {
        return new AcsClient(api, credentials, Exchange.USUAL);
    }
}
