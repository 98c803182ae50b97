package io.belay.bench.cost;

import java.time.LocalDate;

/**
 * Published prices, without the free allowance, in US dollars. To be changed here and nowhere else; {@code scripts/bench cost} then
 * writes the page anew.
 */
final class Prices {
    /** When they were read. */
    static final LocalDate READ = LocalDate.of(2026, 11, 28);

    /** US East (N. Virginia), the first tier. https://aws.amazon.com/lambda/pricing/ */
    static final double LAMBDA_X86_GB_SECOND = 0.0000166667;

    /** The same on Arm. */
    static final double LAMBDA_ARM_GB_SECOND = 0.0000133334;

    /** The same for one request, on either. */
    static final double LAMBDA_REQUEST = 0.20 / 1_000_000;

    /** In MB: that much memory comes with one vCPU, and less with less. https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
    static final double LAMBDA_MB_OF_ONE_VCPU = 1_769;

    /**
     * The first tier, the list price, which bears no region of the international site's.
     * https://www.alibabacloud.com/help/en/functioncompute/fc-3-0/product-overview/pay-as-you-go-billing-method-1
     */
    static final double FC_CU = 0.000020;

    /** What a second of one vCPU at work is in CU; the same page. */
    static final double FC_CU_OF_VCPU_SECOND = 1;

    /** What a second of one GB of memory is in CU; the same page. */
    static final double FC_CU_OF_GB_SECOND = 0.15;

    /** What a call is in CU; the same page. */
    static final double FC_CU_OF_CALL = 75.0 / 10_000;

    private Prices() {}
}
