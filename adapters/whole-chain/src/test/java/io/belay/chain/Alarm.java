package io.belay.chain;

import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** The alarm that the system file names, and whom it calls when it turns red. */
record Alarm(CloudWatchClient cloudWatch, List<String> actions) {
    static final String NAME = "shop-errors";

    /**
     * Puts it there as each release does, whether it is there or not. Nobody measures anything, and that leaves it as it is:
     * LocalStack looks every minute, and what turned red for a moment would be over.
     */
    void put() {
        cloudWatch.putMetricAlarm(request -> request.alarmName(NAME)
                .namespace("Shop")
                .metricName("Errors")
                .statistic(Statistic.SUM)
                .period(60)
                .evaluationPeriods(1)
                .threshold(0.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .treatMissingData("ignore")
                .alarmActions(actions));
    }

    void turn(StateValue to, String reason) {
        cloudWatch.setAlarmState(
                request -> request.alarmName(NAME).stateValue(to).stateReason(reason));
    }
}
