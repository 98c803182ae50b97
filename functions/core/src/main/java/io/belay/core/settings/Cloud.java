package io.belay.core.settings;

import static java.util.Objects.requireNonNull;

/**
 * Where in which cloud a system lives, as its file says once under {@code cloud}; a block may name another region.
 *
 * @param provider whose it is
 * @param region as the provider names it: {@code us-east-1}, {@code cn-hangzhou}
 */
public record Cloud(Provider provider, String region) {
    public Cloud {
        requireNonNull(provider, "provider");
        requireNonNull(region, "region");
    }

    /** Whose cloud it is. */
    public enum Provider {
        /** Amazon Web Services. */
        AWS("aws"),
        /** Alibaba Cloud. */
        ALIYUN("aliyun");

        private final String word;

        Provider(String word) {
            this.word = word;
        }

        /** As a system file writes it. */
        public String word() {
            return word;
        }
    }
}
