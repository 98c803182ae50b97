package io.belay.chain;

/** What is delivered by other ways than the alarm's own action. */
final class Deliveries {
    private Deliveries() {}

    /** As SNS invokes a function. (CloudWatch's notification, in the Lambda Developer Guide's event of SNS.) */
    static String bySns(String alarm) {
        var message = "{\\\"AlarmName\\\":\\\"" + alarm
                + "\\\",\\\"AWSAccountId\\\":\\\"123456789012\\\",\\\"NewStateValue\\\":\\\"ALARM\\\","
                + "\\\"NewStateReason\\\":\\\"orders fail\\\",\\\"StateChangeTime\\\":\\\"2026-11-28T07:00:00.000+0000\\\","
                + "\\\"Region\\\":\\\"EU (Ireland)\\\",\\\"OldStateValue\\\":\\\"OK\\\",\\\"Trigger\\\":{}}";
        return "{\"Records\":[{\"EventSource\":\"aws:sns\",\"EventVersion\":\"1.0\",\"Sns\":{\"Type\":\"Notification\","
                + "\"MessageId\":\"11111111-2222-3333-4444-555555555555\",\"Subject\":\"ALARM\",\"Message\":\""
                + message
                + "\",\"Timestamp\":\"2026-11-28T07:00:00.000Z\"}}]}";
    }
}
