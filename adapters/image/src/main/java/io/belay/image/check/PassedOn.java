package io.belay.image.check;

import io.belay.image.bill.Bill;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an image says that it passes on.
 *
 * @param bill its bill of materials
 * @param thirdParty its {@code THIRD-PARTY.txt}: a line is a library, its licence, and the file that holds the text or {@code jar}
 * @param whose which texts of jars there are, and which jars bear them
 */
record PassedOn(Bill bill, String thirdParty, String whose) {
    private static final Pattern LINE = Pattern.compile("^(\\S+:\\S+) +(\\S+) +(\\S+)$", Pattern.MULTILINE);

    private record Library(String licence, String text) {}

    private SortedMap<String, Library> libraries() {
        var libraries = new TreeMap<String, Library>();
        LINE.matcher(thirdParty)
                .results()
                .forEach(line -> libraries.put(line.group(1), new Library(line.group(2), line.group(3))));
        return libraries;
    }

    /** The files of texts that it names. */
    SortedSet<String> texts() {
        var texts = new TreeSet<String>();
        libraries().values().forEach(each -> texts.add(each.text()));
        texts.remove("jar");
        return texts;
    }

    /** What is not said of {@code jars}, which were linked, as it should be. */
    List<String> faults(Set<String> jars) {
        var faults = new ArrayList<String>();
        if (!bill.jars().equals(jars)) {
            faults.add("its bill of materials lists " + bill.jars() + "; " + jars + " are linked");
        }
        if (bill.count("generic") != 1) {
            faults.add("its bill of materials lists no Java");
        }
        var libraries = libraries();
        var licences = bill.licences();
        if (!libraries.keySet().equals(licences.keySet())) {
            faults.add("THIRD-PARTY.txt names " + libraries.keySet() + "; " + licences.keySet() + " are linked");
        }
        libraries.forEach((name, library) -> {
            var named = licences.getOrDefault(name, new TreeSet<>());
            if (!named.contains(library.licence())) {
                faults.add("THIRD-PARTY.txt has " + name + " under " + library.licence() + "; it is under " + named);
            }
            if (library.text().equals("jar") && !borne(name)) {
                faults.add("no text of " + name + "'s jar is passed on");
            }
        });
        return faults;
    }

    private boolean borne(String name) {
        return whose.contains(" " + name.substring(name.indexOf(':') + 1) + "-");
    }
}
