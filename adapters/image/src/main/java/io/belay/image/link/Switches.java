package io.belay.image.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Writes each {@code switch} over types of Belay's own classes out as a chain of {@code instanceof}. The compiler leaves it to {@code
 * java.lang.runtime.SwitchBootstraps}, which makes a class of its own for each when it is first reached: a millisecond, at every
 * start, since no AOT cache of Java 25 keeps them. What they answer is the same, and so is the line that a trace names.
 */
final class Switches {
    private static final String BOOTSTRAPS = "java/lang/runtime/SwitchBootstraps";

    private final ClassFile classes;

    /** @param files what the classes may name beside the JDK's own */
    Switches(SortedMap<String, byte[]> files) {
        var resolver = ClassHierarchyResolver.ofResourceParsing(type -> {
                    var name = type.descriptorString();
                    var content = files.get(name.substring(1, name.length() - 1) + ".class");
                    return content == null ? null : new ByteArrayInputStream(content);
                })
                .orElse(ClassHierarchyResolver.defaultResolver());
        classes = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
    }

    /** The class {@code content}, with its switches written out. */
    byte[] writtenOut(byte[] content) {
        if (!new String(content, ISO_8859_1).contains(BOOTSTRAPS)) {
            return content;
        }
        var type = classes.parse(content);
        var found = new ArrayList<InvokeDynamicInstruction>();
        CodeTransform replace = (code, element) -> {
            if (element instanceof InvokeDynamicInstruction call && overTypes(call)) {
                code.invokestatic(own(type), name(found.size()), call.typeSymbol(), isInterface(type));
                found.add(call);
            } else {
                code.with(element);
            }
        };
        return classes.transformClass(
                type, ClassTransform.transformingMethodBodies(replace).andThen(ClassTransform.endHandler(built -> {
                    for (var index = 0; index < found.size(); index++) {
                        var call = found.get(index);
                        built.withMethodBody(
                                name(index),
                                call.typeSymbol(),
                                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                                code -> chain(code, labels(call)));
                    }
                })));
    }

    /** Answers as {@code typeSwitch} does: -1 for null, else the first from the second argument on that fits, else how many there are. */
    private static void chain(CodeBuilder code, List<ClassDesc> labels) {
        var some = code.newLabel();
        code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
        for (var index = 0; index < labels.size(); index++) {
            var next = code.newLabel();
            code.iload(1).loadConstant(index).if_icmpgt(next);
            code.aload(0).instanceOf(labels.get(index)).ifeq(next);
            code.loadConstant(index).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }

    /** Whether all its labels are types; a text, a number or a constant of an enum stays with the JDK. */
    private static boolean overTypes(InvokeDynamicInstruction call) {
        return call.bootstrapMethod().owner().descriptorString().equals("L" + BOOTSTRAPS + ";")
                && call.bootstrapMethod().methodName().equals("typeSwitch")
                && call.typeSymbol().returnType().equals(ConstantDescs.CD_int)
                && !call.typeSymbol().parameterType(0).isPrimitive()
                && call.bootstrapArgs().stream()
                        .allMatch(label -> label instanceof ClassDesc type && !type.isPrimitive());
    }

    private static List<ClassDesc> labels(InvokeDynamicInstruction call) {
        return call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
    }

    private static ClassDesc own(ClassModel type) {
        return type.thisClass().asSymbol();
    }

    private static boolean isInterface(ClassModel type) {
        return type.flags().has(AccessFlag.INTERFACE);
    }

    private static String name(int index) {
        return "typeSwitch$" + index;
    }
}
