package dev.fluxion.ir.verify;

/**
 * A broken rule and its place.
 *
 * @param rule the rule's number in the contract of {@link Verifier}
 * @param function the function's name
 * @param block the block's label as the printed function has it, or empty
 * @param text the statement, terminator, handler or parameter as the printed function has it, or empty
 * @param what what is wrong
 */
public record Problem(int rule, String function, String block, String text, String what) {

    /** Returns one line: {@code @f ^body "%1 = add %x, %n": the operands are f64 and i32 (rule 9)}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("@").append(function);
        if (!block.isEmpty()) {
            out.append(' ').append(block);
        }
        if (!text.isEmpty()) {
            out.append(" \"").append(text).append('"');
        }
        return out.append(": ").append(what).append(" (rule ").append(rule).append(')').toString();
    }
}
