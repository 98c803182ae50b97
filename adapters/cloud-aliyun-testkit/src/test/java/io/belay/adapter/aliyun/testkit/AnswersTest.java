package io.belay.adapter.aliyun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is recorded, and what a text of it must be. */
class AnswersTest {
    private static final String TEXT = """
            ### https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevpcs
            DescribeVpcs 2016-04-28 VpcId=${VPC} RegionId=cn-hangzhou
            { "Vpcs": { "Vpc": [ { "VpcId": "${VPC}", "Status": "%s" } ] } }
            """;

    private final Answers answers = new Answers();

    @Test
    void theLaterOfTwoAnswersToOneQuestionStands() {
        answers.record(TEXT.formatted("Pending"), Map.of("VPC", "vpc-1"));
        answers.record(TEXT.formatted("Available"), Map.of("VPC", "vpc-1"));

        assertThat(answers.answer(asked("DescribeVpcs", "VpcId=vpc-1&RegionId=cn-hangzhou")))
                .hasValueSatisfying(reply -> assertThat(reply.body()).hasToString("""
                        {"Vpcs":{"Vpc":[{"VpcId":"vpc-1","Status":"Available"}]}}"""));
    }

    @Test
    void aQuestionAfterAnythingElseIsRefusedAndAnotherOperationIsLeftToOthers() {
        answers.record(TEXT, Map.of("VPC", "vpc-1"));

        assertThatThrownBy(() -> answers.answer(asked("DescribeVpcs", "VpcId=vpc-2&RegionId=cn-hangzhou")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("vpc-2");
        assertThat(answers.answer(asked("DescribeVSwitches", ""))).isEmpty();
    }

    @Test
    void aTextThatIsNoneIsRefused() {
        assertThatThrownBy(() -> answers.record(TEXT, Map.of())).hasMessage("no value is given for [VPC]");
        assertThatThrownBy(() -> answers.record("DescribeVpcs 2016-04-28\n{}", Map.of()))
                .hasMessageContaining("### URL");
        assertThatThrownBy(() -> answers.record("### https://a\nDescribeVpcs\n{}", Map.of()))
                .hasMessageContaining("found DescribeVpcs");
    }

    private static Received asked(String action, String query) {
        return new Received("POST", "/", query, Map.of("x-acs-action", action, "x-acs-version", "2016-04-28"), "");
    }
}
