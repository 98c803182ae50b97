package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Deadline;
import io.belay.core.alarm.Channel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The calls of CloudMonitor that are about contacts and their groups. */
record ContactCalls(AcsClient client) {
    /**
     * A group that is there.
     *
     * @param describe what it says of itself, the mark included
     * @param contacts by their names
     */
    record Group(String name, String describe, List<String> contacts) {
        static Group of(Json json) {
            return new Group(
                    json.text("Name").orElse(""),
                    json.text("Describe").orElse(""),
                    json.object("Contacts").texts("Contact"));
        }
    }

    /** All groups by their names. */
    Map<String, Group> groups(Deadline deadline) throws InterruptedException {
        var all = new TreeMap<String, Group>();
        Lists.all(
                        client,
                        "DescribeContactGroupList",
                        Map.of(),
                        "PageNumber",
                        answer -> answer.object("ContactGroupList").objects("ContactGroup"),
                        deadline)
                .forEach(each -> all.put(Group.of(each).name(), Group.of(each)));
        return all;
    }

    /** All contacts by their names. */
    Map<String, Contact> contacts(Deadline deadline) throws InterruptedException {
        var all = new TreeMap<String, Contact>();
        Lists.all(
                        client,
                        "DescribeContactList",
                        Map.of(),
                        "PageNumber",
                        answer -> answer.object("Contacts").objects("Contact"),
                        deadline)
                .forEach(each -> all.put(Contact.of(each).name(), Contact.of(each)));
        return all;
    }

    void put(String name, Channel channel, String describe, Deadline deadline) throws InterruptedException {
        client.ask(
                Ask.call(
                        "PutContact",
                        Map.of(
                                "ContactName",
                                name,
                                "Describe",
                                describe,
                                "Channels." + Contact.word(channel),
                                Contact.address(channel),
                                "Lang",
                                "en-us")),
                deadline);
    }

    void put(Group group, Deadline deadline) throws InterruptedException {
        var query = new TreeMap<String, String>();
        query.put("ContactGroupName", group.name());
        query.put("Describe", group.describe());
        for (int at = 1; at <= group.contacts().size(); at++) {
            query.put("ContactNames." + at, group.contacts().get(at - 1));
        }
        client.ask(Ask.call("PutContactGroup", query), deadline);
    }

    void deleteGroup(String name, Deadline deadline) throws InterruptedException {
        client.ask(Ask.call("DeleteContactGroup", Map.of("ContactGroupName", name)), deadline);
    }

    void deleteContact(String name, Deadline deadline) throws InterruptedException {
        client.ask(Ask.call("DeleteContact", Map.of("ContactName", name)), deadline);
    }
}
