package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.core.Deadline;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.Shelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Receivers: a group of contacts each, which bears the mark, and a contact for each of its ways. Contacts of others in a group that is
 * taken over leave the group and stay. The reference gives no quotas of these calls; these are careful ones.
 */
final class ContactShelf implements Shelf {
    private static final Quota DESCRIBE = Quota.perSecond("DescribeContactList", 10);
    private static final Quota PUT = Quota.perSecond("PutContact", 5);
    private static final Quota DELETE = Quota.perSecond("DeleteContact", 5);

    private final ContactCalls calls;

    ContactShelf(AcsClient client) {
        this.calls = new ContactCalls(client);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.RECEIVER);
    }

    @Override
    public List<Rendering> renderings(Owner owner, List<Resource> wanted, Deadline deadline) {
        return wanted.stream()
                .filter(Receiver.class::isInstance)
                .map(each -> rendering(owner, (Receiver) each))
                .toList();
    }

    /** What a rule tells by itself is no contact's: {@link Told}. */
    private static Rendering rendering(Owner owner, Receiver wanted) {
        var refused = Names.refusedGroup(wanted.name());
        if (refused.isPresent()) {
            return Rendering.none(wanted, refused.get());
        }
        var gaps = new ArrayList<Gap>();
        for (var channel : wanted.channels()) {
            switch (channel) {
                case Channel.Function(var address) ->
                    gaps.add(
                            new Gap(
                                    channel.word(),
                                    address,
                                    "a rule calls functions of Function Compute 2.0 alone: name a topic of MNS that triggers it"));
                case Channel.Slack _ ->
                    gaps.add(new Gap(
                            channel.word(), channel.shown(), "it writes nothing that Slack takes: name a webhook"));
                case Channel.Email _,
                        Channel.Sms _,
                        Channel.DingTalk _,
                        Channel.Webhook _,
                        Channel.Topic _,
                        Channel.Queue _ -> {}
            }
        }
        var form = new Receiver(
                wanted.name(), wanted.channels().stream().filter(Contact::has).toList());
        return new Rendering(wanted, Optional.of(Canonical.of(form, Optional.of(owner))), gaps);
    }

    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var contacts = calls.contacts(deadline);
        return calls.groups(deadline).values().stream()
                .map(group -> held(group, contacts))
                .toList();
    }

    private static Held held(ContactCalls.Group group, Map<String, Contact> contacts) {
        var channels = new ArrayList<Channel>();
        var others = new TreeSet<String>();
        var obstacles = new ArrayList<Obstacle>();
        for (var name : group.contacts()) {
            var contact = Optional.ofNullable(contacts.get(name));
            if (contact.isEmpty()) {
                obstacles.add(
                        new Obstacle(Obstacle.Reason.NO_CONTACT, name, "the group names a contact that is not there"));
                continue;
            }
            channels.addAll(contact.get().channels());
            others.addAll(contact.get().others());
            contact.get()
                    .unconfirmed()
                    .forEach(each -> obstacles.add(new Obstacle(
                            Obstacle.Reason.UNCONFIRMED, each.shown(), "nobody has followed the link that was sent")));
        }
        var mark = Mark.read(group.describe());
        var form = Canonical.of(new Receiver(group.name(), channels), mark.owner());
        return new Held(others.isEmpty() ? form : form.with("aliim", String.join(", ", others)), obstacles);
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        var now = new TreeMap<Id, Canonical>();
        var all = all(owner, List.of(), deadline);
        for (var change : changes) {
            var id = change.subject().id();
            all.stream().map(Held::form).filter(each -> each.id().equals(id)).forEach(each -> now.put(id, each));
        }
        return now;
    }

    /** The group comes last: with it the mark and all ways are there at once. */
    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var group = form.id().name();
        var describe = Contact.describe(owner, group);
        var names = new ArrayList<String>();
        var there = calls.contacts(deadline);
        for (var channel : ((Receiver) form.resource()).channels()) {
            var name = Contact.name(owner, group, channel);
            if (!names.contains(name)) {
                names.add(name);
                if (Optional.ofNullable(there.get(name))
                        .filter(each -> stands(each, channel))
                        .isEmpty()) {
                    Hidden.within(List.of(channel), () -> calls.put(name, channel, describe, deadline));
                }
            }
        }
        calls.put(new ContactCalls.Group(group, new Mark(Optional.of(owner), "").written(), names), deadline);
        sweep(owner, group, names, there, deadline);
    }

    private static boolean stands(Contact contact, Channel channel) {
        return contact.others().isEmpty()
                && contact.channels().size() == 1
                && contact.channels().getFirst().word().equals(channel.word())
                && Contact.address(contact.channels().getFirst()).equals(Contact.address(channel));
    }

    /** Contacts that were ours and this group's, and are nobody's now. */
    private void sweep(Owner owner, String group, List<String> kept, Map<String, Contact> there, Deadline deadline)
            throws InterruptedException {
        var gone = there.values().stream()
                .filter(each -> each.name().startsWith("belay_"))
                .filter(each -> each.describe().equals(Contact.describe(owner, group)))
                .map(Contact::name)
                .filter(each -> !kept.contains(each))
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        var used = new HashSet<String>();
        calls.groups(deadline).values().forEach(each -> used.addAll(each.contacts()));
        for (var name : gone) {
            if (!used.contains(name)) {
                calls.deleteContact(name, deadline);
            }
        }
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException {
        for (var form : forms) {
            var group = form.id().name();
            calls.deleteGroup(group, deadline);
            sweep(owner, group, List.of(), calls.contacts(deadline), deadline);
        }
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        var calls = new HashMap<>(Map.of(DESCRIBE, 4));
        change.after().ifPresent(form -> calls.put(PUT, 1 + ways(form)));
        change.before().ifPresent(form -> calls.put(DELETE, 1 + ways(form)));
        return new Toll(calls, 1);
    }

    private static int ways(Canonical form) {
        return form.resource() instanceof Receiver receiver
                ? receiver.channels().size()
                : 0;
    }
}
