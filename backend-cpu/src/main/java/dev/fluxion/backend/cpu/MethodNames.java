package dev.fluxion.backend.cpu;

import java.util.Set;

/** Makes method names of function names: {@code com/acme/Pricer.path(DI)D$reverse} becomes {@code path$reverse}. */
final class MethodNames {

    private MethodNames() {}

    /** Returns a name that is not in {@code used}, and adds it. */
    static String unused(String function, Set<String> used) {
        String wanted = of(function);
        String name = wanted;
        for (int i = 2; !used.add(name); i++) {
            name = wanted + "$" + i;
        }
        return name;
    }

    private static String of(String function) {
        int open = function.indexOf('(');
        String head = open < 0 ? function : function.substring(0, open);
        String tail = open < 0 ? "" : function.substring(endOfDescriptor(function, open));
        String text = head.substring(head.lastIndexOf('.') + 1) + tail;
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            name.append(Character.isJavaIdentifierPart(at) ? at : '_');
        }
        return name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0)) ? "f" + name : name.toString();
    }

    /** Returns where the method descriptor ends that begins at {@code open}, or {@code open} if none does. */
    private static int endOfDescriptor(String text, int open) {
        int at = text.indexOf(')', open) + 1;
        if (at == 0) {
            return open;
        }
        while (at < text.length() && text.charAt(at) == '[') {
            at++;
        }
        if (at >= text.length()) {
            return open;
        }
        return text.charAt(at) == 'L' && text.indexOf(';', at) > 0 ? text.indexOf(';', at) + 1 : at + 1;
    }
}
