package io.belay.image.link;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.module.ModuleFinder;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Set;

/**
 * What the module says of itself: open, so that libraries reflect as ever; everything is exported.
 *
 * @param all what it holds
 * @param read the modules that it reads
 * @param known where those are found
 */
record Descriptor(Content all, Set<String> read, ModuleFinder known) {
    /** Names are looked up by Java itself, as without the library that offers to. */
    private static final Set<String> NOT_PROVIDED = Set.of("java.net.spi.InetAddressResolverProvider");

    /** As the file {@code module-info.class}. */
    byte[] bytes() {
        var module = ModuleAttribute.of(ModuleDesc.of(OneModule.NAME), said -> {
            said.moduleFlags(AccessFlag.OPEN);
            said.requires(ModuleDesc.of("java.base"), List.of(AccessFlag.MANDATED), null);
            read.stream()
                    .filter(each -> !each.equals("java.base"))
                    .forEach(each -> said.requires(ModuleDesc.of(each), List.of(), null));
            all.exported().forEach(each -> said.exports(PackageDesc.of(each), List.of()));
            // In a module nothing may be looked for that it does not say it uses.
            Looked.in(all).stream().filter(this::readable).forEach(each -> said.uses(ClassDesc.of(each)));
            all.services().forEach((service, providers) -> {
                var held =
                        providers.stream().filter(all::holds).map(ClassDesc::of).toList();
                if (!held.isEmpty() && readable(service) && !NOT_PROVIDED.contains(service)) {
                    said.provides(ClassDesc.of(service), held.toArray(ClassDesc[]::new));
                }
            });
        });
        var packages = all.packages().stream().map(PackageDesc::of).toArray(PackageDesc[]::new);
        return ClassFile.of().buildModule(module, built -> built.with(ModulePackagesAttribute.ofNames(packages)));
    }

    /** Whether there is such a type: libraries also name what an optional one would hold. */
    private boolean readable(String type) {
        return all.holds(type)
                || read.stream()
                        .flatMap(each -> known.find(each).stream())
                        .anyMatch(each -> each.descriptor().exports().stream()
                                .anyMatch(exported -> !exported.isQualified()
                                        && exported.source().equals(packageOf(type))));
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
}
