package io.belay.assembly;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of system files: every {@code .yaml} and {@code .yml} that lies in it, and none in a folder below. */
final class Folder {
    private static final Pattern FILE = Pattern.compile("(.+)\\.ya?ml");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    /** The fleet in it, of which {@code opener} opens each; or what is wrong with the folder. */
    Fleet.Listing fleet(Function<Path, Opening> opener) {
        List<Path> files;
        try (Stream<Path> all = Files.list(path)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> FILE.matcher(name(file)).matches())
                    .limit(Fleet.MOST + 1L)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return new Fleet.Listing.Refused(path + ": cannot be read");
        }
        var faults = faults(files);
        if (!faults.isEmpty()) {
            return new Fleet.Listing.Refused(String.join("\n", faults));
        }
        var openers = new TreeMap<String, Supplier<Opening>>();
        files.forEach(file -> openers.put(stem(file), () -> opener.apply(file)));
        return new Fleet.Listing.Listed(new Fleet(openers));
    }

    private List<String> faults(List<Path> files) {
        var faults = new ArrayList<String>();
        if (files.isEmpty()) {
            faults.add(path + ": found no .yaml file; a folder of system files is meant");
        }
        if (files.size() > Fleet.MOST) {
            faults.add(
                    path + ": found more than " + Fleet.MOST + " system files; a bundle looks after that many at most");
        }
        files.stream()
                .filter(file -> !NAME.matcher(stem(file)).matches())
                .map(file -> file + ": found a name that no caller could say; letters, digits, . _ and - are meant")
                .forEach(faults::add);
        files.stream().collect(groupingBy(Folder::stem)).forEach((stem, twins) -> {
            if (twins.size() > 1) {
                faults.add(path + ": found " + stem + " twice, with two endings; one file for each system is meant");
            }
        });
        return faults;
    }

    /** What the system in {@code file} is called. */
    static String stem(Path file) {
        var matcher = FILE.matcher(name(file));
        return matcher.matches() ? matcher.group(1) : name(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
