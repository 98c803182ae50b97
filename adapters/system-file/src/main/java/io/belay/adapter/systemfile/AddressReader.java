package io.belay.adapter.systemfile;

import io.belay.core.settings.Address;
import io.belay.core.settings.Form;
import io.belay.core.settings.Text;
import io.belay.core.settings.Text.Part;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads URLs. No message holds the URL as it is once its secrets are put in. */
record AddressReader(Faults faults, TextReader texts) {
    Optional<Address> read(Form.OfAddress form, Node node) {
        var text = texts.text(node);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var schemes = new TreeSet<>(form.schemes());
        var meant = "a URL that begins with "
                + Words.oneOf(schemes.stream().map(each -> each + "://").toList());
        var trouble = trouble(text.get(), schemes);
        trouble.ifPresent(why -> faults.add(node.at(), node.called() + " (" + why + ")", meant));
        return trouble.isPresent() ? Optional.empty() : text.map(Address::new);
    }

    private static Optional<String> trouble(Text text, Set<String> schemes) {
        var url = new StringBuilder();
        var lastFixed = -1;
        for (var part : text.parts()) {
            if (part instanceof Part.Variable && lastFixed < 0) {
                lastFixed = url.length();
            }
            // A letter stands for a variable: whatever is filled in is percent-encoded.
            url.append(part instanceof Part.Variable ? "x" : new Text(List.of(part)).reveal());
        }
        var scheme =
                schemes.stream().filter(each -> url.indexOf(each + "://") == 0).findFirst();
        if (scheme.isEmpty()) {
            return Optional.of(
                    text.variables().isEmpty() ? "no such scheme" : "no such scheme, or one from a variable");
        }
        if (lastFixed >= 0 && lastFixed < endOfAuthority(url, scheme.get().length() + 3)) {
            return Optional.of("a variable decides where it leads; one may stand in path, query or fragment alone");
        }
        return unreadable(url.toString());
    }

    private static int endOfAuthority(CharSequence url, int start) {
        var end = start;
        while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static Optional<String> unreadable(String url) {
        try {
            var uri = new URI(url);
            if (uri.getHost() == null || uri.getPort() > 65_535 || uri.getPort() == 0) {
                return Optional.of("no host, or no port from 1 to 65535");
            }
            return Optional.empty();
        } catch (URISyntaxException wrong) {
            // The exception's message holds the whole URL, its reason only what is wrong with it.
            return Optional.of(wrong.getReason() + "; others than letters and digits are percent-encoded");
        }
    }
}
