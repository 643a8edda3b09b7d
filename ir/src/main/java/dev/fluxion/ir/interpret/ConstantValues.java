package dev.fluxion.ir.interpret;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What constants stand for. Dynamic constants are computed once. */
final class ConstantValues {

    private final Linkage linkage;
    private final Map<Constant, @Nullable Object> computed = new HashMap<>();

    ConstantValues(Linkage linkage) {
        this.linkage = linkage;
    }

    @Nullable Object value(Constant constant) throws Throwable {
        return switch (constant) {
            case Constant.IntConstant(int value) -> value;
            case Constant.LongConstant(long value) -> value;
            case Constant.FloatConstant(float value) -> value;
            case Constant.DoubleConstant(double value) -> value;
            case Constant.NullConstant() -> null;
            case Constant.StringConstant(String value) -> value.intern();
            case Constant.ClassConstant(Type literal) -> linkage.type(literal);
            case Constant.HandleConstant(var handle) -> linkage.handle(handle);
            case Constant.MethodTypeConstant(String descriptor) -> methodType(descriptor);
            case Constant.DynamicConstant dynamic -> {
                if (!computed.containsKey(dynamic)) {
                    Type type = Type.of(dynamic.bootstrap().descriptor());
                    computed.put(dynamic, JavaValues.fromJava(linkage.constant(dynamic.bootstrap()), type));
                }
                yield computed.get(dynamic);
            }
        };
    }

    private MethodType methodType(String descriptor) {
        MethodRef named = new MethodRef("", "", descriptor, false);
        List<Class<?>> parameters = new ArrayList<>();
        for (Type type : named.parameterTypes()) {
            parameters.add(linkage.type(type));
        }
        return MethodType.methodType(named.isVoid() ? void.class : linkage.type(named.returnType()), parameters);
    }
}
