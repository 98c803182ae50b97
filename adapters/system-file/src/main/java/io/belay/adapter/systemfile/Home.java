package io.belay.adapter.systemfile;

import io.belay.core.settings.Cloud;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Where the system lives.
 *
 * @param cloud empty where the file does not say
 * @param isWrong whether the file says it wrongly
 */
record Home(Optional<Cloud> cloud, boolean isWrong) {
    /** What stands under {@code cloud}. */
    static Home read(FormReader forms, Optional<Node> node) {
        if (node.isEmpty()) {
            return new Home(Optional.empty(), false);
        }
        var settings = new BlockReader(forms).read(FileShapes.CLOUD_BLOCK, node.get(), Set.of());
        if (settings.isEmpty() || !(node.get() instanceof Node.Block block)) {
            return new Home(Optional.empty(), true);
        }
        var word = settings.get().get(FileShapes.PROVIDER);
        var provider = Arrays.stream(Cloud.Provider.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
        var region = new ShownTexts(forms).one(block, FileShapes.REGION);
        return new Home(provider.flatMap(whose -> region.map(where -> new Cloud(whose, where))), region.isEmpty());
    }
}
