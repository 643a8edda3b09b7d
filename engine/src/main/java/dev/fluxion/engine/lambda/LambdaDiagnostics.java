package dev.fluxion.engine.lambda;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;

import java.lang.reflect.Method;

/** The texts for function objects that do not lead to a method. */
final class LambdaDiagnostics {

    private LambdaDiagnostics() {}

    static Diagnostic notSerializable(Class<?> lambda, Class<?> contract) {
        String type = contract.getSimpleName();
        String remedy =
                java.io.Serializable.class.isAssignableFrom(contract)
                        ? "declare the lambda as " + contract.getName() + ", whose lambdas are serializable"
                        : "make the lambda serializable where it is written: (" + type + " & Serializable)";
        return Diagnostic.of(
                ErrorId.NON_SERIALIZABLE_LAMBDA,
                "cannot find the code of a lambda made in " + lambda.getNestHost().getName(),
                "it is not serializable, and only serializable lambdas can be asked which method they run",
                remedy);
    }

    static Diagnostic madeInDerivative(Class<?> lambda) {
        return Diagnostic.of(
                ErrorId.NON_SERIALIZABLE_LAMBDA,
                "cannot find the code of a lambda made in " + lambda.getNestHost().getName(),
                "it was made by code that is being differentiated, and cannot be asked which method it runs",
                "make the lambda where its derivative is taken, or outside of the differentiated function");
    }

    static Diagnostic madeOtherwise(Class<?> lambda) {
        return Diagnostic.of(
                ErrorId.NON_SERIALIZABLE_LAMBDA,
                "cannot find what a lambda made in " + lambda.getNestHost().getName() + " has captured",
                "this Java virtual machine keeps captured values in another way than is known",
                "an object of an ordinary class instead of the lambda");
    }

    static Diagnostic receiverMissing(Method method) {
        return Diagnostic.of(
                ErrorId.NULL_FUNCTION,
                "cannot differentiate "
                        + method.getDeclaringClass().getName()
                        + "."
                        + method.getName()
                        + " without an object to call it on",
                "the method is not static",
                "give the receiver, or a method reference bound to it");
    }

    static Diagnostic classMissing(String internalName) {
        return Diagnostic.of(
                ErrorId.CLASS_NOT_FOUND,
                "cannot find the class " + internalName.replace('/', '.'),
                "the class loader of the function does not find the class that holds its code",
                "keep that class available to the same class loader");
    }
}
