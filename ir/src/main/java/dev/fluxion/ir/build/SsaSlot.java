package dev.fluxion.ir.build;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A slot of {@link SsaBuilder}. */
final class SsaSlot {

    /** Its type: as a reader has it or, as long as nobody has read it, of what was written. */
    Type type;

    /** The blocks that write it. */
    final List<Label> writers = new ArrayList<>();

    /** Whether a block reads it before it writes it. */
    boolean isReadAcross;

    /** Its value where {@link SsaNaming} is; null where nothing has written it. */
    @Nullable Value current;

    SsaSlot(Type type) {
        this.type = type;
    }

    /** Returns its value where {@link SsaNaming} is. */
    Value value() {
        return current != null ? current : Constant.zero(type);
    }
}
