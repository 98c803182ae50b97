package io.belay.demo;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/**
 * What Lambda says of one call, as far as Belay listens.
 *
 * @param getAwsRequestId the id of the call
 * @param getRemainingTimeInMillis how long it may go on, in milliseconds
 */
public record LambdaCall(String getAwsRequestId, int getRemainingTimeInMillis) implements Context {

    private static UnsupportedOperationException unheard() {
        return new UnsupportedOperationException("Belay does not ask for this");
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
