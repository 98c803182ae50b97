package io.belay.adapter.aliyun.fc;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;

/** Clients of Function Compute on loopback. */
final class Functions {
    private Functions() {}

    static FunctionCompute of(AliyunCloud cloud) {
        return new FunctionCompute(Cloud.client(cloud, () -> Cloud.CREDENTIALS), FunctionComputeState.REGION);
    }
}
