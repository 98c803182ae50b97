package io.belay.bench.cost;

import java.util.List;
import java.util.stream.IntStream;

/** A way to run Belay in a cloud: which sizes an instance may have, and what a call costs on one. */
enum Cloud {
    /** The share of a processor follows from the memory. */
    LAMBDA("AWS Lambda, the container image"),

    /** The same without the image's AOT cache, as the zip starts where Lambda has no snapshot of it. */
    LAMBDA_ZIP("AWS Lambda, as the zip starts without a snapshot: no AOT cache"),

    /** The share is chosen: steps of 0.05, memory in GB one to four times it (API of Function Compute 3.0, CreateFunctionInput). */
    FC("Function Compute, the container image");

    /** In MB. */
    static final List<Integer> MEMORIES = List.of(128, 256, 512, 768, 1024);

    private final String shown;

    Cloud(String shown) {
        this.shown = shown;
    }

    /** What people call it. */
    String shown() {
        return shown;
    }

    /** The sizes of {@code memory} MB that are measured. */
    List<Size> sizes(int memory) {
        return switch (this) {
            case LAMBDA, LAMBDA_ZIP -> List.of(new Size(this, memory, memory / Prices.LAMBDA_MB_OF_ONE_VCPU));
            case FC ->
                IntStream.of(1, 2, 4)
                        .mapToObj(part -> new Size(this, memory, share(memory, part)))
                        .distinct()
                        .toList();
        };
    }

    /** What a call of so many milliseconds costs, each begun one paid whole, without the free allowance. */
    double dollars(Size size, double millis) {
        return switch (this) {
            case LAMBDA, LAMBDA_ZIP -> lambda(size, millis, Prices.LAMBDA_X86_GB_SECOND);
            case FC -> {
                var seconds = Math.ceil(millis) / 1_000;
                var units = seconds * size.processor() * Prices.FC_CU_OF_VCPU_SECOND
                        + seconds * size.memory() / 1024 * Prices.FC_CU_OF_GB_SECOND
                        + Prices.FC_CU_OF_CALL;
                yield units * Prices.FC_CU;
            }
        };
    }

    /** The same on Lambda's Arm, were it as quick. */
    static double onArm(Size size, double millis) {
        return lambda(size, millis, Prices.LAMBDA_ARM_GB_SECOND);
    }

    private static double lambda(Size size, double millis, double gigabyteSecond) {
        return Math.ceil(millis) / 1_000 * size.memory() / 1024 * gigabyteSecond + Prices.LAMBDA_REQUEST;
    }

    /** The share nearest below {@code memory} over {@code part}, in steps, and not so small that it would be refused. */
    private static double share(int memory, int part) {
        var gigabytes = memory / 1024.0;
        var steps = Math.max((int) (gigabytes / part * 20), (int) Math.ceil(gigabytes / 4 * 20));
        return steps / 20.0;
    }
}
