package io.belay.adapter.aliyun.fc;

import io.belay.adapter.aliyun.http.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An alias.
 *
 * @param versionId the version that gets what no other one gets
 * @param weights the shares of the others, from 0 to 1
 * @param modified when anything of it changed last, its description as well
 */
record Alias(String versionId, Map<String, BigDecimal> weights, String description, Optional<Instant> modified) {
    Alias {
        weights = Map.copyOf(weights);
    }

    static Alias of(Json json) {
        var weights = new LinkedHashMap<String, BigDecimal>();
        var given = json.object("additionalVersionWeight");
        given.members()
                .keySet()
                .forEach(version -> given.number(version).ifPresent(share -> weights.put(version, share)));
        return new Alias(
                json.text("versionId").orElse(""),
                weights,
                json.text("description").orElse(""),
                Times.of(json, "lastModifiedTime"));
    }

    /** Whole percents by version, more than zero each: a share of less than one percent counts as one. */
    Map<String, Integer> percents() {
        var percents = new LinkedHashMap<String, Integer>();
        weights.forEach((version, share) -> {
            if (share.signum() > 0) {
                percents.put(version, Math.clamp(Math.round(share.doubleValue() * 100), 1, 100));
            }
        });
        var others = percents.values().stream().mapToInt(Integer::intValue).sum();
        if (others < 100) {
            percents.merge(versionId, 100 - others, Integer::sum);
        }
        return percents;
    }

    /** Whether traffic goes the same ways. */
    boolean sends(Alias other) {
        return versionId.equals(other.versionId) && percents().equals(other.percents());
    }
}
