package dev.fluxion.ir.verify;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.build.ResultTypes;
import dev.fluxion.ir.op.ObjectMaking;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Rules 10, 12 and 13: results and arguments. */
final class CallRules {

    private static final String CONSTRUCTOR = "<init>";

    private final Report report;
    private final @Nullable Program program;

    CallRules(Report report, @Nullable Program program) {
        this.report = report;
        this.program = program;
    }

    void check(Statement statement) {
        Op op = statement.op();
        switch (op) {
            case Op.Call call -> {
                call(call, statement);
                return;
            }
            case Op.Invoke(var kind, var method, var arguments) -> {
                if (method.name().equals(CONSTRUCTOR) && kind != InvokeKind.SPECIAL) {
                    report.add(12, "a constructor is called as if it were a method");
                }
                List<Type> types = new ArrayList<>();
                if (kind != InvokeKind.STATIC) {
                    types.add(ClassType.OBJECT);
                }
                types.addAll(method.parameterTypes());
                arguments(12, types, arguments);
            }
            case Op.New(var constructor, var arguments) -> {
                if (!isConstructor(constructor)) {
                    report.add(12, "this is not a constructor");
                }
                arguments(12, constructor.parameterTypes(), arguments);
            }
            case Op.InvokeDynamic(var site, var arguments) -> arguments(12, parameters(site.descriptor()), arguments);
            case Op.MakeClosure(var type, var name, var implementation, var captured, var site) ->
                    arguments(12, parameters(site.descriptor()), captured);
            case Op other -> {}
        }
        results(10, ResultTypes.of(op), statement);
    }

    private static boolean isConstructor(MethodRef method) {
        boolean isNamed =
                method.name().equals(CONSTRUCTOR)
                        || method.name().equals(ObjectMaking.CONSTRUCT)
                        || method.name().equals(ObjectMaking.ALLOCATE) && method.parameterTypes().isEmpty();
        return isNamed && method.isVoid();
    }

    private static List<Type> parameters(String descriptor) {
        return new MethodRef("", "", descriptor, false).parameterTypes();
    }

    private void call(Op.Call call, Statement statement) {
        if (program == null) {
            return;
        }
        Function target = program.functions().get(call.function());
        if (target == null) {
            report.add(13, "there is no function @" + call.function());
            return;
        }
        arguments(13, target.parameterTypes(), call.arguments());
        results(13, target.resultTypes(), statement);
    }

    private void arguments(int rule, List<Type> types, List<Value> arguments) {
        if (types.size() != arguments.size()) {
            report.add(rule, types.size() + " arguments are wanted, not " + arguments.size());
            return;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!Assignability.isAssignable(arguments.get(i), types.get(i).computational())) {
                report.add(
                        rule,
                        "argument "
                                + i
                                + " is "
                                + types.get(i)
                                + ", but "
                                + report.text(arguments.get(i))
                                + " is "
                                + arguments.get(i).type());
            }
        }
    }

    private void results(int rule, List<Type> types, Statement statement) {
        if (types.size() != statement.results().size()) {
            report.add(rule, "there are " + types.size() + " results, not " + statement.results().size());
            return;
        }
        for (int i = 0; i < types.size(); i++) {
            Type held = statement.results().get(i).type();
            if (!Assignability.isAssignable(types.get(i), held)) {
                report.add(rule, "result " + i + " is " + types.get(i) + ", not " + held);
            }
        }
    }
}
