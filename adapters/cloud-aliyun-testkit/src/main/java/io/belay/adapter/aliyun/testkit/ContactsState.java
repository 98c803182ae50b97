package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import io.belay.adapter.aliyun.testkit.CloudMonitorState.No;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Contacts and their groups. Thread-safe. */
public final class ContactsState {
    private static final List<String> WAYS = List.of("Mail", "SMS", "DingWebHook", "AliIM");

    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, String> pending = new TreeMap<>();

    private record Contact(String name, String describe, Map<String, String> channels) {}

    private record Group(String name, String describe, List<String> contacts) {}

    ContactsState() {}

    /** Somebody makes a contact, or changes the one of that name; {@code way} is Mail, SMS, DingWebHook or AliIM. */
    public synchronized void contact(String name, String describe, String way, String address) {
        contacts.put(name, new Contact(name, describe, Map.of(way, address)));
    }

    /** Somebody makes a group, or changes the one of that name. */
    public synchronized void group(String name, String describe, List<String> names) {
        groups.put(name, new Group(name, describe, List.copyOf(names)));
    }

    /** Nobody has followed the link that was sent there. */
    public synchronized void unconfirmed(String address) {
        pending.put(address, "PENDING");
    }

    /** The names of all contacts. */
    public synchronized List<String> names() {
        return List.copyOf(contacts.keySet());
    }

    /** The names of the contacts of that group. */
    public synchronized List<String> members(String group) {
        return Optional.ofNullable(groups.get(group)).orElseThrow().contacts();
    }

    synchronized boolean has(String group) {
        return groups.containsKey(group);
    }

    synchronized Reply list(Map<String, String> parameters) {
        var all = List.copyOf(contacts.values());
        return CloudMonitorState.ok(Map.of(
                "Total",
                all.size(),
                "Contacts",
                Map.of(
                        "Contact",
                        CloudMonitorState.page(all, parameters, "PageNumber").stream()
                                .map(this::described)
                                .toList())));
    }

    private Map<String, Object> described(Contact contact) {
        var states = new TreeMap<String, String>();
        contact.channels().forEach((way, address) -> states.put(way, pending.getOrDefault(address, "OK")));
        return Map.of(
                "Name", contact.name(),
                "Desc", contact.describe(),
                "Channels", contact.channels(),
                "ChannelsState", states);
    }

    synchronized Reply groups(Map<String, String> parameters) {
        var all = List.copyOf(groups.values());
        var page = CloudMonitorState.page(all, parameters, "PageNumber");
        return CloudMonitorState.ok(Map.of(
                "Total",
                all.size(),
                "ContactGroupList",
                Map.of(
                        "ContactGroup",
                        page.stream()
                                .map(each -> Map.of(
                                        "Name",
                                        each.name(),
                                        "Describe",
                                        each.describe(),
                                        "Contacts",
                                        Map.of("Contact", each.contacts())))
                                .toList())));
    }

    synchronized Reply write(Map<String, String> parameters) {
        var name = CloudMonitorState.needed(parameters, "ContactName");
        // alicloud_cms_alarm_contact: 2 to 40 characters.
        if (name.length() < 2 || name.length() > 40) {
            throw new No("400", "The name of a contact is of 2 to 40 characters.");
        }
        var channels = new TreeMap<String, String>();
        for (var way : WAYS) {
            Optional.ofNullable(parameters.get("Channels." + way)).ifPresent(each -> channels.put(way, each));
        }
        if (channels.isEmpty()) {
            throw new No("400", "Specify one way at least.");
        }
        contacts.put(name, new Contact(name, CloudMonitorState.needed(parameters, "Describe"), channels));
        return CloudMonitorState.ok(Map.of());
    }

    synchronized Reply writeGroup(Map<String, String> parameters) {
        var name = CloudMonitorState.needed(parameters, "ContactGroupName");
        var names = CloudMonitorState.numbered(parameters, "ContactNames");
        for (var each : names) {
            if (!contacts.containsKey(each)) {
                throw new No("404", "The contact " + each + " does not exist.");
            }
        }
        groups.put(name, new Group(name, parameters.getOrDefault("Describe", ""), names));
        return CloudMonitorState.ok(Map.of());
    }

    synchronized Reply delete(Map<String, String> parameters) {
        if (contacts.remove(CloudMonitorState.needed(parameters, "ContactName")) == null) {
            throw new No("404", "The contact does not exist.");
        }
        return CloudMonitorState.ok(Map.of());
    }

    synchronized Reply deleteGroup(Map<String, String> parameters) {
        // PutContactGroup and its neighbours: "404 ContactGroup.NotExists".
        if (groups.remove(CloudMonitorState.needed(parameters, "ContactGroupName")) == null) {
            throw new No("ContactGroup.NotExists", "The contact group does not exist.");
        }
        return CloudMonitorState.ok(Map.of());
    }
}
