package io.belay.image.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which services the classes may look for: those somebody provides, and those named in a class that asks {@link
 * java.util.ServiceLoader}, or one that does. Too many do no harm, too few would fail at night.
 */
final class Looked {
    private static final String LOADER = "java/util/ServiceLoader";

    private final SortedSet<String> services = new TreeSet<>();
    private final Content all;

    private Looked(Content all) {
        this.all = all;
        services.addAll(all.services().keySet());
    }

    static SortedSet<String> in(Content all) {
        var looked = new Looked(all);
        var asking = looked.callers(Looked::asks, Set.of(LOADER));
        looked.callers(call -> asking.contains(owner(call)), asking);
        return looked.services;
    }

    private static boolean asks(InvokeInstruction call) {
        return owner(call).equals(LOADER) && call.name().stringValue().startsWith("load");
    }

    /** The classes that make such a call, to one of {@code owners}; what they name is taken. */
    private Set<String> callers(Predicate<InvokeInstruction> such, Set<String> owners) {
        var callers = new HashSet<String>();
        all.files().forEach((name, content) -> {
            if (name.endsWith(".class") && mentions(content, owners)) {
                var type = ClassFile.of().parse(content);
                if (code(type).anyMatch(each -> each instanceof InvokeInstruction call && such.test(call))) {
                    callers.add(type.thisClass().asInternalName());
                    code(type).forEach(this::name);
                }
            }
        });
        return callers;
    }

    /** Cheaper than to read each class. */
    private static boolean mentions(byte[] content, Set<String> owners) {
        var read = new String(content, ISO_8859_1);
        return owners.stream().anyMatch(read::contains);
    }

    private static Stream<CodeElement> code(ClassModel type) {
        return type.methods().stream().flatMap(method -> method.code().stream()).flatMap(CodeModel::elementStream);
    }

    private void name(CodeElement element) {
        if (element instanceof ConstantInstruction.LoadConstantInstruction constant
                && constant.constantValue() instanceof ClassDesc type
                && type.isClassOrInterface()) {
            var name = type.descriptorString();
            services.add(name.substring(1, name.length() - 1).replace('/', '.'));
        }
    }

    private static String owner(InvokeInstruction call) {
        return call.owner().asInternalName();
    }
}
