package io.belay.bench.cost;

/**
 * How much an instance gets.
 *
 * @param memory in MB
 * @param processor the share of one, above zero
 */
record Size(Cloud cloud, int memory, double processor) {
    Size {
        if (memory < 1 || processor <= 0) {
            throw new IllegalArgumentException("memory and a share of a processor, both above zero");
        }
    }
}
