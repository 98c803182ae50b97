package io.belay.bench;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** What Lambda says of a call with a minute's time, as far as Belay listens. */
record BenchContext() implements Context {
    private static UnsupportedOperationException unheard() {
        return new UnsupportedOperationException("Belay does not ask for this");
    }

    @Override
    public String getAwsRequestId() {
        return "8f5c1f2e-6d3b-4f0a-9b1e-0c11aa22bb33";
    }

    @Override
    public int getRemainingTimeInMillis() {
        return 60_000;
    }

    @Override
    public String getLogGroupName() {
        throw unheard();
    }

    @Override
    public String getLogStreamName() {
        throw unheard();
    }

    @Override
    public String getFunctionName() {
        throw unheard();
    }

    @Override
    public String getFunctionVersion() {
        throw unheard();
    }

    @Override
    public String getInvokedFunctionArn() {
        throw unheard();
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw unheard();
    }

    @Override
    public ClientContext getClientContext() {
        throw unheard();
    }

    @Override
    public int getMemoryLimitInMB() {
        throw unheard();
    }

    @Override
    public LambdaLogger getLogger() {
        throw unheard();
    }
}
