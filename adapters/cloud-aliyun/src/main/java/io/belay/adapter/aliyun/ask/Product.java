package io.belay.adapter.aliyun.ask;

import java.util.List;

/**
 * An API of Alibaba Cloud that can be asked. Versions and endpoints stand in the API reference of each ("Endpoints").
 *
 * @param name its code in a host's name
 * @param version the date that names its version
 * @param byPath whether a path says what is asked (ROA), besides the operation's name (RPC)
 * @param central whether one endpoint answers for all regions
 */
public record Product(String name, String version, boolean byPath, boolean central) {
    /** All that can be asked. */
    public static final List<Product> ALL = List.of(
            rpc("actiontrail", "2020-07-06"),
            rpc("alb", "2020-06-16"),
            new Product("bss", "2017-12-14", false, true),
            new Product("cas", "2020-04-07", false, true),
            new Product("cdn", "2018-05-10", false, true),
            rpc("cms", "2019-01-01"),
            new Product("cr", "2016-06-07", true, false),
            rpc("cr-ee", "2018-12-01"),
            new Product("cs", "2015-12-15", true, false),
            rpc("ecs", "2014-05-26"),
            new Product("fc", "2023-03-30", true, false),
            rpc("kms", "2016-01-20"),
            rpc("r-kvstore", "2015-01-01"),
            new Product("ram", "2015-05-01", false, true),
            rpc("rds", "2014-08-15"),
            rpc("slb", "2014-05-15"),
            rpc("sts", "2015-04-01"),
            rpc("vpc", "2016-04-28"));

    private static Product rpc(String name, String version) {
        return new Product(name, version, false, false);
    }

    /** The product that is called so. */
    public static Product named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** The host that answers for {@code region}. */
    public String host(String region) {
        var code = switch (name) {
            case "bss" -> "business";
            case "cms" -> "metrics";
            case "cr-ee" -> "cr";
            case "fc" -> "fcv3";
            default -> name;
        };
        return code + (central ? "" : "." + region) + ".aliyuncs.com";
    }
}
