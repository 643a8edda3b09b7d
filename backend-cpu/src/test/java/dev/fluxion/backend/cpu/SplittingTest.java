package dev.fluxion.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Program;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Functions that would be too long for C2 are cut, and mean the same. */
class SplittingTest {

    /** A value that many later ones use, near and far. */
    private static String straightLine(int statements, int reach) {
        Random random = new Random(statements);
        StringBuilder text = new StringBuilder("func @long(%v0: f64) -> f64 {\n^entry:\n");
        for (int i = 1; i <= statements; i++) {
            int x = i - 1 - random.nextInt(Math.min(i, reach));
            int y = i - 1 - random.nextInt(Math.min(i, reach));
            if (i % 5 == 0) {
                text.append("    %v" + i + " = invoke static java/lang/Math.sin(D)D (%v" + x + ")\n");
            } else {
                String kind = random.nextBoolean() ? "add" : "sub";
                text.append("    %v" + i + " = " + kind + " %v" + x + ", %v" + y + "\n");
            }
        }
        return text + "    ret %v" + statements + "\n}\n";
    }

    private static String manyBranches(int count) {
        StringBuilder text =
                new StringBuilder(
                        """
                        func @branchy(%x: f64, %n: i32) -> f64 {
                        ^entry:
                            br ^loop(%x, 0)
                        ^loop(%r: f64, %i: i32):
                            %c = lt %i, %n
                            br_if %c, ^b0(%r), ^exit
                        """);
        for (int i = 0; i < count; i++) {
            text.append(
                    """
                    ^bK(%rK: f64):
                        %cK = gt %rK, LIMIT.5
                        br_if %cK, ^tK, ^eK
                    ^tK:
                        %tK = mul %rK, 0.5
                        %uK = sub %tK, %x
                        br ^bNEXT(%uK)
                    ^eK:
                        %dK = add %rK, LIMIT.25
                        %oK = lt %dK, -1000.0
                        br_if %oK, ^out(%dK), ^bNEXT(%dK)
                    """
                            .replace("NEXT", Integer.toString(i + 1))
                            .replace("K", Integer.toString(i))
                            .replace("LIMIT", Integer.toString(i % 10)));
        }
        return text
                + """
                ^bCOUNT(%last: f64):
                    %i2 = add %i, 1
                    br ^loop(%last, %i2)
                ^exit:
                    ret %r
                ^out(%o: f64):
                    ret %o
                }
                """
                        .replace("COUNT", Integer.toString(count));
    }

    /** A machine of many states; each has code of its own, and says which is next. */
    private static String manyCases(int count) {
        StringBuilder text =
                new StringBuilder(
                        """
                        func @states(%x: f64, %n: i32) -> f64 {
                        ^entry:
                            br ^loop(%x, 0, 0)
                        ^loop(%r: f64, %i: i32, %s: i32):
                            %c = lt %i, %n
                            br_if %c, ^state, ^exit
                        ^state:
                            switch %s [ARMS] else ^next(%x, 0)
                        """);
        List<String> arms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arms.add(i + ": ^b" + i);
            text.append(
                    """
                    ^bK:
                        %pK = mul %r, %x
                        %qK = add %pK, K.5
                        %cK = gt %qK, 10.0
                        br_if %cK, ^tK, ^next(%qK, NEXT)
                    ^tK:
                        %tK = mul %qK, 0.01
                        %uK = sub %tK, %pK
                        br ^next(%uK, NEXT)
                    """
                            .replace("NEXT", Integer.toString((7 * i + 3) % (count + 1)))
                            .replace("K", Integer.toString(i)));
        }
        return text.toString().replace("ARMS", String.join(", ", arms))
                + """
                ^next(%r2: f64, %s2: i32):
                    %i2 = add %i, 1
                    br ^loop(%r2, %i2, %s2)
                ^exit:
                    ret %r
                }
                """;
    }

    private static void check(String text, Object... arguments) throws Throwable {
        Program program = Verifier.check(Parser.parseProgram(text));
        Compiled compiled = Compiled.of(program.functions().values().toArray(new dev.fluxion.ir.Function[0]));
        String name = program.functions().keySet().iterator().next();
        assertThat(compiled.call(arguments)).isEqualTo(new Interpreter(program).call(name, arguments));
        assertThat(longestMethod(compiled.compiled.bytecode())).isLessThan(8000);
    }

    static int longestMethod(byte[] bytecode) {
        int[] longest = {0};
        new ClassReader(bytecode)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMaxs(int stack, int locals) {
                                        longest[0] = Math.max(longest[0], codeLength(bytecode, name, descriptor));
                                    }
                                };
                            }
                        },
                        0);
        return longest[0];
    }

    /** Writes the one method again, which gives its labels offsets. */
    private static int codeLength(byte[] bytecode, String wanted, String wantedDescriptor) {
        var writer = new org.objectweb.asm.ClassWriter(0);
        writer.visit(Opcodes.V25, 0, "C", null, "java/lang/Object", null);
        Label[] last = {null};
        new ClassReader(bytecode)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                if (!name.equals(wanted) || !descriptor.equals(wantedDescriptor)) {
                                    return null;
                                }
                                return new MethodVisitor(
                                        Opcodes.ASM9, writer.visitMethod(access, name, descriptor, null, null)) {
                                    @Override
                                    public void visitMaxs(int stack, int locals) {
                                        last[0] = new Label();
                                        super.visitLabel(last[0]);
                                        super.visitMaxs(stack, locals);
                                    }
                                };
                            }
                        },
                        ClassReader.SKIP_FRAMES);
        return last[0].getOffset();
    }

    @Test
    void a_straight_line_of_3000_statements_whose_values_are_used_nearby() throws Throwable {
        check(straightLine(3000, 20), 0.7);
    }

    @Test
    void a_straight_line_of_3000_statements_whose_values_are_used_far_away() throws Throwable {
        check(straightLine(3000, 3000), 0.7);
    }

    @Test
    void a_loop_around_500_branches_with_a_way_out_of_each() throws Throwable {
        check(manyBranches(500), 0.7, 20);
    }

    @Test
    void a_switch_of_500_cases_in_a_loop() throws Throwable {
        check(manyCases(500), 0.7, 2000);
    }
}
