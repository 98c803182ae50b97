package io.belay.five.bailian;

import java.util.Arrays;

/**
 * A build of the backend.
 *
 * <p>The second reads a column that its own migration makes. The third asks another model, whose key nobody has put into the Secret, so
 * that none of its pods is ever ready.
 */
enum Release {
    GOOD("a", "SELECT username FROM users WHERE username = ?", "DASHSCOPE_API_KEY"),
    PROFILES("b", "SELECT concat(username, ' ', locale) FROM users WHERE username = ?", "DASHSCOPE_API_KEY"),
    MODELS("c", "SELECT username FROM users WHERE username = ?", "MODEL_STUDIO_API_KEY");

    private static final String REPOSITORY = "registry.cn-hangzhou.aliyuncs.com/bailian/backend";

    private final String image;
    private final String profile;
    private final String key;

    Release(String digit, String profile, String key) {
        image = REPOSITORY + "@sha256:" + digit.repeat(64);
        this.profile = profile;
        this.key = key;
    }

    /** The build of an image; one by tag is of the first. */
    static Release of(String image) {
        return Arrays.stream(values())
                .filter(each -> each.image.equals(image))
                .findFirst()
                .orElse(GOOD);
    }

    /** By digest. */
    String image() {
        return image;
    }

    /** By tag, which says nothing of what is in it. */
    static String latest() {
        return REPOSITORY + ":latest";
    }

    /** How it reads a user. */
    String profile() {
        return profile;
    }

    /** The key of the API that it asks, as the Secret names it. */
    String key() {
        return key;
    }
}
