package io.belay.adapter.aliyun.alarms;

import com.aliyun.cms20190101.models.DeleteContactGroupRequest;
import com.aliyun.cms20190101.models.DeleteContactRequest;
import com.aliyun.cms20190101.models.DescribeContactGroupListRequest;
import com.aliyun.cms20190101.models.DescribeContactListRequest;
import com.aliyun.cms20190101.models.PutContactGroupRequest;
import com.aliyun.cms20190101.models.PutContactRequest;
import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.alarm.Channel;
import io.belay.core.settings.Text;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the store asks about contacts, asked by the official client: the same to the letter. */
class OfficialContactsTest {
    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final ContactCalls contacts = new ContactCalls(Cloud.monitor(cloud));
    private final Official official = new Official(cloud);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void contactsAndTheirGroups() throws Exception {
        official.same(
                "PutContact",
                () -> contacts.put("c", new Channel.DingTalk(Text.of(Site.ROBOT)), "d", Official.soon()),
                () -> official.client()
                        .putContact(new PutContactRequest()
                                .setContactName("c")
                                .setDescribe("d")
                                .setLang("en-us")
                                .setChannels(
                                        new PutContactRequest.PutContactRequestChannels().setDingWebHook(Site.ROBOT))));
        official.same(
                "PutContactGroup",
                () -> contacts.put(new ContactCalls.Group("g", "d", List.of("a", "b")), Official.soon()),
                () -> official.client()
                        .putContactGroup(new PutContactGroupRequest()
                                .setContactGroupName("g")
                                .setDescribe("d")
                                .setContactNames(List.of("a", "b"))));
        official.same(
                "DeleteContact",
                () -> contacts.deleteContact("c", Official.soon()),
                () -> official.client().deleteContact(new DeleteContactRequest().setContactName("c")));
        official.same(
                "DeleteContactGroup",
                () -> contacts.deleteGroup("g", Official.soon()),
                () -> official.client().deleteContactGroup(new DeleteContactGroupRequest().setContactGroupName("g")));
        official.same(
                "DescribeContactList",
                () -> contacts.contacts(Official.soon()),
                () -> official.client()
                        .describeContactList(new DescribeContactListRequest()
                                .setPageNumber(1)
                                .setPageSize(100)));
        official.same(
                "DescribeContactGroupList",
                () -> contacts.groups(Official.soon()),
                () -> official.client()
                        .describeContactGroupList(new DescribeContactGroupListRequest()
                                .setPageNumber(1)
                                .setPageSize(100)));
    }
}
